package socketscope.syscall.posix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import socketscope.constant.Constants;
import socketscope.event.Bytes;
import socketscope.event.Errno;
import socketscope.event.SocketAddress;
import socketscope.syscall.Processes;
import socketscope.syscall.SystemTables;

/** Processes of Linux and macOS. */
public final class PosixProcesses implements Processes {

  /** The Java run-time system opens no more files than that before it runs a program. */
  private static final int MOST = 256;

  private static final String NOTHING = "/dev/null";
  private static final int STANDARD = 3;
  private static final int SIGNAL = 0x7f;
  private static final int STATUS = 8;
  private static final int STATUS_MASK = 0xff;

  private final SystemTables tables;
  private final Constants constants;

  /** Those of a system with these constants and addresses. */
  public PosixProcesses(SystemTables tables) {
    this.tables = tables;
    this.constants = tables.constants();
  }

  private int number(String name) {
    return constants.asInt(name).orElseThrow();
  }

  @Override
  public void keepDescriptors(List<Integer> inherited) {
    for (int descriptor = STANDARD; descriptor < MOST; descriptor++) {
      int flags = inherited.contains(descriptor) ? -1 : control(descriptor, "F_GETFD", 0);
      if (flags >= 0 && (flags & number("FD_CLOEXEC")) == 0) {
        closeOnExec(descriptor);
      }
    }
  }

  @Override
  public boolean closesOnExec(int descriptor) {
    int flags = control(descriptor, "F_GETFD", 0);
    return flags >= 0 && (flags & number("FD_CLOEXEC")) != 0;
  }

  @Override
  public void closeOnExec(int descriptor) {
    control(descriptor, "F_SETFD", number("FD_CLOEXEC"));
  }

  /** fcntl(2). */
  private int control(int descriptor, String command, long argument) {
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      return (int) library.aside(CFunction.FCNTL, descriptor, number(command), argument);
    }
  }

  @Override
  public End await(long child) {
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      MemorySegment told = arena.allocate(ValueLayout.JAVA_INT);
      long ended = library.aside(CFunction.WAITPID, child, told.address(), 0);
      if (ended != child) {
        throw new IllegalStateException("waitpid: " + Errno.of(library.errno(), constants).name());
      }
      int status = told.get(ValueLayout.JAVA_INT, 0);
      int signal = status & SIGNAL;
      return new End(signal == 0 ? status >> STATUS & STATUS_MASK : 0, signal);
    }
  }

  /** The same, with links made for what {@link #await} and {@link #control} call, and no child. */
  public Processes silent() {
    PosixProcesses real = this;
    return new Processes() {
      @Override
      public void keepDescriptors(List<Integer> inherited) {
        CFunction.FCNTL.address();
      }

      @Override
      public boolean closesOnExec(int descriptor) {
        return real.closesOnExec(descriptor);
      }

      @Override
      public void closeOnExec(int descriptor) {
        CFunction.FCNTL.address();
      }

      @Override
      public End await(long child) {
        CFunction.WAITPID.address();
        return new End(0, 0);
      }

      @Override
      public Connection connect(Path path) throws IOException {
        throw new IOException(path.toString());
      }

      @Override
      public Connection moveStandard() throws IOException {
        throw new IOException(NOTHING);
      }
    };
  }

  @Override
  public Connection connect(Path path) throws IOException {
    Bytes name = Bytes.copyOf(path.toString().getBytes(StandardCharsets.UTF_8));
    byte[] address = tables.addresses().encode(new SocketAddress.Unix(false, name));
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      int low = (int) library.aside(CFunction.SOCKET, number("AF_UNIX"), number("SOCK_STREAM"), 0);
      MemorySegment encoded = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
      long connected = library.aside(CFunction.CONNECT, low, encoded.address(), address.length);
      if (connected != 0) {
        throw new IOException("connect: " + Errno.of(library.errno(), constants).name());
      }
      int channel = move(low, CHANNEL);
      library.aside(CFunction.CLOSE, low);
      return new Connection(new Input(channel), new Output(channel));
    }
  }

  @Override
  public Connection moveStandard() throws IOException {
    int input = move(0, CHANNEL);
    int output = move(1, CHANNEL + 1);
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      MemorySegment nothing = arena.allocateFrom(NOTHING);
      int opened = (int) library.aside(CFunction.OPEN, nothing.address(), number("O_RDWR"), 0);
      if (opened < 0) {
        throw new IOException(NOTHING + ": " + Errno.of(library.errno(), constants).name());
      }
      for (int i = 0; i < STANDARD; i++) {
        int standard = i;
        library.aside(CFunction.DUP2, opened, standard);
      }
      library.aside(CFunction.CLOSE, opened);
    }
    return new Connection(new Input(input), new Output(output));
  }

  /**
   * Has that very descriptor stand for what another one does: whoever has it must have no other.
   */
  private int move(int descriptor, int wanted) throws IOException {
    int moved = control(descriptor, "F_DUPFD_CLOEXEC", wanted);
    if (moved != wanted) {
      throw new IOException("descriptor " + wanted + " cannot be had, but " + moved);
    }
    return moved;
  }

  private boolean interrupted(int error) {
    return Errno.of(error, constants).name().equals("EINTR");
  }

  /** read(2). */
  private final class Input extends InputStream {

    private final int descriptor;

    Input(int descriptor) {
      this.descriptor = descriptor;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) == 1 ? one[0] & STATUS_MASK : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      try (Arena arena = Arena.ofConfined()) {
        Native library = new Native(arena);
        MemorySegment memory = arena.allocate(length);
        long count;
        do {
          count = library.aside(CFunction.READ, descriptor, memory.address(), length);
        } while (count < 0 && interrupted(library.errno()));
        if (count < 0) {
          throw new IOException("read: " + Errno.of(library.errno(), constants).name());
        }
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, 0, bytes, from, (int) count);
        return count == 0 ? -1 : (int) count;
      }
    }
  }

  /** write(2). */
  private final class Output extends OutputStream {

    private final int descriptor;

    Output(int descriptor) {
      this.descriptor = descriptor;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try (Arena arena = Arena.ofConfined()) {
        Native library = new Native(arena);
        MemorySegment memory = arena.allocate(length);
        MemorySegment.copy(bytes, from, memory, ValueLayout.JAVA_BYTE, 0, length);
        long written = 0;
        while (written < length) {
          MemorySegment left = memory.asSlice(written);
          long count = library.aside(CFunction.WRITE, descriptor, left.address(), left.byteSize());
          if (count < 0 && !interrupted(library.errno())) {
            throw new IOException("write: " + Errno.of(library.errno(), constants).name());
          }
          written += Math.max(0, count);
        }
      }
    }
  }
}
