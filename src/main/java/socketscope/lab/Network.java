package socketscope.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Place;
import socketscope.kernel.NetworkFiles;

/**
 * The network that an experiment is made on: processes are started in it, and the kernel is asked
 * about it.
 */
interface Network extends AutoCloseable {

  /** Which it is. */
  Place place();

  /**
   * Starts a process of this application in it.
   *
   * @param main the class that it runs
   * @param folder its current directory; null for that of this application
   * @param arguments what its main method is given; after them comes, where the process is to
   *     connect to a socket in place of its standard input and output, the path of that socket
   * @throws IOException where there is no such process now
   */
  Process start(String main, @Nullable Path folder, List<String> arguments) throws IOException;

  /** Where the kernel lists its sockets. */
  NetworkFiles files();

  /** The command that runs another one in it; empty where none is needed. */
  List<String> enter();

  /** Ends it, with all that is left in it. */
  @Override
  void close();
}
