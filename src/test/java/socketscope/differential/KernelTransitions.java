package socketscope.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketscope.event.TcpState;

/**
 * The transitions of all TCP sockets of this machine, as the kernel itself tells them by its
 * tracepoint {@code sock:inet_sock_set_state}. Whoever may not read tracefs gets none.
 */
final class KernelTransitions {

  /** A change of state, in nanoseconds on the clock of {@link System#nanoTime}. */
  record Change(long nanos, int localPort, int peerPort, TcpState from, TcpState to) {}

  /** A buffer of our own in tracefs, which goes with this process. */
  private static final Path INSTANCE =
      Path.of("/sys/kernel/tracing/instances", "socketscope-" + ProcessHandle.current().pid());

  private static final Pattern LINE =
      Pattern.compile(
          ".* (\\d+)\\.(\\d{6}): inet_sock_set_state: .*protocol=IPPROTO_TCP "
              + "sport=(\\d+) dport=(\\d+) .*oldstate=TCP_(\\w+) newstate=TCP_(\\w+)");

  private KernelTransitions() {}

  /** Begins to record, unless this has been done; false where it is not allowed. */
  static synchronized boolean record() throws IOException {
    Path events = Path.of("/sys/kernel/tracing/events/sock/inet_sock_set_state");
    if (!Files.isDirectory(events)) {
      return false;
    }
    if (!Files.exists(INSTANCE)) {
      Files.createDirectory(INSTANCE);
      Runtime.getRuntime().addShutdownHook(new Thread(KernelTransitions::forget));
      Files.writeString(INSTANCE.resolve("trace_clock"), "mono");
      Files.writeString(INSTANCE.resolve("buffer_size_kb"), "4096");
      Files.writeString(INSTANCE.resolve("events/sock/inet_sock_set_state/enable"), "1");
    }
    return true;
  }

  private static void forget() {
    try {
      Files.delete(INSTANCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The changes since that moment, in the order of time. */
  static List<Change> since(long nanos) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (String line : Files.readAllLines(INSTANCE.resolve("trace"))) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        long at =
            Long.parseLong(parts.group(1)) * 1_000_000_000 + Long.parseLong(parts.group(2)) * 1000;
        int local = Integer.parseInt(parts.group(3));
        int peer = Integer.parseInt(parts.group(4));
        if (at >= nanos) {
          changes.add(new Change(at, local, peer, state(parts.group(5)), state(parts.group(6))));
        }
      }
    }
    changes.sort(Comparator.comparingLong(Change::nanos));
    return changes;
  }

  /** As the kernel's net/tcp_states.h names them. */
  private static TcpState state(String name) {
    return switch (name) {
      case "CLOSE" -> TcpState.CLOSED;
      case "NEW_SYN_RECV" -> TcpState.SYN_RECV;
      default -> TcpState.valueOf(name);
    };
  }
}
