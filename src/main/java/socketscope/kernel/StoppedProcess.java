package socketscope.kernel;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process was stopped by a signal (signal(7), SIGSTOP), and so takes nothing in. */
public final class StoppedProcess {

  private StoppedProcess() {}

  /** Whether all its threads are. False, too, where this system does not tell. */
  public static boolean is(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    if (!isStopped(process)) {
      return false;
    }
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        if (!isStopped(thread)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isStopped(Path task) {
    try {
      String stat = Files.readString(task.resolve("stat"));
      // The name, in parentheses, may hold anything. Where somebody traces it, the letter is small.
      String state = stat.substring(stat.lastIndexOf(')') + 1).strip();
      return state.startsWith("T") || state.startsWith("t");
    } catch (IOException e) {
      return false;
    }
  }
}
