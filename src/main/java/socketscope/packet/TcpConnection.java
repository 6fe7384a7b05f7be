package socketscope.packet;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Follows one TCP connection, segment by segment. */
final class TcpConnection {

  /** A segment's numbers and what it does. */
  record Followed(SegmentNumbers numbers, Set<Happening> happenings) {}

  private final int index;

  /** By flow; a socket connected to itself has one for both directions. */
  private final Map<Flow, TcpEnd> ends = new HashMap<>();

  TcpConnection(int index) {
    this.index = index;
  }

  /** The same connection, to be followed apart. */
  TcpConnection copy() {
    TcpConnection copy = new TcpConnection(index);
    ends.forEach((flow, end) -> copy.ends.put(flow, end.copy()));
    return copy;
  }

  int index() {
    return index;
  }

  /** Whether this SYN opens another connection with the same ports. */
  boolean replacedBy(Flow flow, TcpLayer segment) {
    TcpEnd own = end(flow);
    return segment.flags().has(TcpFlag.SYN)
        && !segment.flags().has(TcpFlag.ACK)
        && own.started()
        && own.initial() != segment.sequence();
  }

  Followed follow(Flow flow, TcpLayer segment) {
    TcpEnd own = end(flow);
    TcpEnd other = end(flow.reversed());
    boolean syn = segment.flags().has(TcpFlag.SYN);
    boolean ack = segment.flags().has(TcpFlag.ACK);
    if (syn) {
      own.synchronize(segment);
    } else {
      own.startAt(SequenceNumbers.add(segment.sequence(), -1));
    }
    if (ack) {
      other.startAt(SequenceNumbers.add(segment.acknowledgment(), -1));
    }
    Set<Happening> happenings = TcpSegments.name(segment, own, other);
    SegmentNumbers numbers = numbers(segment, own, other);
    remember(segment, happenings, own);
    return new Followed(numbers, happenings);
  }

  private TcpEnd end(Flow flow) {
    return ends.computeIfAbsent(flow, _ -> new TcpEnd());
  }

  private static SegmentNumbers numbers(TcpLayer segment, TcpEnd own, TcpEnd other) {
    boolean syn = segment.flags().has(TcpFlag.SYN);
    boolean ack = segment.flags().has(TcpFlag.ACK);
    boolean scaleKnown = own.synSeen() && other.synSeen();
    // The window of a SYN itself is never scaled: RFC 7323, section 2.2.
    int shift = syn || !scaleKnown ? 0 : own.shiftWith(other);
    long sequence = own.relative(segment.sequence());
    return new SegmentNumbers(
        sequence,
        SequenceNumbers.add(sequence, segment.sequenceLength()),
        ack ? OptionalLong.of(other.relative(segment.acknowledgment())) : OptionalLong.empty(),
        own.synSeen() && (!ack || other.synSeen()),
        (long) segment.window() << shift,
        syn || scaleKnown);
  }

  private static void remember(TcpLayer segment, Set<Happening> happenings, TcpEnd own) {
    own.last = happenings;
    if (segment.flags().has(TcpFlag.ACK)) {
      own.acknowledged = segment.acknowledgment();
    }
    own.window = segment.window();
    // The byte of a probe is sent again if it was not taken.
    if (!happenings.contains(Happening.ZERO_WINDOW_PROBE) && !segment.flags().has(TcpFlag.RST)) {
      long end = SequenceNumbers.add(segment.sequence(), segment.sequenceLength());
      own.advance(segment.sequence(), end);
    }
  }
}
