package socketscope.kernel;

import java.nio.file.Path;

/**
 * The files in which the kernel lists the sockets of one network namespace (proc_pid_net(5)).
 *
 * @param folder {@code /proc/PID/net} of a process that is in it
 * @param own whether this process is in it, so that the kernel can be asked in other ways, too
 */
public record NetworkFiles(Path folder, boolean own) {

  /** Those of the network namespace of this process. */
  public static final NetworkFiles OWN = new NetworkFiles(Path.of("/proc", "net"), true);

  /** Those of the network namespace of that process. */
  public static NetworkFiles of(long pid) {
    return new NetworkFiles(Path.of("/proc", Long.toString(pid), "net"), false);
  }

  Path file(String name) {
    return folder.resolve(name);
  }
}
