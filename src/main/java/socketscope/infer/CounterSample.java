package socketscope.infer;

import static socketscope.infer.InferredPackets.NONE;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.SocketObserved;
import socketscope.event.TcpCounters;
import socketscope.socket.MadeCall;

/**
 * One sample of the counters of one end of a connection: what they show that was not known before.
 */
final class CounterSample {

  private final Connection connection;
  private final Causes causes;
  private final SocketObserved seen;
  private final long now;
  private final Findings findings;
  private final List<InferredPackets> inferred = new ArrayList<>();

  CounterSample(Connection connection, Causes causes, Findings findings, SocketObserved seen) {
    this.findings = findings;
    this.connection = connection;
    this.causes = causes;
    this.seen = seen;
    this.now = seen.stamp().nanos();
  }

  /** What has come to light, in the order of cause and effect. */
  List<InferredPackets> at(ConnectionEnd self, TcpCounters counters) {
    ConnectionEnd peer = connection.facing(self);
    boolean finGone = self.out.finSegments == 0 && Connection.finSent(self, seen, counters);
    boolean finCame = peer.out.finSegments > 0 || connection.finReceived(self, seen, counters);
    boolean finNew = finCame && peer.out.finSegments == 0;
    boolean broken = connection.broken(self, seen, counters, finCame);
    Account.News gone =
        self.out.counted(self.sent(counters), counters.dataSegmentsOut(), counters.bytesSent());
    Account.News come =
        connection.toItself()
            ? new Account.News(0, 0, 0)
            : peer.out.counted(
                counters.segmentsIn(),
                counters.dataSegmentsIn(),
                counters.bytesReceived() - (finCame ? 1 : 0));
    boolean open = !self.opened || counters.bytesAcked() > 0;
    Parts mine = Parts.of(gone, syn(self, gone, open), finGone, again(self, counters), false);
    Parts theirs = Parts.of(come, syn(peer, come, open), finNew, 0, broken);
    note(self, mine, finGone);
    note(peer, theirs, finNew);
    if (gone.dataSegments() == 0 && gone.bytes() > 0) {
      findings.carriedMore(self, gone.bytes());
    }
    boolean hadReadAll = self.readEverything();
    self.saw(seen, peer.address);
    tell(self, mine, peer, theirs, hadReadAll);
    return inferred;
  }

  /** How many of the new segments open the connection. */
  private static long syn(ConnectionEnd side, Account.News news, boolean open) {
    if (side.opened && !open) {
      return news.segments();
    }
    return side.out.synSegments == 0 && open && news.segments() > 0 ? 1 : 0;
  }

  private static long again(ConnectionEnd side, TcpCounters counters) {
    SocketObserved before = side.latest();
    TcpCounters known = before == null ? null : before.counters();
    return known == null || side.out.finSegments == 0
        ? 0
        : counters.segmentsRetransmitted() - known.segmentsRetransmitted();
  }

  private static void note(ConnectionEnd side, Parts parts, boolean finIsNew) {
    side.out.synSegments += parts.syn();
    side.out.finSegments += finIsNew ? 1 : 0;
    side.out.rstSegments += parts.rst();
  }

  private void tell(
      ConnectionEnd self, Parts mine, ConnectionEnd peer, Parts theirs, boolean hadReadAll) {
    boolean selfOpened = self.opened;
    Parts opening = selfOpened ? mine : theirs;
    Parts answering = selfOpened ? theirs : mine;
    opening = handshake(opening, connection.toItself() ? granted(opening) : answering.syn());
    mine = selfOpened ? opening : mine;
    theirs = selfOpened ? theirs : opening;
    long mineAt = anchor(self, mine);
    long theirsAt = anchor(peer, theirs);
    boolean mineFirst = mineAt != theirsAt ? mineAt < theirsAt : mine.moves();
    if (mineFirst) {
      move(self, mine, peer.readEverything());
      answer(peer, theirs, mine.moves(), mineAt);
      move(peer, theirs, hadReadAll);
      answer(self, mine, theirs.moves(), theirsAt);
    } else {
      move(peer, theirs, hadReadAll);
      answer(self, mine, theirs.moves(), theirsAt);
      move(self, mine, peer.readEverything());
      answer(peer, theirs, mine.moves(), mineAt);
    }
    breakOff(self, mine);
    breakOff(peer, theirs);
    if (connection.toItself()) {
      answer(self, mine, true, mineAt);
      return;
    }
    alone(self, mine, theirs);
    alone(peer, theirs, mine);
  }

  /** The three segments that open the connection, as many of them as are new. */
  private Parts handshake(Parts opening, long granted) {
    if (opening.syn() == 0 && granted == 0) {
      return opening;
    }
    ConnectionEnd opener = connection.opener;
    ConnectionEnd other = connection.other;
    long anchor = causes.anchor(opener.socket, Causes::connects, connection.lastLook, now);
    long before = causes.opened(connection, now);
    add(opener, Kind.SYN, opening.syn(), 0, anchor, before);
    add(other, Kind.SYN_ACK, granted, 0, anchor, before);
    long acks = opening.acks() - (connection.toItself() ? granted : 0);
    long completing = Math.min(granted, acks);
    add(opener, Kind.ACK, completing, 0, anchor, before);
    return new Parts(
        0,
        acks - completing,
        opening.dataSegments(),
        opening.bytes(),
        opening.fin(),
        opening.rst());
  }

  /**
   * A socket that has called itself answers its own SYN (RFC 9293, section 3.5, simultaneous open),
   * once it is seen in another state than SYN_SENT.
   */
  private long granted(Parts opening) {
    Account answer = connection.other.out;
    if (answer.synSegments > 0 || opening.acks() == 0) {
      return 0;
    }
    answer.synSegments++;
    return 1;
  }

  /** When the call started that moved more than acknowledgments out of a side. */
  private long anchor(ConnectionEnd side, Parts parts) {
    if (parts.dataSegments() > 0) {
      return sending(side, parts);
    }
    return parts.fin() > 0 ? ending(side) : NONE;
  }

  /**
   * One segment was sent after its last byte was handed over, several after their first one was.
   */
  private long sending(ConnectionEnd side, Parts parts) {
    long last = side.out.bytes();
    long number = parts.dataSegments() == 1 ? last : last - parts.bytes() + 1;
    return causes
        .handedOver(side.socket, connection.begin(), number)
        .filter(call -> call.until() > connection.lastLook && call.since() < now)
        .map(MadeCall::since)
        .orElseGet(() -> makingRoom(side));
  }

  private long ending(ConnectionEnd side) {
    long own = causes.anchor(side.socket, MadeCall::endsSending, connection.lastLook, now);
    return own != NONE ? own : makingRoom(side);
  }

  /** The call at the other end that made room in the window, so that what had to wait could go. */
  private long makingRoom(ConnectionEnd side) {
    int reader = connection.facing(side).socket;
    return causes.anchor(reader, MadeCall::receives, connection.lastLook, now);
  }

  private void move(ConnectionEnd side, Parts parts, boolean readerWaits) {
    int reader = connection.facing(side).socket;
    long before = readerWaits ? causes.brought(reader, connection.lastLook, now) : now;
    add(side, Kind.DATA, parts.dataSegments(), parts.bytes(), anchor(side, parts), before);
    boolean withData = parts.fin() > 0 && parts.dataSegments() == 0;
    long finAt = ending(side);
    add(side, Kind.FIN, parts.fin(), withData ? parts.bytes() : 0, finAt, now);
  }

  /** What came back without data: the acknowledgments. */
  private void answer(ConnectionEnd side, Parts parts, boolean toSomething, long anchor) {
    if (toSomething) {
      add(side, Kind.ACK, parts.acks(), 0, anchor, now);
    }
  }

  private void breakOff(ConnectionEnd side, Parts parts) {
    if (parts.rst() > 0) {
      long closing = causes.closing(side, connection.lastLook, now);
      boolean provoked = closing == NONE && !inferred.isEmpty() && inferred.getLast().anchored();
      add(side, Kind.RST, 1, 0, provoked ? inferred.getLast().anchor() : closing, now);
      connection.end();
    }
  }

  /** Acknowledgments to which nothing else was new: late ones, and news of the window. */
  private void alone(ConnectionEnd side, Parts parts, Parts others) {
    if (!others.moves()) {
      long reading = causes.anchor(side.socket, MadeCall::receives, connection.lastLook, now);
      add(side, Kind.ACK, parts.acks(), 0, reading, now);
    }
  }

  private void add(
      ConnectionEnd from, Kind kind, long count, long bytes, long anchor, long before) {
    if (count > 0) {
      ConnectionEnd to = connection.facing(from);
      from.out.tell(kind == Kind.FIN, to.out);
      inferred.add(new InferredPackets(from, to, kind, count, bytes, anchor, before));
    }
  }
}
