package socketscope.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;

/** The addresses that a socket had at its two ends, by which its packets are known. */
final class SocketEnds {

  /** What a socket had at one time; no peer where anybody may be at the other end. */
  private record Pair(SocketAddress local, @Nullable SocketAddress peer, boolean tcp) {

    boolean has(Way way) {
      return has(way.source(), way.destination(), way) || has(way.destination(), way.source(), way);
    }

    private boolean has(@Nullable SocketAddress mine, @Nullable SocketAddress other, Way way) {
      return local.equals(mine)
          && (peer == null ? !tcp || isAnswering(way.look()) : peer.equals(other));
    }

    /** TCP without a peer takes part in handshakes only, and in their refusal. */
    private static boolean isAnswering(Look look) {
      return look == Look.HANDSHAKE || look == Look.RST;
    }
  }

  private final SocketId socket;
  private final Set<Pair> pairs = new HashSet<>();

  private SocketEnds(SocketId socket) {
    this.socket = socket;
  }

  static SocketEnds of(SocketId socket, List<? extends Event> events) {
    SocketEnds ends = new SocketEnds(socket);
    events.forEach(ends::learn);
    return ends;
  }

  private void learn(Event event) {
    if (event instanceof SocketObserved seen
        && seen.socket().equals(socket)
        && seen.local() != null) {
      pairs.add(new Pair(seen.local(), seen.peer(), seen.state() != null));
    }
  }

  /** Whether a row is about the socket, or about no socket. */
  boolean concern(Row row) {
    return switch (row) {
      case CallRow call -> call.events().stream().anyMatch(this::concern);
      case PacketRow _, InferredRow _ -> {
        Way way = Objects.requireNonNull(Way.of(row));
        yield pairs.stream().anyMatch(pair -> pair.has(way));
      }
      case NoteRow note -> !(note.event() instanceof CallQueued) || concern(note.event());
      case GapRow _ -> false;
      case RepeatRow repeat -> repeat.rows().stream().anyMatch(this::concern);
    };
  }

  private boolean concern(Event event) {
    return switch (event) {
      case CallStarted started -> socket.equals(started.socket());
      case CallQueued queued -> socket.equals(queued.socket());
      case CallReturned returned ->
          socket.equals(returned.socket())
              || socket.equals(returned.created())
              || socket.equals(returned.second());
      default -> false;
    };
  }
}
