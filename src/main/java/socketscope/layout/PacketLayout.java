package socketscope.layout;

import java.util.List;
import socketscope.diagram.InferredRow;
import socketscope.diagram.Look;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Row;
import socketscope.layout.Label.Anchor;

/** Lays out packets: arrows from kernel to kernel that slope, for a way takes time. */
final class PacketLayout {

  private static final double SLOPE = 0.13;
  private static final double THICK = 1.5;
  private static final double THIN = 0.8;

  /** How far a packet that a program sends to itself is drawn, in gaps. */
  private static final double OWN_WAY = 0.6;

  private final Frame frame;
  private final Metrics metrics;
  private final Columns columns;
  private final RowMarks marks;

  PacketLayout(Frame frame, RowMarks marks) {
    this.frame = frame;
    this.metrics = frame.metrics();
    this.columns = frame.columns();
    this.marks = marks;
  }

  Arrow arrow(int index, PacketRow row) {
    return arrow(index, row, row.receiver(), Arrow.Shaft.SOLID);
  }

  Arrow arrow(int index, InferredRow row) {
    return arrow(index, row, row.receiver(), Arrow.Shaft.DOTTED);
  }

  private Arrow arrow(int index, Row row, String receiver, Arrow.Shaft shaft) {
    double kernel = columns.kernelX(row.program());
    double away = kernel - columns.outward(row.program()) * OWN_WAY * columns.gap();
    boolean own = row.program().equals(receiver);
    // What a program sends to itself leaves its line; a refusal, which nobody sent, comes back.
    boolean back = own && row.look() == Look.RST;
    double from = back ? away : kernel;
    double to = back ? kernel : own ? away : columns.kernelX(receiver);
    double direction = Math.signum(to - from);
    boolean plainText = metrics.rise() == 0;
    double slope = plainText ? 0 : SLOPE * metrics.row();
    double y = frame.lineY(index);
    return new Arrow(
        from + direction * edge(row.program(), direction),
        y - slope,
        to - direction * edge(receiver, -direction),
        y + slope,
        metrics.stroke() * weight(row.look()),
        metrics.head(),
        shaft,
        mark(row.look()),
        Ink.of(row.look()));
  }

  /** Bands lie on the inner side of a kernel's line; a packet leaves and meets the innermost. */
  private double edge(String program, double direction) {
    boolean inward = direction == -columns.outward(program);
    double reach = inward ? frame.bandsReach(program) : metrics.band() / 2;
    return Math.max(metrics.edge(), reach + metrics.lane());
  }

  private static double weight(Look look) {
    return switch (look) {
      case DATA -> THICK;
      case ACK -> THIN;
      case CALL, HANDSHAKE, FIN, RST, ERROR, BLOCKED, NOTE -> 1;
    };
  }

  private static Arrow.Mark mark(Look look) {
    return switch (look) {
      case RST -> Arrow.Mark.CROSS;
      case FIN -> Arrow.Mark.BAR;
      case CALL, HANDSHAKE, DATA, ACK, ERROR, BLOCKED, NOTE -> Arrow.Mark.NONE;
    };
  }

  Label label(int index, PacketRow row, Arrow arrow) {
    return label(index, row.labels(), arrow);
  }

  Label label(int index, InferredRow row, Arrow arrow) {
    return label(index, frame.wording().inferred(row.event()), arrow);
  }

  private Label label(int index, List<String> texts, Arrow arrow) {
    boolean onTheShaft = metrics.rise() == 0;
    double queues = 3 * metrics.lane();
    double ends = onTheShaft ? 3 * metrics.head() + 2 * metrics.pad() : queues;
    double taken = 2 * Math.max(tags(index), tags(index - 1));
    double middle = (arrow.y1() + arrow.y2()) / 2;
    return frame
        .typesetter()
        .set(
            texts,
            (arrow.x1() + arrow.x2()) / 2,
            middle - metrics.rise(),
            Math.abs(arrow.x2() - arrow.x1()) - ends - taken,
            Anchor.MIDDLE,
            Face.LABEL,
            arrow.ink());
  }

  /** How far the queues' tags of a row reach from their kernels. */
  private double tags(int row) {
    double width = 0;
    for (Tag tag : row < frame.firstRow() ? List.<Tag>of() : marks.tags(row)) {
      width = Math.max(width, tag.box().width() + metrics.pad());
    }
    return width;
  }
}
