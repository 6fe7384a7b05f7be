package socketscope.diagram;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.packet.Flow;

/**
 * Whose an address is. The kernel tells a socket's address when it is asked, which for a connecting
 * client is after its first packets have been seen; until then the call that is under way tells.
 */
final class Endpoints {

  /** Where a call that is under way sends, also where the addresses are inside of structures. */
  private record Destination(String program, List<SocketAddress> addresses) {

    /** What is sent to any address of this machine goes to the loopback address (ip(7)). */
    boolean of(Flow flow) {
      return addresses.stream().anyMatch(address -> address.covers(flow.destination()));
    }
  }

  /** A connection's two ends, first that of the program. */
  private record Ends(SocketAddress local, SocketAddress peer) {}

  private final Map<Ends, String> byEnds = new HashMap<>();
  private final Map<SocketAddress, String> byAddress = new HashMap<>();
  private final Map<Integer, String> byPort = new HashMap<>();
  private final Map<Long, Destination> underWay = new LinkedHashMap<>();

  Endpoints copy() {
    Endpoints copy = new Endpoints();
    copy.byEnds.putAll(byEnds);
    copy.byAddress.putAll(byAddress);
    copy.byPort.putAll(byPort);
    copy.underWay.putAll(underWay);
    return copy;
  }

  void started(CallStarted event) {
    if (event.call().is(Function.CONNECT) || event.call().function().sends()) {
      List<SocketAddress> addresses =
          event.call().addresses().stream().map(SocketAddress::decoded).toList();
      underWay.put(event.callId(), new Destination(event.program(), addresses));
    }
  }

  /**
   * A call is over.
   *
   * @param start where it was seen to start
   */
  void returned(@Nullable CallStarted start, CallReturned event) {
    underWay.remove(event.callId());
    if (start != null && !event.result().failed()) {
      if (start.call().function() == Function.BIND) {
        start.call().address().ifPresent(address -> learn(address, event.program()));
      } else if (start.call().function() == Function.GETSOCKNAME) {
        learn(event.result().address(), event.program());
      }
    }
  }

  /**
   * The kernel has told of a socket.
   *
   * @param holder the program that has a descriptor of it
   */
  void observed(SocketObserved event, String holder) {
    learn(event.local(), event.socket().program());
    holds(event.local(), event.peer(), holder);
  }

  /** A program has a descriptor of the connection with these ends, if they are known. */
  void holds(@Nullable SocketAddress local, @Nullable SocketAddress peer, String holder) {
    if (local != null && peer != null) {
      byEnds.put(new Ends(local.unmapped(), peer.unmapped()), holder);
    }
  }

  void foreign(ForeignSocketSeen event) {
    learn(event.local(), event.program());
  }

  private void learn(@Nullable SocketAddress address, String program) {
    if (address != null && address.port() != 0) {
      byAddress.put(address, program);
      byPort.put(address.port(), program);
    }
  }

  /** The program that has a descriptor of the connection with these ends, where that is known. */
  String holder(@Nullable SocketAddress local, @Nullable SocketAddress peer, String otherwise) {
    return local == null || peer == null
        ? otherwise
        : byEnds.getOrDefault(new Ends(local.unmapped(), peer.unmapped()), otherwise);
  }

  /** The program whose socket sends what goes this way; null where it is not known. */
  @Nullable String sender(Flow flow) {
    String holder = byEnds.get(new Ends(flow.source().unmapped(), flow.destination().unmapped()));
    String known = holder == null ? byAddress.get(flow.source()) : holder;
    if (known != null) {
      return known;
    }
    for (Destination destination : underWay.values()) {
      if (destination.of(flow)) {
        learn(flow.source(), destination.program());
        return destination.program();
      }
    }
    // A socket that is bound to the wildcard address, or to the other version of IP.
    return byPort.get(flow.source().port());
  }
}
