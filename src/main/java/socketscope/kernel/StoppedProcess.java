package socketscope.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process was stopped by a signal (signal(7), SIGSTOP), and so takes nothing in. */
public final class StoppedProcess {

  private StoppedProcess() {}

  /** False, too, where this system does not tell. */
  public static boolean is(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name, in parentheses, may hold anything.
      return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("T");
    } catch (IOException e) {
      return false;
    }
  }
}
