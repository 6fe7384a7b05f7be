package socketscope.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.capture.HeadingReader.Heading;
import socketscope.event.Argument;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;

/**
 * The experiment's sockets: their endpoints, and from when until when they were theirs. A fold of
 * the experiment's events.
 *
 * <p>An endpoint is known when the kernel has named it (getsockname(2)). A socket that lost its
 * port before it could be asked, as by a connect() that was refused, is known by the packet that
 * went to the call's destination while the call was under way: an {@link Attempt}.
 */
final class OwnEndpoints {

  private record Own(SocketId socket, Endpoint endpoint) {}

  /** What connect() answers when it is still at it. */
  private static final Set<String> UNDER_WAY = Set.of("EINPROGRESS", "EALREADY", "EINTR");

  private final Map<Integer, Set<Own>> byPort = new HashMap<>();
  private final Set<SocketId> named = new HashSet<>();
  private final Map<SocketId, Transport> transports = new HashMap<>();
  private final Map<SocketId, Long> born = new HashMap<>();
  private final Map<SocketId, Long> died = new HashMap<>();
  private final Map<Long, CallStarted> calls = new HashMap<>();
  private final List<Attempt> unresolved = new ArrayList<>();
  private final List<Attempt> lost = new ArrayList<>();

  /** Takes an event in; false where it says nothing new about whose packets are whose. */
  boolean learn(Event event) {
    return switch (event) {
      case CallStarted started -> {
        calls.put(started.callId(), started);
        yield false;
      }
      case CallReturned returned -> returned(returned);
      case SocketObserved observed -> observed(observed);
      case ProgramEnded ended -> {
        Set<SocketId> sockets = new HashSet<>(transports.keySet());
        unresolved.forEach(attempt -> sockets.add(attempt.socket()));
        sockets.removeIf(socket -> !socket.program().equals(ended.program()));
        sockets.forEach(socket -> died(socket, ended.stamp().nanos()));
        yield true;
      }
      default -> false;
    };
  }

  private boolean returned(CallReturned returned) {
    CallStarted started = calls.remove(returned.callId());
    SocketId created = returned.created();
    if (created != null) {
      // Packets of a connection are older than the accept() that hands it out.
      SocketId listener = returned.socket();
      born.put(
          created,
          listener == null
              ? returned.stamp().nanos()
              : born.getOrDefault(listener, Long.MIN_VALUE));
    }
    if (started == null || started.socket() == null) {
      return false;
    }
    return switch (started.call().function()) {
      case BIND -> {
        if (!returned.result().failed()) {
          // Until then its port was nobody's, and what was sent there is not the experiment's.
          born.put(started.socket(), started.stamp().nanos());
        }
        yield false;
      }
      case CONNECT -> attempted(started, 1, returned);
      case SENDTO -> attempted(started, 3, returned);
      case CLOSE ->
          !returned.result().failed()
              && !returned.kept()
              && died(started.socket(), returned.stamp().nanos());
      default -> false;
    };
  }

  private boolean attempted(CallStarted started, int address, CallReturned returned) {
    SocketId socket = Objects.requireNonNull(started.socket());
    Endpoint target = target(socket, started, address);
    if (target == null || named.contains(socket)) {
      return false;
    }
    Attempt attempt =
        new Attempt(socket, target, started.stamp().nanos(), returned.stamp().nanos());
    boolean gone =
        died.containsKey(socket)
            || started.call().function() == Function.CONNECT && hasFailed(returned.result());
    (gone ? lost : unresolved).add(attempt);
    return gone;
  }

  private static boolean hasFailed(Result result) {
    return result.errno() != null && !UNDER_WAY.contains(result.errno().name());
  }

  private @Nullable Endpoint target(SocketId socket, CallStarted started, int address) {
    Transport usual = started.call().function() == Function.CONNECT ? Transport.TCP : Transport.UDP;
    return started.call().arguments().get(address) instanceof Argument.Address(SocketAddress to)
        ? Endpoint.of(transports.getOrDefault(socket, usual), to)
        : null;
  }

  private boolean observed(SocketObserved observed) {
    Transport transport = Transport.ofType(observed.type());
    if (transport == null) {
      return false;
    }
    transports.put(observed.socket(), transport);
    SocketAddress local = observed.local();
    Endpoint endpoint = local == null ? null : Endpoint.of(transport, local);
    if (endpoint == null || endpoint.port() == 0) {
      // A socket may lose its port again, and get another.
      named.remove(observed.socket());
      return false;
    }
    named.add(observed.socket());
    unresolved.removeIf(attempt -> attempt.socket().equals(observed.socket()));
    return byPort
        .computeIfAbsent(endpoint.port(), _ -> new HashSet<>())
        .add(new Own(observed.socket(), endpoint));
  }

  private boolean died(SocketId socket, long nanos) {
    died.putIfAbsent(socket, nanos);
    boolean learnt = false;
    for (Iterator<Attempt> all = unresolved.iterator(); all.hasNext(); ) {
      Attempt attempt = all.next();
      if (attempt.socket().equals(socket)) {
        all.remove();
        lost.add(attempt);
        learnt = true;
      }
    }
    return learnt;
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
    for (Attempt attempt : lost) {
      if (attempt.explains(packet)) {
        return lost.remove(attempt);
      }
    }
    return false;
  }

  /** Forgets calls that returned before that time: their packets will not come any more. */
  void forgetBefore(long nanos) {
    lost.removeIf(attempt -> attempt.until() < nanos);
  }

  /**
   * A call that sent a packet, or was about to, from a port that is not known.
   *
   * @param target where to
   * @param from when the call was made
   * @param until when it returned
   */
  record Attempt(SocketId socket, Endpoint target, long from, long until) {

    /**
     * Whether it is this call that sent the packet, as far as can be told: it was under way then.
     */
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
