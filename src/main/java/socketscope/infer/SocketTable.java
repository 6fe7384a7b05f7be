package socketscope.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.SynSaved;

/**
 * What the sockets of an experiment are: their protocols, their addresses, and whose an address is.
 * The kernel is asked for an address after packets have come from it, so all events are read first.
 */
final class SocketTable {

  private enum Protocol {
    TCP,
    UDP,
    OTHER
  }

  private static final Set<String> INTERNET = Set.of("AF_INET", "AF_INET6", "2", "10");

  private final Map<SocketId, Protocol> protocols = new HashMap<>();
  private final Map<SocketId, List<SocketObserved>> views = new HashMap<>();
  private final Map<SocketAddress, String> owners = new HashMap<>();
  private final Map<Integer, String> portOwners = new HashMap<>();
  private final Set<SocketAddress> foreign = new HashSet<>();
  private final Map<SocketId, SynSaved> headers = new HashMap<>();

  static SocketTable of(List<? extends Event> events) {
    SocketTable table = new SocketTable();
    Map<Long, CallStarted> started = new HashMap<>();
    for (Event event : events) {
      switch (event) {
        case CallStarted start -> started.put(start.callId(), start);
        case CallReturned returned -> table.born(started.get(returned.callId()), returned);
        case SocketObserved seen -> table.seen(seen);
        case ForeignSocketSeen seen -> table.foreign(seen);
        case SynSaved saved -> table.headers.put(saved.socket(), saved);
        default -> {}
      }
    }
    return table;
  }

  private void born(@Nullable CallStarted start, CallReturned returned) {
    SocketId created = returned.created();
    if (start == null || created == null) {
      return;
    }
    if (start.call().function() == Function.SOCKET) {
      protocols.put(created, protocol(start.call()));
    } else if (start.socket() != null) {
      protocols.put(created, protocols.getOrDefault(start.socket(), Protocol.OTHER));
    }
  }

  private static Protocol protocol(Call socketCall) {
    String type = socketCall.arguments().get(1).toString().split("\\|", -1)[0];
    if (!INTERNET.contains(socketCall.arguments().get(0).toString())) {
      return Protocol.OTHER;
    }
    return switch (type) {
      case "SOCK_STREAM", "1" -> Protocol.TCP;
      case "SOCK_DGRAM", "2" -> Protocol.UDP;
      default -> Protocol.OTHER;
    };
  }

  private void foreign(ForeignSocketSeen seen) {
    SocketAddress local = PacketAddresses.plain(seen.local());
    owners.put(local, seen.program());
    foreign.add(local);
  }

  private void seen(SocketObserved seen) {
    views.computeIfAbsent(seen.socket(), _ -> new ArrayList<>()).add(seen);
    SocketAddress local = PacketAddresses.plainOrNull(seen.local());
    if (local != null) {
      owners.put(local, seen.socket().program());
      portOwners.put(PacketAddresses.port(local), seen.socket().program());
    }
  }

  boolean tcp(@Nullable SocketId socket) {
    return socket != null && protocols.get(socket) == Protocol.TCP;
  }

  boolean udp(@Nullable SocketId socket) {
    return socket != null && protocols.get(socket) == Protocol.UDP;
  }

  /** What the kernel first said, between those moments, about a socket that has an address. */
  Optional<SocketObserved> firstNamed(SocketId socket, long after, long until) {
    return views.getOrDefault(socket, List.of()).stream()
        .filter(seen -> seen.stamp().nanos() > after && seen.stamp().nanos() <= until)
        .filter(seen -> PacketAddresses.plainOrNull(seen.local()) != null)
        .findFirst();
  }

  /** A socket's own address at that moment, or else the first one that it had later. */
  @Nullable SocketAddress local(SocketId socket, long nanos) {
    SocketAddress latest = null;
    for (SocketObserved seen : views.getOrDefault(socket, List.of())) {
      if (latest == null || seen.stamp().nanos() <= nanos) {
        latest = seen.local() == null ? latest : PacketAddresses.plainOrNull(seen.local());
      }
    }
    return latest;
  }

  /** The program that has that address; empty where none of the experiment's has. */
  String owner(@Nullable SocketAddress address) {
    if (address == null) {
      return "";
    }
    String exactly = owners.get(address);
    return exactly != null ? exactly : portOwners.getOrDefault(PacketAddresses.port(address), "");
  }

  /** Whether nobody's calls tell what was sent from that address. */
  boolean unseen(SocketAddress address) {
    return owner(address).isEmpty() || foreign.contains(address);
  }

  @Nullable SynSaved header(@Nullable SocketId socket) {
    return socket == null ? null : headers.get(socket);
  }
}
