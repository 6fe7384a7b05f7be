package socketscope.infer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;
import socketscope.socket.ConnectAttempt;
import socketscope.socket.ConnectAttempt.Outcome;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/**
 * Follows the TCP connections of an experiment from look to look: one for each attempt to be
 * connected.
 */
final class TcpFold {

  /** The two ends of a connection, whichever opened it. */
  private static Set<SocketAddress> ends(SocketAddress one, SocketAddress another) {
    return one.equals(another) ? Set.of(one) : Set.of(one, another);
  }

  private final SocketModel model;
  private final KnownSockets known;
  private final Causes causes;
  private final Findings findings;
  private final Map<Set<SocketAddress>, Connection> byEnds = new HashMap<>();
  private final Map<Integer, Connection> bySocket = new HashMap<>();

  /** Those whose connection was dissolved: they are told as its ends until they have another. */
  private final Set<Integer> ended = new HashSet<>();

  private long begin = Long.MIN_VALUE;

  /**
   * Nothing has passed yet.
   *
   * @param model of the events so far, each of which it is given before this fold
   */
  TcpFold(SocketModel model, KnownSockets known, SocketCalls calls, Findings findings) {
    this.model = model;
    this.known = known;
    this.causes = new Causes(calls, known);
    this.findings = findings;
  }

  /**
   * The next event.
   *
   * @param call the call that it is of; null where it is of none
   */
  void add(Event event, @Nullable MadeCall call) {
    if (begin == Long.MIN_VALUE) {
      begin = event.stamp().nanos();
    }
    switch (event) {
      case CallStarted _ when call != null && call.attempt() != MadeCall.NONE -> connecting(call);
      case CallReturned returned when call != null -> answered(call, returned);
      case SocketObserved seen -> look(seen);
      case ConnectionObserved seen -> look(seen);
      default -> {}
    }
  }

  /** A connect() that begins an attempt; one that asks after another moves nothing. */
  private void connecting(MadeCall call) {
    ConnectAttempt attempt = known.attempt(call.attempt());
    boolean tcp = model.socket(call).filter(socket -> socket.kind().tcp()).isPresent();
    boolean begins = attempt.begun().id() == call.id() && attempt.outcome() != Outcome.REJECTED;
    if (!tcp || !begins || !PacketAddresses.internet(attempt.target())) {
      return;
    }
    SocketAddress target = PacketAddresses.plain(attempt.target());
    SocketAddress local = PacketAddresses.plainBeside(attempt.local(), target);
    ConnectionEnd opener = new ConnectionEnd(true, local, call.socketNumber());
    ConnectionEnd other = new ConnectionEnd(false, target, MadeCall.NONE);
    Connection connection = new Connection(opener, other, call.since());
    bySocket.put(call.socketNumber(), connection);
    if (local != null) {
      byEnds.put(ends(local, target), connection);
    }
  }

  private void answered(MadeCall call, CallReturned returned) {
    Connection connection = bySocket.get(call.socketNumber());
    SocketRecord socket = model.socket(call).orElse(null);
    if (connection == null || socket == null || connection.isOver()) {
      return;
    }
    boolean toldNow = call.equals(socket.told());
    if (toldNow && model.attempt(socket).filter(TcpFold::refused).isPresent()) {
      refused(connection, call, returned);
    } else if (call.dissolves() && call.succeeded()) {
      dissolved(connection, call, returned);
    }
  }

  private static boolean refused(ConnectAttempt attempt) {
    return attempt.outcome() == Outcome.REFUSED;
  }

  /** The kernel's answer proves a packet by itself where it says that it was refused. */
  private void refused(Connection connection, MadeCall call, CallReturned returned) {
    connection.end();
    long before = returned.stamp().nanos();
    long anchor = causes.anchor(call.socketNumber(), Causes::connects, connection.lastLook, before);
    ConnectionEnd opener = connection.opener;
    ConnectionEnd other = connection.other;
    InferredPackets syn = new InferredPackets(opener, other, Kind.SYN, 1, 0, anchor, before);
    InferredPackets rst = new InferredPackets(other, opener, Kind.RST, 1, 0, anchor, before);
    boolean synKnown = opener.out.synSegments > 0;
    findings.add(synKnown ? List.of(rst) : List.of(syn, rst), connection.lastLook, returned);
  }

  /**
   * An established connection that is dissolved is reset (tcp_disconnect() in Linux'
   * net/ipv4/tcp.c); the socket's next one is another.
   */
  private void dissolved(Connection connection, MadeCall call, CallReturned returned) {
    bySocket.remove(call.socketNumber());
    ended.add(call.socketNumber());
    ConnectionEnd self = connection.of(call.socketNumber());
    boolean open =
        switch (self.state()) {
          case SYN_RECV, ESTABLISHED, FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT -> true;
          case CLOSED, LISTEN, SYN_SENT, CLOSING, LAST_ACK, TIME_WAIT -> false;
          case null -> false;
        };
    if (open && self.out.rstSegments == 0) {
      self.out.rstSegments++;
      self.out.proven();
      InferredPackets rst =
          new InferredPackets(
              self,
              connection.facing(self),
              Kind.RST,
              1,
              0,
              call.since(),
              returned.stamp().nanos());
      findings.add(List.of(rst), connection.lastLook, returned);
    }
  }

  private void look(SocketObserved seen) {
    TcpCounters counters = seen.counters();
    SocketRecord socket = model.socket(seen.socket()).orElse(null);
    if (counters == null || socket == null || seen.state() == TcpState.LISTEN) {
      return;
    }
    Connection connection = connectionOf(socket.number(), seen);
    if (connection == null || connection.isOver()) {
      return;
    }
    ConnectionEnd self = connection.of(socket.number());
    self.socket = socket.number();
    List<InferredPackets> inferred =
        new CounterSample(connection, causes, findings, seen).at(self, counters);
    findings.add(inferred, connection.lastLook, seen);
    connection.lastLook = seen.stamp().nanos();
  }

  private @Nullable Connection connectionOf(int socket, SocketObserved seen) {
    Connection own = bySocket.get(socket);
    SocketAddress peer = PacketAddresses.plainOrNull(seen.peer());
    SocketAddress local = PacketAddresses.plainBeside(seen.local(), peer);
    if (own != null || local == null || peer == null || ended.contains(socket)) {
      return own;
    }
    Connection opened = byEnds.get(ends(local, peer));
    boolean free = opened != null && opened.other.socket == MadeCall.NONE && !opened.toItself();
    Connection connection =
        free
            ? opened
            : new Connection(
                new ConnectionEnd(true, peer, MadeCall.NONE),
                new ConnectionEnd(false, local, MadeCall.NONE),
                begin);
    connection.other.socket = socket;
    byEnds.put(ends(local, peer), connection);
    bySocket.put(socket, connection);
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
