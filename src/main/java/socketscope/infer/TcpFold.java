package socketscope.infer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;

/** Follows the TCP connections of an experiment from look to look. */
final class TcpFold {

  /** The two ends of a connection, whichever opened it. */
  private static Set<SocketAddress> ends(SocketAddress one, SocketAddress another) {
    return one.equals(another) ? Set.of(one) : Set.of(one, another);
  }

  private final SocketTable table;
  private final SocketCalls calls;
  private final Causes causes;
  private final Findings findings;
  private final Map<Set<SocketAddress>, Connection> byEnds = new HashMap<>();
  private final Map<SocketId, Connection> bySocket = new HashMap<>();
  private long begin = Long.MIN_VALUE;

  TcpFold(SocketTable table, SocketCalls calls, Findings findings) {
    this.table = table;
    this.calls = calls;
    this.causes = new Causes(calls, table);
    this.findings = findings;
  }

  void add(Event event) {
    if (begin == Long.MIN_VALUE) {
      begin = event.stamp().nanos();
    }
    switch (event) {
      case CallStarted start when start.call().function() == Function.CONNECT -> connecting(start);
      case CallReturned returned when returned.socket() != null -> answered(returned);
      case SocketObserved seen -> look(seen);
      case ConnectionObserved seen -> look(seen);
      default -> {}
    }
  }

  private void connecting(CallStarted start) {
    SocketId socket = start.socket();
    if (socket == null || !table.tcp(socket) || goesOn(socket)) {
      return;
    }
    CallSpan span = new CallSpan(start, null);
    SocketAddress target = span.target();
    if (!PacketAddresses.internet(target)) {
      return;
    }
    long begun = span.start();
    long next =
        calls.on(socket).stream()
            .filter(call -> call.function() == Function.CONNECT && call.start() > begun)
            .filter(call -> !call.failedWith("EALREADY") && !call.failedWith("EISCONN"))
            .mapToLong(CallSpan::start)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    SocketAddress local =
        table
            .firstNamed(socket, begun, next)
            .map(seen -> PacketAddresses.plainOrNull(seen.local()))
            .orElse(null);
    ConnectionEnd opener = new ConnectionEnd(true, local, socket);
    ConnectionEnd other = new ConnectionEnd(false, PacketAddresses.plain(target), null);
    Connection connection = new Connection(opener, other, begun);
    bySocket.put(socket, connection);
    if (local != null) {
      byEnds.put(ends(local, PacketAddresses.plain(target)), connection);
    }
  }

  /** Whether connect() on that socket asks after a connection that is there already. */
  private boolean goesOn(SocketId socket) {
    Connection known = bySocket.get(socket);
    return known != null && !known.isOver() && known.opener.latest() != null;
  }

  /** The kernel's answer proves a packet by itself where it says that it was refused. */
  private void answered(CallReturned returned) {
    Connection connection = bySocket.get(returned.socket());
    boolean refused =
        returned.result().errno() != null
            && returned.result().errno().name().equals("ECONNREFUSED");
    if (connection == null || !refused || connection.isOver()) {
      return;
    }
    connection.end();
    long before = returned.stamp().nanos();
    long anchor =
        calls
            .first(returned.socket(), Set.of(Function.CONNECT), connection.lastLook, before)
            .map(CallSpan::start)
            .orElse(InferredPackets.NONE);
    ConnectionEnd opener = connection.opener;
    ConnectionEnd other = connection.other;
    InferredPackets syn = new InferredPackets(opener, other, Kind.SYN, 1, 0, anchor, before);
    InferredPackets rst = new InferredPackets(other, opener, Kind.RST, 1, 0, anchor, before);
    boolean synKnown = opener.out.synSegments > 0;
    findings.add(synKnown ? List.of(rst) : List.of(syn, rst), connection.lastLook, returned);
  }

  private void look(SocketObserved seen) {
    TcpCounters counters = seen.counters();
    if (counters == null || seen.state() == TcpState.LISTEN) {
      return;
    }
    Connection connection = connectionOf(seen);
    if (connection == null || connection.isOver()) {
      return;
    }
    ConnectionEnd self =
        seen.socket().equals(connection.other.socket) ? connection.other : connection.opener;
    List<InferredPackets> inferred =
        new CounterSample(connection, causes, findings, seen).at(self, counters);
    findings.add(inferred, connection.lastLook, seen);
    connection.lastLook = seen.stamp().nanos();
  }

  private @Nullable Connection connectionOf(SocketObserved seen) {
    Connection known = bySocket.get(seen.socket());
    SocketAddress local = PacketAddresses.plainOrNull(seen.local());
    SocketAddress peer = PacketAddresses.plainOrNull(seen.peer());
    if (known != null || local == null || peer == null) {
      return known;
    }
    Connection opened = byEnds.get(ends(local, peer));
    boolean free = opened != null && opened.other.socket == null && !opened.toItself();
    Connection connection =
        free
            ? opened
            : new Connection(
                new ConnectionEnd(true, peer, null), new ConnectionEnd(false, local, null), begin);
    connection.other.socket = seen.socket();
    byEnds.put(ends(local, peer), connection);
    bySocket.put(seen.socket(), connection);
    return connection;
  }

  private void look(ConnectionObserved seen) {
    SocketAddress local = PacketAddresses.plain(seen.local());
    Connection connection = byEnds.get(ends(local, PacketAddresses.plain(seen.peer())));
    ConnectionEnd self = connection == null ? null : connection.at(local);
    if (connection == null || self == null || connection.isOver() || connection.toItself()) {
      return;
    }
    findings.add(new StateSample(connection, causes, seen).at(self), connection.lastLook, seen);
    // What was counted was not asked: the last look at the counters stays the last one.
  }
}
