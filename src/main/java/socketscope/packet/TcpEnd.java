package socketscope.packet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the packets of one direction of a connection have told so far. */
final class TcpEnd {

  /** Bytes that were passed over: from {@code left} up to but not with {@code right}. */
  private record Gap(long left, long right) {}

  private boolean started;
  private boolean synSeen;
  private long initial;
  private boolean nextKnown;
  private long next;
  private int shift = -1;
  private final List<Gap> gaps = new ArrayList<>();

  /** The last acknowledgment sent, or -1. */
  long acknowledged = -1;

  /** The last window sent, as in the header, or -1. */
  int window = -1;

  /** What the last segment did. */
  Set<Happening> last = EnumSet.noneOf(Happening.class);

  /** What the same packets have told, to be gone on with apart. */
  TcpEnd copy() {
    TcpEnd copy = new TcpEnd();
    copy.started = started;
    copy.synSeen = synSeen;
    copy.initial = initial;
    copy.nextKnown = nextKnown;
    copy.next = next;
    copy.shift = shift;
    copy.gaps.addAll(gaps);
    copy.acknowledged = acknowledged;
    copy.window = window;
    copy.last = last;
    return copy;
  }

  boolean started() {
    return started;
  }

  boolean synSeen() {
    return synSeen;
  }

  long initial() {
    return initial;
  }

  boolean nextKnown() {
    return nextKnown;
  }

  /** The sequence number that the next new byte will have. */
  long next() {
    return next;
  }

  /** The first segment of this direction, or the first acknowledgment of it, was seen. */
  void startAt(long initialNumber) {
    if (!started) {
      started = true;
      initial = initialNumber;
    }
  }

  /** A SYN tells the initial number and the scale of the window. */
  void synchronize(TcpLayer syn) {
    started = true;
    synSeen = true;
    initial = syn.sequence();
    shift = syn.option(TcpOption.WindowScale.class).map(TcpOption.WindowScale::shift).orElse(-1);
  }

  long relative(long number) {
    return SequenceNumbers.add(number, -initial);
  }

  /** By how much this end's windows are shifted: only if both SYNs offered it (RFC 7323, 2.2). */
  int shiftWith(TcpEnd other) {
    return shift < 0 || other.shift < 0 ? 0 : Math.min(shift, TcpOption.WindowScale.GREATEST);
  }

  /** The direction has got as far as that. What is passed over is remembered as a gap. */
  void advance(long from, long to) {
    if (!nextKnown) {
      nextKnown = true;
      next = to;
      return;
    }
    if (SequenceNumbers.before(next, from)) {
      gaps.add(new Gap(next, from));
    }
    if (SequenceNumbers.before(next, to)) {
      next = to;
    }
  }

  /** Whether those bytes were passed over before; then they are no longer. */
  boolean fillsGap(long from, long to) {
    for (int i = 0; i < gaps.size(); i++) {
      Gap gap = gaps.get(i);
      boolean overlaps =
          SequenceNumbers.before(from, gap.right) && SequenceNumbers.before(gap.left, to);
      if (overlaps) {
        gaps.remove(i);
        if (SequenceNumbers.before(gap.left, from)) {
          gaps.add(new Gap(gap.left, from));
        }
        if (SequenceNumbers.before(to, gap.right)) {
          gaps.add(new Gap(to, gap.right));
        }
        return true;
      }
    }
    return false;
  }
}
