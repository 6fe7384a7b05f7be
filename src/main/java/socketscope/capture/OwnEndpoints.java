package socketscope.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.capture.HeadingReader.Heading;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.socket.ConnectAttempt;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/**
 * The experiment's sockets: their endpoints, and from when until when they were theirs.
 *
 * <p>An endpoint is known when the kernel has named it (getsockname(2)). What was sent from a port
 * that the socket lost before it could be asked, as after a connect() that was refused, is known by
 * where it went while that went on: an {@link UnknownSource}.
 */
final class OwnEndpoints {

  private record Own(int socket, Endpoint endpoint) {}

  private final SocketModel model = new SocketModel();
  private final Map<Integer, Set<Own>> byPort = new HashMap<>();
  private final Map<Integer, Long> born = new HashMap<>();
  private final Map<Integer, Long> died = new HashMap<>();

  /** Datagrams of sockets whose address the kernel has not told since. */
  private final Map<Integer, List<UnknownSource>> unresolved = new HashMap<>();

  private final Set<Integer> attempted = new HashSet<>();
  private final List<UnknownSource> lost = new ArrayList<>();

  /** Takes an event in; false where it says nothing new about whose packets are whose. */
  boolean learn(Event event) {
    MadeCall call = model.add(event);
    boolean learnt = false;
    if (event instanceof CallReturned returned) {
      model.socket(returned.created()).ifPresent(made -> began(made, returned));
      model.socket(returned.second()).ifPresent(made -> began(made, returned));
    }
    if (event instanceof CallReturned && call != null) {
      learnt = returned(call);
    } else if (event instanceof SocketObserved observed) {
      learnt = observed(model.socket(observed.socket()).orElseThrow());
    }
    for (SocketRecord socket : model.closedNow()) {
      died.putIfAbsent(socket.number(), event.stamp().nanos());
      lost.addAll(unresolved.getOrDefault(socket.number(), List.of()));
      unresolved.remove(socket.number());
      model.attempt(socket).ifPresent(this::attempted);
      learnt = true;
    }
    return learnt;
  }

  private boolean returned(MadeCall call) {
    SocketRecord socket = model.socket(call).orElse(null);
    if (socket == null) {
      return false;
    }
    if (call.is(Function.BIND) && call.succeeded()) {
      // Until then its port was nobody's, and what was sent there is not the experiment's.
      born.put(socket.number(), call.since());
    }
    if (call.sends()) {
      return call.succeeded() && sent(socket, call);
    }
    return model.attempt(call.attempt()).filter(this::attempted).isPresent();
  }

  /** Packets of a connection are older than the accept() that hands it out. */
  private void began(SocketRecord socket, CallReturned returned) {
    boolean accepted = socket.listener() != MadeCall.NONE;
    born.put(
        socket.number(),
        accepted ? born.getOrDefault(socket.listener(), Long.MIN_VALUE) : returned.stamp().nanos());
  }

  /** A datagram may have gone from an address that its socket has lost when it is asked. */
  private boolean sent(SocketRecord socket, MadeCall call) {
    if (socket.local() != null) {
      return false;
    }
    for (Call.Sent piece : call.call().sent(Objects.requireNonNull(call.result()))) {
      SocketAddress to = piece.to().map(SocketAddress::decoded).orElse(socket.peer());
      Endpoint target = endpoint(socket, Transport.UDP, to);
      if (target != null) {
        UnknownSource source = new UnknownSource(target, call.since(), call.until());
        if (!socket.open()) {
          lost.add(source);
          return true;
        }
        unresolved.computeIfAbsent(socket.number(), _ -> new ArrayList<>()).add(source);
      }
    }
    return false;
  }

  /** An attempt that is over, from a port that nobody came to know. */
  private boolean attempted(ConnectAttempt attempt) {
    SocketRecord socket = model.socket(attempt.socketNumber()).orElseThrow();
    boolean over =
        switch (attempt.outcome()) {
          case CALLING, IN_PROGRESS, INTERRUPTED, REJECTED -> false;
          case REFUSED, TIMED_OUT, UNREACHABLE, FAILED, ABANDONED -> true;
          case ESTABLISHED -> !socket.open();
        };
    Endpoint target = endpoint(socket, Transport.TCP, attempt.target());
    if (!over || attempt.local() != null || target == null || !attempted.add(attempt.number())) {
      return false;
    }
    lost.add(new UnknownSource(target, attempt.begin(), attempt.end()));
    return true;
  }

  private static @Nullable Endpoint endpoint(
      SocketRecord socket, Transport usual, @Nullable SocketAddress address) {
    Transport transport = Transport.of(socket.kind(), usual);
    return transport == null || address == null ? null : Endpoint.of(transport, address);
  }

  private boolean observed(SocketRecord socket) {
    SocketAddress local = socket.local();
    SocketObserved seen = socket.observed();
    Transport usual = seen == null ? null : Transport.ofType(seen.type());
    Endpoint endpoint = usual == null ? null : endpoint(socket, usual, local);
    boolean failed = model.attempt(socket).filter(this::attempted).isPresent();
    if (endpoint == null || endpoint.port() == 0) {
      return failed;
    }
    unresolved.remove(socket.number());
    boolean another = add(socket, endpoint);
    if (local instanceof SocketAddress.Inet6 && speaksIpv4(seen)) {
      another |= add(socket, Endpoint.inet4(endpoint.transport(), 0, endpoint.port()));
    }
    return another || failed;
  }

  private boolean add(SocketRecord socket, Endpoint endpoint) {
    return byPort
        .computeIfAbsent(endpoint.port(), _ -> new HashSet<>())
        .add(new Own(socket.number(), endpoint));
  }

  /** One of IPv6 that is connected to an address of IPv4 sends from another than it tells. */
  private static boolean speaksIpv4(@Nullable SocketObserved seen) {
    return seen != null
        && seen.peer() != null
        && seen.peer().unmapped() instanceof SocketAddress.Inet4;
  }

  /** Whether an endpoint was one of the experiment's sockets' at that time. */
  boolean own(Endpoint endpoint, long nanos) {
    for (Own own : byPort.getOrDefault(endpoint.port(), Set.of())) {
      if (own.endpoint.covers(endpoint)
          && born.getOrDefault(own.socket, Long.MIN_VALUE) <= nanos
          && nanos <= died.getOrDefault(own.socket, Long.MAX_VALUE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call of the experiment sent that packet, which no other packet is explained by. */
  boolean sent(CapturedPacket packet) {
    for (UnknownSource source : lost) {
      if (source.explains(packet)) {
        return lost.remove(source);
      }
    }
    return false;
  }

  /** Forgets what was over before that time: its packets will not come any more. */
  void forgetBefore(long nanos) {
    lost.removeIf(source -> source.until() < nanos);
  }

  /**
   * What sent a packet, or was about to, from a port that is not known.
   *
   * @param target where to
   * @param from when it began
   * @param until when it was over
   */
  record UnknownSource(Endpoint target, long from, long until) {

    /** Whether the packet is of it, as far as can be told: it was under way then. */
    boolean explains(CapturedPacket packet) {
      Heading heading = packet.heading();
      Segment segment = heading.segment();
      return heading.destination().equals(target)
          && !heading.quoted()
          && (segment == null || segment.opens())
          && from <= packet.nanos()
          && packet.nanos() <= until;
    }
  }
}
