package socketscope.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketId;
import socketscope.kernel.SocketOwner;

/** The foreign programs met so far, and the names that they have in the experiment. */
final class ForeignPrograms {

  /** One of them. */
  static final class Foreign {
    private final String name;
    private final long pid;
    private final String command;
    private int sockets;

    private Foreign(String name, long pid, String command) {
      this.name = name;
      this.pid = pid;
      this.command = command;
    }

    String name() {
      return name;
    }

    long pid() {
      return pid;
    }

    String command() {
      return command;
    }

    /** Its next socket. */
    SocketId newSocket() {
      return new SocketId(name, ++sockets);
    }
  }

  private final Map<ProcessHandle, Foreign> alive = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  /** The program of that process; null where the process has ended meanwhile. */
  @Nullable Foreign of(SocketOwner owner) {
    ProcessHandle process = ProcessHandle.of(owner.pid()).orElse(null);
    return process == null
        ? null
        : alive.computeIfAbsent(
            process,
            _ -> new Foreign(unique(owner.command(), owner.pid()), owner.pid(), owner.command()));
  }

  /**
   * A name as system logs have it. A program of the experiment cannot be called so, whenever it
   * starts, since a lesson's names have no brackets.
   */
  private String unique(String command, long pid) {
    String plain = command.replaceAll("[^A-Za-z0-9._+-]", "_");
    String name = (plain.isEmpty() ? "?" : plain) + "[" + pid + "]";
    for (int i = 2; !names.add(name); i++) {
      name = plain + "[" + pid + "]" + i; // a process number that the system has given again
    }
    return name;
  }

  /** A program of which nothing but its address is known. */
  Foreign at(String address) {
    String name = address;
    for (int i = 2; !names.add(name); i++) {
      name = address + "(" + i + ")";
    }
    return new Foreign(name, 0, "");
  }

  /** Those whose process is no longer there; each is told once. */
  List<Foreign> ended() {
    List<Foreign> ended = new ArrayList<>();
    alive.entrySet().removeIf(entry -> !entry.getKey().isAlive() && ended.add(entry.getValue()));
    return ended;
  }

  /** Whether there is a process to watch. */
  boolean any() {
    return !alive.isEmpty();
  }
}
