package socketscope.syscall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** What processes inherit and how they end. */
public interface Processes {

  /**
   * How a process has ended.
   *
   * @param exitStatus what it gave to exit(3); 0 where a signal ended it
   * @param signal the number of the signal that ended it, or 0
   */
  record End(int exitStatus, int signal) {}

  /** A connection over AF_UNIX. */
  record Connection(InputStream input, OutputStream output) {}

  /**
   * Keeps what is open now, but for 0, 1 and 2, from the programs that are begun later: FD_CLOEXEC,
   * fcntl(2).
   *
   * @param inherited those of which that is not wanted
   */
  void keepDescriptors(List<Integer> inherited);

  /** Whether the kernel closes that descriptor when another program is begun in its process. */
  boolean closesOnExec(int descriptor);

  /** Has the kernel do so. */
  void closeOnExec(int descriptor);

  /**
   * Waits until a child of this process has ended, and so lets the kernel forget it: waitpid(2).
   */
  End await(long child);

  /**
   * The least of the two descriptors that a program keeps for what it says to the application. They
   * are far above those that calls get, and below what select(2) can watch.
   */
  int CHANNEL = 1000;

  /** Whether a program keeps that descriptor for what it says to the application. */
  static boolean isChannel(long descriptor) {
    return descriptor == CHANNEL || descriptor == CHANNEL + 1;
  }

  /**
   * Connects to a socket of the file system. The descriptor is {@link #CHANNEL}, so that it takes
   * no number that a later socket would have.
   */
  Connection connect(Path path) throws IOException;

  /**
   * Moves the standard input and output of this process to the descriptors from {@link #CHANNEL}
   * on. From then on 0, 1 and 2 are {@code /dev/null}.
   */
  Connection moveStandard() throws IOException;
}
