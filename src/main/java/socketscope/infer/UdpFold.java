package socketscope.infer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;

/** Follows the datagrams of an experiment from answer to answer. */
final class UdpFold {

  /** Flags under which a call that succeeds has sent one datagram at once. */
  private static final Set<String> PLAIN_FLAGS =
      Set.of("0", "MSG_DONTWAIT", "MSG_NOSIGNAL", "MSG_DONTROUTE", "MSG_EOR", "MSG_CONFIRM");

  /** What is known of one socket. */
  private static final class Sender {
    private @Nullable SocketAddress peer;
    private boolean gathers;
    private long gathered;
    private @Nullable CallSpan sent;
    private @Nullable SocketAddress sentTo;
  }

  private final SocketTable table;
  private final Findings findings;
  private final Map<Long, CallStarted> started = new HashMap<>();
  private final Map<SocketId, Sender> senders = new HashMap<>();

  UdpFold(SocketTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  void add(Event event) {
    if (event instanceof CallStarted start && table.udp(start.socket())) {
      started.put(start.callId(), start);
    } else if (event instanceof CallReturned returned) {
      CallStarted start = started.remove(returned.callId());
      SocketId socket = returned.socket();
      if (start != null && socket != null) {
        Sender sender = senders.computeIfAbsent(socket, _ -> new Sender());
        answered(socket, sender, new CallSpan(start, returned), returned.result());
      }
    }
  }

  private void answered(SocketId socket, Sender sender, CallSpan span, Result result) {
    if (span.failedWith("ECONNREFUSED")) {
      refused(socket, sender, span);
    } else if (!result.failed()) {
      succeeded(socket, sender, span, result);
    }
  }

  private void succeeded(SocketId socket, Sender sender, CallSpan span, Result result) {
    switch (span.function()) {
      case CONNECT -> sender.peer = PacketAddresses.plainOrNull(span.target());
      case SEND, SENDTO, WRITE -> sent(socket, sender, span, result);
      case RECVFROM -> received(socket, span, result);
      case SETSOCKOPT -> sender.gathers |= gathers(span);
      default -> {}
    }
  }

  /**
   * UDP's own options (udp(7): UDP_CORK, UDP_SEGMENT) make one datagram of many calls, or many of
   * one.
   */
  private static boolean gathers(CallSpan span) {
    String level = span.call().arguments().get(1).toString();
    return Set.of("SOL_UDP", "IPPROTO_UDP", "17").contains(level);
  }

  private void sent(SocketId socket, Sender sender, CallSpan span, Result result) {
    SocketAddress target = span.function() == Function.SENDTO ? span.target() : sender.peer;
    boolean emptyWrite = span.function() == Function.WRITE && result.value() == 0;
    if (span.flagged("MSG_MORE")) {
      sender.gathered += result.value();
      return;
    }
    if (sender.gathers || emptyWrite || !plain(span) || target == null) {
      return;
    }
    long bytes = sender.gathered + result.value();
    sender.gathered = 0;
    sender.sent = span;
    sender.sentTo = PacketAddresses.plain(target);
    add(
        span.start() + 1,
        endpoint(socket, span.start()),
        new Findings.Endpoint(table.owner(sender.sentTo), sender.sentTo),
        new Findings.What(Kind.DATAGRAM, 1, bytes, null),
        span.start(),
        span);
  }

  private static boolean plain(CallSpan span) {
    if (span.function() == Function.WRITE) {
      return true;
    }
    String flags = span.call().arguments().get(2).toString();
    return PLAIN_FLAGS.containsAll(Set.of(flags.split("\\|", -1)));
  }

  /** A datagram that no program of the experiment sent. */
  private void received(SocketId socket, CallSpan span, Result result) {
    SocketAddress source = PacketAddresses.plainOrNull(result.address());
    if (source != null && table.unseen(source) && !span.flagged("MSG_PEEK")) {
      long arrived = span.end();
      add(
          arrived - 1,
          new Findings.Endpoint(table.owner(source), source),
          endpoint(socket, arrived),
          new Findings.What(Kind.DATAGRAM, 1, result.value(), null),
          Long.MIN_VALUE,
          span);
    }
  }

  /** An ICMP error has come for the datagram that the socket sent last. */
  private void refused(SocketId socket, Sender sender, CallSpan span) {
    CallSpan cause = sender.sent;
    if (cause == null || sender.sentTo == null) {
      return;
    }
    sender.sent = null;
    add(
        cause.start() + 2,
        new Findings.Endpoint(table.owner(sender.sentTo), sender.sentTo),
        endpoint(socket, span.end()),
        new Findings.What(Kind.PORT_UNREACHABLE, 1, 0, null),
        cause.start(),
        span);
  }

  private Findings.Endpoint endpoint(SocketId socket, long nanos) {
    return new Findings.Endpoint(socket.program(), table.local(socket, nanos));
  }

  private void add(
      long nanos,
      Findings.Endpoint from,
      Findings.Endpoint to,
      Findings.What what,
      long after,
      CallSpan proof) {
    CallReturned returned = proof.returned();
    if (returned != null) {
      findings.add(nanos, from, to, what, after, proof.end(), returned);
    }
  }
}
