package socketscope.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallEvent;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;

/** Finds the packet that woke a blocked call: the first of those that it waited for. */
final class WakeFold {

  private static final Set<Look> NEWS = Set.of(Look.DATA, Look.FIN, Look.RST);
  private static final Set<Look> ANSWERS = Set.of(Look.HANDSHAKE, Look.RST);
  private static final Set<Look> ROOM = Set.of(Look.ACK, Look.DATA, Look.FIN, Look.RST);

  private final List<Row> rows;
  private final Set<Long> blocked = new HashSet<>();
  private final Map<SocketId, SocketObserved> seen = new HashMap<>();

  /**
   * @param rows the rows so far, the packets among them
   */
  WakeFold(List<Row> rows) {
    this.rows = rows;
  }

  WakeFold over(List<Row> copied) {
    WakeFold copy = new WakeFold(copied);
    copy.blocked.addAll(blocked);
    copy.seen.putAll(seen);
    return copy;
  }

  void observed(SocketObserved event) {
    seen.put(event.socket(), event);
  }

  /** Follows a call; marks the row of its return, which is the last one, where a packet woke it. */
  void called(@Nullable CallStarted start, CallEvent event) {
    if (event instanceof CallBlocked) {
      blocked.add(event.callId());
    } else if (event instanceof CallReturned returned
        && start != null
        && blocked.remove(event.callId())
        && rows.getLast() instanceof CallRow row) {
      int waker = waker(start, returned);
      if (waker >= 0) {
        rows.set(rows.size() - 1, row.wokenBy(waker));
      }
    }
  }

  private int waker(CallStarted start, CallReturned returned) {
    SocketId socket = start.socket();
    SocketObserved known = socket == null ? null : seen.get(socket);
    boolean interrupted =
        returned.result().errno() != null && returned.result().errno().name().equals("EINTR");
    if (socket == null || interrupted) {
      return -1;
    }
    return switch (start.call().function().waitsFor()) {
      case CONNECTION ->
          first(start, from(returned.result().address(), Set.of(Look.ACK, Look.DATA)));
      case HANDSHAKE -> first(start, from(target(start), ANSWERS));
      case DATA -> first(start, reading(start, known, returned));
      case ROOM -> known == null ? -1 : last(start, from(known.peer(), ROOM));
      case READINESS, NOTHING -> -1;
    };
  }

  private static @Nullable SocketAddress target(CallStarted start) {
    return start.call().address().map(SocketAddress::decoded).orElse(null);
  }

  private static Predicate<Way> reading(
      CallStarted start, @Nullable SocketObserved known, CallReturned returned) {
    if (known == null || start.call().hasFlag("MSG_WAITALL")) {
      return _ -> false; // it waits for as many bytes as it asked for: which was the last is open
    }
    SocketAddress peer = known.peer() == null ? returned.result().address() : known.peer();
    Predicate<Way> fromPeer = peer == null ? way -> NEWS.contains(way.look()) : from(peer, NEWS);
    return fromPeer.and(way -> same(way.destination(), known.local()));
  }

  private static Predicate<Way> from(@Nullable SocketAddress peer, Set<Look> looks) {
    return way -> looks.contains(way.look()) && same(way.source(), peer);
  }

  /** By port: a socket may be bound to the wildcard address, or speak IPv4 in the guise of IPv6. */
  private static boolean same(@Nullable SocketAddress one, @Nullable SocketAddress other) {
    return one != null && other != null && one.port() == other.port();
  }

  private int first(CallStarted start, Predicate<Way> wanted) {
    int found = -1;
    for (int i = rows.size() - 1; i >= 0 && isAfter(start, rows.get(i)); i--) {
      found = wakes(start, rows.get(i), wanted) ? i : found;
    }
    return found;
  }

  private int last(CallStarted start, Predicate<Way> wanted) {
    for (int i = rows.size() - 1; i >= 0 && isAfter(start, rows.get(i)); i--) {
      if (wakes(start, rows.get(i), wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAfter(CallStarted start, Row row) {
    return row.nanos() > start.stamp().nanos()
        || row instanceof CallRow call && call.callId() != start.callId();
  }

  private static boolean wakes(CallStarted start, Row row, Predicate<Way> wanted) {
    Way way = Way.of(row);
    return way != null && way.receiver().equals(start.program()) && wanted.test(way);
  }
}
