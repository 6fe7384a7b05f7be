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
      return (int)
          Native.aside(
              CFunction.FCNTL,
              h -> (int) h.invokeExact(library.capture(), descriptor, number(command), argument));
    }
  }

  @Override
  public End await(long child) {
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      MemorySegment told = arena.allocate(ValueLayout.JAVA_INT);
      long ended =
          Native.aside(
              CFunction.WAITPID, h -> (int) h.invokeExact(library.capture(), (int) child, told, 0));
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
        CFunction.FCNTL.handle();
      }

      @Override
      public boolean closesOnExec(int descriptor) {
        return real.closesOnExec(descriptor);
      }

      @Override
      public void closeOnExec(int descriptor) {
        CFunction.FCNTL.handle();
      }

      @Override
      public End await(long child) {
        CFunction.WAITPID.handle();
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
      int low =
          (int)
              Native.aside(
                  CFunction.SOCKET,
                  h ->
                      (int)
                          h.invokeExact(
                              library.capture(), number("AF_UNIX"), number("SOCK_STREAM"), 0));
      MemorySegment encoded = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
      long connected =
          Native.aside(
              CFunction.CONNECT,
              h -> (int) h.invokeExact(library.capture(), low, encoded, address.length));
      if (connected != 0) {
        throw new IOException("connect: " + Errno.of(library.errno(), constants).name());
      }
      int channel = move(low, CHANNEL);
      Native.aside(CFunction.CLOSE, h -> (int) h.invokeExact(library.capture(), low));
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
      int opened =
          (int)
              Native.aside(
                  CFunction.OPEN,
                  h -> (int) h.invokeExact(library.capture(), nothing, number("O_RDWR"), 0));
      if (opened < 0) {
        throw new IOException(NOTHING + ": " + Errno.of(library.errno(), constants).name());
      }
      for (int i = 0; i < STANDARD; i++) {
        int standard = i;
        Native.aside(CFunction.DUP2, h -> (int) h.invokeExact(library.capture(), opened, standard));
      }
      Native.aside(CFunction.CLOSE, h -> (int) h.invokeExact(library.capture(), opened));
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
          count =
              Native.aside(
                  CFunction.READ,
                  h -> (long) h.invokeExact(library.capture(), descriptor, memory, (long) length));
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
          long count =
              Native.aside(
                  CFunction.WRITE,
                  h -> (long) h.invokeExact(library.capture(), descriptor, left, left.byteSize()));
          if (count < 0 && !interrupted(library.errno())) {
            throw new IOException("write: " + Errno.of(library.errno(), constants).name());
          }
          written += Math.max(0, count);
        }
      }
    }
  }
}
