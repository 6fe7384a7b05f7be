package socketscope.state;

import java.util.OptionalLong;
import socketscope.packet.TcpFlag;
import socketscope.packet.TcpLayer;

/** The sequence numbers that decide on states, as one end of a connection sees them. */
final class TrackedNumbers {

  private OptionalLong nextToArrive = OptionalLong.empty();
  private OptionalLong afterOwnSyn = OptionalLong.empty();
  private OptionalLong afterOwnFin = OptionalLong.empty();
  private OptionalLong afterOtherFin = OptionalLong.empty();

  TrackedNumbers copy() {
    TrackedNumbers copy = new TrackedNumbers();
    copy.nextToArrive = nextToArrive;
    copy.afterOwnSyn = afterOwnSyn;
    copy.afterOwnFin = afterOwnFin;
    copy.afterOtherFin = afterOtherFin;
    return copy;
  }

  /** A new connection begins. */
  void forget() {
    nextToArrive = OptionalLong.empty();
    afterOwnSyn = OptionalLong.empty();
    afterOwnFin = OptionalLong.empty();
    afterOtherFin = OptionalLong.empty();
  }

  private static long end(TcpLayer segment) {
    return segment.sequence() + segment.sequenceLength() & 0xffff_ffffL;
  }

  /** Whether a number is that one or comes after it; they start anew after 2³²-1. */
  private static boolean reaches(long number, long other) {
    return (int) (number - other) >= 0;
  }

  void sent(TcpLayer segment) {
    if (segment.flags().has(TcpFlag.SYN)) {
      afterOwnSyn = OptionalLong.of(segment.sequence() + 1 & 0xffff_ffffL);
    }
    if (segment.flags().has(TcpFlag.FIN)) {
      afterOwnFin = OptionalLong.of(end(segment));
    }
  }

  void received(TcpLayer segment) {
    if (segment.flags().has(TcpFlag.SYN) || nextToArrive.isEmpty()) {
      nextToArrive = OptionalLong.of(end(segment));
    } else if (reaches(nextToArrive.getAsLong(), segment.sequence())
        && reaches(end(segment), nextToArrive.getAsLong())) {
      nextToArrive = OptionalLong.of(end(segment));
    }
    if (segment.flags().has(TcpFlag.FIN)) {
      afterOtherFin = OptionalLong.of(end(segment));
    }
  }

  /** Whether the other end's FIN has arrived, and all that was sent before it. */
  boolean allArrived() {
    return afterOtherFin.isPresent()
        && nextToArrive.isPresent()
        && reaches(nextToArrive.getAsLong(), afterOtherFin.getAsLong());
  }

  boolean acknowledgesSyn(TcpLayer segment) {
    return acknowledges(segment, afterOwnSyn);
  }

  boolean acknowledgesFin(TcpLayer segment) {
    return afterOwnFin.isPresent() && acknowledges(segment, afterOwnFin);
  }

  private static boolean acknowledges(TcpLayer segment, OptionalLong number) {
    return segment.flags().has(TcpFlag.ACK)
        && (number.isEmpty() || reaches(segment.acknowledgment(), number.getAsLong()));
  }
}
