package socketscope.export;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<Function> OPENING = Set.of(Function.CONNECT);
  private static final Set<Function> SENDING =
      Set.of(Function.SEND, Function.SENDTO, Function.WRITE);
  private static final Set<Function> READING =
      Set.of(Function.RECV, Function.RECVFROM, Function.READ);
  private static final Set<Function> ENDING = Set.of(Function.CLOSE, Function.SHUTDOWN);
  private static final Set<Function> BREAKING = Set.of(Function.CLOSE);

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
    Set<Function> kinds = kinds(packet.reading());
    for (CallStarted call : underWay) {
      if (call.program().equals(packet.program())
          && kinds.contains(call.call().function())
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
  private static Set<Function> kinds(Reading packet) {
    if (packet.is(Happening.RETRANSMISSION)
        || packet.is(Happening.SPURIOUS_RETRANSMISSION)
        || packet.is(Happening.REFUSED)
        || packet.is(Happening.ICMP_ERROR)) {
      return Set.of();
    }
    if (packet.is(Happening.WINDOW_UPDATE)) {
      return READING;
    }
    return switch (packet.kind()) {
      case HANDSHAKE -> packet.is(Happening.SYN) ? OPENING : Set.of();
      case DATA -> SENDING;
      case FIN -> ENDING;
      case RST -> BREAKING;
      case ACK, OTHER -> Set.of();
    };
  }
}
