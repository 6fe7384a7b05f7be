package socketscope.export;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.PacketRow;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.packet.Flow;
import socketscope.packet.Happening;
import socketscope.packet.Reading;

/**
 * Finds the call that sent a packet: one of its sender's that was under way, on a socket of its
 * port, and of a kind that sends such packets. All else the kernel sends by itself: what it
 * acknowledges, grants, refuses or repeats.
 */
final class SendingCall {

  private static final Predicate<Function> NONE = Set.<Function>of()::contains;
  private static final Predicate<Function> OPENING = Set.of(Function.CONNECT)::contains;

  /** To give a number that stands for a socket to another closes the socket (dup(2)). */
  private static final Predicate<Function> BREAKING =
      Set.of(Function.CLOSE, Function.DUP2, Function.DUP3)::contains;

  private static final Predicate<Function> ENDING =
      BREAKING.or(Set.of(Function.SHUTDOWN)::contains);

  private final Map<SocketId, Set<Integer>> ports = new HashMap<>();

  SendingCall(List<? extends Event> events) {
    for (Event event : events) {
      if (event instanceof SocketObserved seen) {
        port(seen.local())
            .ifPresent(
                port -> ports.computeIfAbsent(seen.socket(), _ -> new HashSet<>()).add(port));
      }
    }
  }

  private static Optional<Integer> port(@Nullable SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet when inet.port() != 0 -> Optional.of(inet.port());
      case SocketAddress.Inet6 inet when inet.port() != 0 -> Optional.of(inet.port());
      case null, default -> Optional.empty();
    };
  }

  /** The one of the calls under way that sent the packet; null where the kernel did by itself. */
  @Nullable CallStarted of(PacketRow packet, Collection<CallStarted> underWay) {
    Predicate<Function> kind = kind(packet.reading());
    for (CallStarted call : underWay) {
      if (call.program().equals(packet.program())
          && kind.test(call.call().function())
          && (call.socket() == null || from(call.socket(), packet.reading()))) {
        return call;
      }
    }
    return null;
  }

  private boolean from(SocketId socket, Reading packet) {
    Set<Integer> known = ports.get(socket);
    Optional<Integer> source = packet.packet().flow().map(Flow::source).flatMap(SendingCall::port);
    return known == null || source.isEmpty() || known.contains(source.get());
  }

  /** The calls that such a packet can be sent by. */
  private static Predicate<Function> kind(Reading packet) {
    if (packet.is(Happening.RETRANSMISSION)
        || packet.is(Happening.SPURIOUS_RETRANSMISSION)
        || packet.is(Happening.REFUSED)
        || packet.is(Happening.ICMP_ERROR)) {
      return NONE;
    }
    if (packet.is(Happening.WINDOW_UPDATE)) {
      return Function::receives;
    }
    return switch (packet.kind()) {
      case HANDSHAKE -> packet.is(Happening.SYN) ? OPENING : NONE;
      case DATA -> Function::sends;
      case FIN -> ENDING;
      case RST -> BREAKING;
      case ACK, OTHER -> NONE;
    };
  }
}
