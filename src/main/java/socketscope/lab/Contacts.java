package socketscope.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.PacketSeen;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.socket.SocketModel;

/**
 * With whom the experiment's sockets speak that is not of the experiment. A fold of the
 * experiment's events; safe for several threads.
 */
final class Contacts {

  /** A call that may have sent a packet from an address that nobody came to know. */
  private record Attempt(SocketAddress target, long start, long end) {}

  private final SocketModel model = new SocketModel();
  private final OwnSockets own = new OwnSockets();
  private final Map<Contact.Key, Contact> open = new LinkedHashMap<>();
  private final Set<Contact.Key> settled = new HashSet<>();
  private final Map<Long, CallStarted> running = new HashMap<>();
  private final Map<SocketId, Long> begun = new HashMap<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private boolean capturing;

  synchronized void learn(Event event) {
    model.add(event);
    model.closedNow().forEach(socket -> own.gone(socket.id()));
    switch (event) {
      case CallStarted started -> started(started);
      case CallReturned returned -> returned(returned);
      case SocketObserved seen -> observed(seen);
      case ConnectionObserved seen -> waiting(seen);
      case PacketSeen packet -> crossed(packet);
      case CaptureStarted started -> capturing = started.method() != CaptureMethod.NONE;
      case CaptureEnded _ -> capturing = false;
      default -> {}
    }
  }

  private void started(CallStarted call) {
    running.put(call.callId(), call);
    SocketId socket = call.socket();
    if (socket == null) {
      return;
    }
    if (call.call().function() == Function.CONNECT) {
      begun.put(socket, call.stamp().nanos());
    } else if (call.call().function().sends()) {
      OwnSockets.Own sender = own.of(socket);
      SocketAddress target = target(call);
      sent(call, socket, target != null || sender == null ? target : sender.peer());
    }
  }

  private static @Nullable SocketAddress target(CallStarted call) {
    return call.call().address().map(SocketAddress::decoded).map(OwnSockets::internet).orElse(null);
  }

  private static boolean mayName(CallStarted call) {
    return call.call().is(Function.CONNECT) || call.call().function().sends();
  }

  /** A datagram, where the socket is one of UDP. */
  private void sent(CallStarted call, SocketId socket, @Nullable SocketAddress target) {
    OwnSockets.Own sender = own.of(socket);
    if (target != null && (sender == null || !sender.stream())) {
      SocketAddress local = sender == null ? null : sender.local();
      long since = call.stamp().nanos();
      touch(new Contact(false, local, target, call.program(), false, false, false, since));
    }
  }

  private void returned(CallReturned returned) {
    CallStarted started = running.remove(returned.callId());
    long now = returned.stamp().nanos();
    if (returned.created() != null) {
      begun.put(returned.created(), now);
    }
    SocketId socket = returned.socket();
    if (started == null || socket == null) {
      return;
    }
    Function function = started.call().function();
    if (mayName(started)) {
      SocketAddress target = target(started);
      if (target != null) {
        attempts.add(new Attempt(target, started.stamp().nanos(), now));
      }
    } else if (function.receives()) {
      SocketAddress from = OwnSockets.internet(returned.result().address());
      OwnSockets.Own receiver = own.of(socket);
      if (from != null && receiver != null && !receiver.stream()) {
        touch(new Contact(false, receiver.local(), from, socket.program(), true, true, false, now));
      }
    }
  }

  private void observed(SocketObserved seen) {
    OwnSockets.Own socket = own.observed(seen);
    boolean connected =
        switch (seen.state()) {
          case LISTEN, CLOSED, SYN_SENT -> false;
          case SYN_RECV, ESTABLISHED, FIN_WAIT1, FIN_WAIT2 -> true;
          case CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> true;
          case null -> false;
        };
    if (socket != null && socket.peer() != null && connected) {
      long since = begun.getOrDefault(seen.socket(), seen.stamp().nanos());
      touch(
          new Contact(
              true,
              socket.local(),
              socket.peer(),
              seen.socket().program(),
              own.listens(socket.local()),
              true,
              false,
              since));
    }
  }

  /** It waits for accept(). */
  private void waiting(ConnectionObserved seen) {
    SocketAddress local = seen.local().unmapped();
    OwnSockets.Own listener = own.at(true, local);
    boolean waits = seen.state() == TcpState.SYN_RECV || seen.state() == TcpState.ESTABLISHED;
    if (listener != null && waits && own.listens(local)) {
      SocketAddress peer = seen.peer().unmapped();
      String program = listener.socket().program();
      touch(new Contact(true, local, peer, program, true, true, false, seen.stamp().nanos()));
    }
  }

  private void crossed(PacketSeen packet) {
    PacketEnds ends = PacketEnds.of(packet.bytes());
    if (ends != null) {
      long now = packet.stamp().nanos();
      crossed(ends.stream(), ends.destination(), ends.source(), !ends.resets(), now);
      crossed(ends.stream(), ends.source(), ends.destination(), false, now);
    }
  }

  private void crossed(
      boolean stream, SocketAddress mine, SocketAddress other, boolean spoke, long now) {
    OwnSockets.Own socket = own.at(stream, mine);
    if (socket != null) {
      boolean opened = stream ? own.listens(mine) : spoke;
      touch(new Contact(stream, mine, other, socket.socket().program(), opened, spoke, true, now));
    }
  }

  private void touch(Contact contact) {
    if (!settled.contains(contact.key()) && own.at(contact.stream(), contact.other()) == null) {
      open.merge(contact.key(), contact, Contact::and);
    }
  }

  /** Those of which it is not settled who is at the other end. */
  synchronized List<Contact> open() {
    open.values().removeIf(contact -> own.at(contact.stream(), contact.other()) != null);
    return List.copyOf(open.values());
  }

  /** Whether a packet may still come that is older than all that is known of a contact. */
  synchronized boolean incomplete(Contact contact) {
    return capturing && contact.opened() && !contact.crossed();
  }

  synchronized boolean any() {
    return !open.isEmpty();
  }

  /** It is known who is there. */
  synchronized void settle(Contact contact) {
    open.remove(contact.key());
    settled.add(contact.key());
  }

  /** Nobody is there, or one of the experiment's own, until more is heard. */
  synchronized void drop(Contact contact) {
    open.remove(contact.key());
  }

  /**
   * Whether it may be one of the experiment's own sockets that spoke, which had the address too
   * briefly for anybody to ask, or has had it.
   */
  synchronized boolean explained(Contact contact) {
    return own.was(contact.stream(), contact.other())
        || attempts.stream()
            .anyMatch(call ->
                call.target.equals(contact.own())
                    && call.start <= contact.since()
                    && contact.since() <= call.end)
        || running.values().stream().anyMatch(call -> sendsTo(call, contact));
  }

  private static boolean sendsTo(CallStarted call, Contact contact) {
    return mayName(call)
        && call.stamp().nanos() <= contact.since()
        && contact.own() != null
        && contact.own().equals(target(call));
  }
}
