package socketscope.compare;

import socketscope.diagram.InferredRow;
import socketscope.diagram.Look;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Row;
import socketscope.event.Role;

/**
 * A packet as it is compared: its numbers are no matter.
 *
 * @param sender the side that it came from
 * @param look what it is for
 * @param flags its flags, or what it is
 */
public record SentPacket(Role sender, Look look, String flags) {

  static SentPacket of(PacketRow row) {
    return new SentPacket(Role.of(row.program()), row.look(), row.labels().getLast());
  }

  static SentPacket of(InferredRow row) {
    String flags = row.event().kind().name().replace('_', ' ');
    return new SentPacket(Role.of(row.program()), row.look(), flags);
  }

  /** Whether two rows are packets of one kind, from the same side. */
  static boolean alike(Row left, Row right) {
    return isPacket(left)
        && isPacket(right)
        && left.look() == right.look()
        && Role.of(left.program()) == Role.of(right.program());
  }

  static boolean isPacket(Row row) {
    return row instanceof PacketRow || row instanceof InferredRow;
  }

  /**
   * The sender matters, and what it is for: flags of a seen and of an inferred one have two names.
   */
  boolean sameAs(SentPacket other) {
    return sender == other.sender && look == other.look;
  }
}
