package socketscope.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a thread of another process sleeps in a system call, as the kernel tells in {@code
 * /proc/PID/task/TID/syscall} (proc_pid_syscall(5)): {@code running}, or the number of the call
 * that the thread is blocked in. Where that file may not be read, the state letter of {@code stat}
 * says less: that it sleeps.
 */
public final class SleepingThread {

  /** What was seen. */
  public enum Sighting {
    /** It sleeps, in a system call, with this value as that argument. */
    BLOCKED,
    /** It runs, or sleeps elsewhere. */
    RUNNING,
    /** This system does not tell. */
    UNKNOWN
  }

  private SleepingThread() {}

  /**
   * Looks at a thread.
   *
   * @param index which argument of the call that it should be in is known, from 0
   * @param value that argument, an int
   */
  public static Sighting look(long pid, long thread, int index, int value) {
    Path task = Path.of("/proc", Long.toString(pid), "task", Long.toString(thread));
    try {
      return fromSyscall(Files.readString(task.resolve("syscall")), index, value);
    } catch (IOException e) {
      return fromStat(task);
    }
  }

  /** "0 0x7 0x7f... SP PC", or "running", or "-1 SP PC" when blocked outside a system call. */
  static Sighting fromSyscall(String text, int index, int value) {
    String[] words = text.strip().split(" ", -1);
    if (words.length < index + 2 || words[0].equals("-1")) {
      return Sighting.RUNNING;
    }
    try {
      return Long.decode(words[index + 1]).intValue() == value
          ? Sighting.BLOCKED
          : Sighting.RUNNING;
    } catch (NumberFormatException e) {
      return Sighting.RUNNING;
    }
  }

  private static Sighting fromStat(Path task) {
    try {
      String stat = Files.readString(task.resolve("stat"));
      // The name, in parentheses, may hold anything.
      String state = stat.substring(stat.lastIndexOf(')') + 1).strip();
      return state.startsWith("S") ? Sighting.UNKNOWN : Sighting.RUNNING;
    } catch (IOException e) {
      return Sighting.UNKNOWN;
    }
  }
}
