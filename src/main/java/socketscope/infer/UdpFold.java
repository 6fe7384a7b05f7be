package socketscope.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/** Follows the datagrams of an experiment from answer to answer. */
final class UdpFold {

  /** Flags under which a call that succeeds has sent one datagram at once. */
  private static final Set<String> PLAIN_FLAGS =
      Set.of("0", "MSG_DONTWAIT", "MSG_NOSIGNAL", "MSG_DONTROUTE", "MSG_EOR", "MSG_CONFIRM");

  /** What is known of one socket. */
  private static final class Sender {
    private boolean gathers;
    private long gathered;

    /**
     * Where the datagram goes that MSG_MORE has begun: what follows is added, whatever it names.
     */
    private @Nullable SocketAddress begun;

    /** It was connected to somewhere while it had begun one: nobody knows where that goes. */
    private boolean astray;

    private @Nullable MadeCall sent;
    private @Nullable SocketAddress sentTo;

    private void forget() {
      astray = false;
      begun = null;
      gathered = 0;
      sent = null;
      sentTo = null;
    }
  }

  /** A packet that waits to be told, until the kernel has named its socket. */
  private record Unnamed(
      long nanos,
      boolean outward,
      Findings.Endpoint other,
      Findings.What what,
      long after,
      MadeCall proof) {}

  private final SocketModel model;
  private final KnownSockets known;
  private final Findings findings;
  private final Map<Integer, Sender> senders = new HashMap<>();
  private final Map<Integer, List<Unnamed>> unnamed = new HashMap<>();

  /**
   * Nothing has passed yet.
   *
   * @param model of the events so far, each of which it is given before this fold
   */
  UdpFold(SocketModel model, KnownSockets known, Findings findings) {
    this.model = model;
    this.known = known;
    this.findings = findings;
  }

  /**
   * The next event.
   *
   * @param call the call that it is of; null where it is of none
   */
  void add(Event event, @Nullable MadeCall call) {
    if (event instanceof SocketObserved seen) {
      model.socket(seen.socket()).ifPresent(this::named);
    } else if (event instanceof CallReturned && call != null) {
      model
          .socket(call)
          .filter(socket -> socket.kind().udp())
          .ifPresent(socket -> answered(socket, call));
    }
  }

  private void answered(SocketRecord socket, MadeCall call) {
    Sender sender = senders.computeIfAbsent(socket.number(), _ -> new Sender());
    if (call.failedWith("ECONNREFUSED")) {
      refused(socket, sender, call);
    } else if (call.succeeded()) {
      succeeded(socket, sender, call);
    }
  }

  private void succeeded(SocketRecord socket, Sender sender, MadeCall call) {
    if (call.sends()) {
      sent(socket, sender, call);
    } else if (call.receives() && call.function().countsBytes()) {
      received(socket, call);
    } else if (call.is(Function.SETSOCKOPT)) {
      sender.gathers |= gathers(call);
    } else if (call.is(Function.CONNECT)) {
      sender.astray |= sender.begun != null;
      if (socket.local() == null) {
        // The port that it had is given back: the next datagram comes from another.
        flush(socket.number(), null);
      }
    }
  }

  /**
   * UDP's own options (udp(7): UDP_CORK, UDP_SEGMENT) make one datagram of many calls, or many of
   * one. Linux takes them at the level of UDP-Lite, too.
   */
  private static boolean gathers(MadeCall call) {
    return call.call().is("level", "SOL_UDP") || call.call().is("level", "IPPROTO_UDPLITE");
  }

  private void sent(SocketRecord socket, Sender sender, MadeCall call) {
    Result result = call.result();
    if (result == null) {
      return;
    }
    if (call.call().hasFlag("MSG_MORE")) {
      sender.gathered += call.call().moved(result);
      if (sender.begun == null) {
        sender.begun =
            call.call().sent(result).stream()
                .findFirst()
                .map(datagram -> target(socket, datagram))
                .orElse(null);
      }
      return;
    }
    boolean emptyWrite = call.call().is(Function.WRITE, Function.WRITEV) && result.value() == 0;
    if (sender.gathers || emptyWrite || !plain(call)) {
      return;
    }
    for (Call.Sent datagram : call.call().sent(result)) {
      if (sender.astray) {
        sender.forget();
        continue;
      }
      SocketAddress target = sender.begun == null ? target(socket, datagram) : sender.begun;
      sender.begun = null;
      if (target != null && PacketAddresses.plainOrNull(target) != null) {
        sent(socket, sender, call, new Call.Sent(datagram.bytes(), Optional.of(target)));
      }
    }
  }

  private static @Nullable SocketAddress target(SocketRecord socket, Call.Sent datagram) {
    return datagram.to().map(SocketAddress::decoded).orElse(socket.peer());
  }

  private void sent(SocketRecord socket, Sender sender, MadeCall call, Call.Sent datagram) {
    SocketAddress target = PacketAddresses.plain(datagram.to().orElseThrow());
    long bytes = sender.gathered + datagram.bytes();
    sender.gathered = 0;
    sender.sent = call;
    sender.sentTo = target;
    tell(
        socket,
        new Unnamed(
            call.since() + 1,
            true,
            new Findings.Endpoint(ownerNow(target), target),
            new Findings.What(Kind.DATAGRAM, 1, bytes, null),
            call.since(),
            call));
  }

  /** Who has that very address now; later it may be another's. */
  private String ownerNow(SocketAddress address) {
    return model
        .lastAt(address)
        .filter(SocketRecord::open)
        .map(this::holder)
        .orElseGet(() -> known.owner(address));
  }

  /** Its own program, unless that has passed it on. */
  private String holder(SocketRecord socket) {
    List<String> holders = model.holders(socket);
    boolean passed = !holders.isEmpty() && !holders.contains(socket.program());
    return passed ? holders.getFirst() : socket.program();
  }

  private static long valueOf(MadeCall call) {
    Result result = call.result();
    return result == null ? 0 : result.value();
  }

  private static boolean plain(MadeCall call) {
    return call.call()
        .constant("flags")
        .map(flags -> PLAIN_FLAGS.containsAll(Set.of(flags.spelled().split("\\|", -1))))
        .orElse(true);
  }

  /** A datagram that no program of the experiment sent. */
  private void received(SocketRecord socket, MadeCall call) {
    Result result = call.result();
    SocketAddress source = result == null ? null : PacketAddresses.plainOrNull(result.address());
    if (source != null && known.unseen(source) && !call.peeks()) {
      tell(
          socket,
          new Unnamed(
              call.until() - 1,
              false,
              new Findings.Endpoint(known.owner(source), source),
              new Findings.What(Kind.DATAGRAM, 1, valueOf(call), null),
              Long.MIN_VALUE,
              call));
    }
  }

  /** An ICMP error has come for the datagram that the socket sent last. */
  private void refused(SocketRecord socket, Sender sender, MadeCall call) {
    MadeCall cause = sender.sent;
    if (cause == null || sender.sentTo == null) {
      return;
    }
    sender.sent = null;
    tell(
        socket,
        new Unnamed(
            cause.since() + 2,
            false,
            new Findings.Endpoint(known.owner(sender.sentTo), sender.sentTo),
            new Findings.What(Kind.PORT_UNREACHABLE, 1, 0, null),
            cause.since(),
            call));
  }

  /** The kernel names a socket after its first datagram has gone. */
  private void tell(SocketRecord socket, Unnamed packet) {
    unnamed.computeIfAbsent(socket.number(), _ -> new ArrayList<>()).add(packet);
    named(socket);
  }

  private void named(SocketRecord socket) {
    if (PacketAddresses.plainOrNull(socket.local()) != null) {
      flush(socket.number(), socket.local());
    }
  }

  /** No event is left: those that nobody has named stay without a name. */
  void end() {
    List.copyOf(unnamed.keySet()).forEach(socket -> flush(socket, null));
  }

  private void flush(int socket, @Nullable SocketAddress local) {
    List<Unnamed> packets = unnamed.remove(socket);
    if (packets == null) {
      return;
    }
    for (Unnamed packet : packets) {
      SocketAddress name = PacketAddresses.plainBeside(local, packet.other.address());
      Findings.Endpoint own = new Findings.Endpoint(known.program(socket, name), name);
      CallReturned returned = packet.proof.returned();
      if (returned != null) {
        findings.add(
            packet.nanos,
            packet.outward ? own : packet.other,
            packet.outward ? packet.other : own,
            packet.what,
            packet.after,
            packet.proof.until(),
            returned);
      }
    }
  }
}
