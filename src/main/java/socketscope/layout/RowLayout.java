package socketscope.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.CallRow;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.Look;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.RepeatRow;
import socketscope.diagram.Row;
import socketscope.layout.Label.Anchor;
import socketscope.layout.Picture.WakeShape;
import socketscope.layout.RowShape.NoteShape;

/** Lays out single rows. */
final class RowLayout {

  /** How much thinner the arrow of an answer is than that of its call. */
  private static final double ANSWER = 0.85;

  private final Frame frame;
  private final Metrics metrics;
  private final Columns columns;
  private final RowTimes times;
  private final RowMarks marks;
  private final PacketLayout packets;

  RowLayout(Frame frame) {
    this.frame = frame;
    this.metrics = frame.metrics();
    this.columns = frame.columns();
    this.times = new RowTimes(frame);
    this.marks = new RowMarks(frame);
    this.packets = new PacketLayout(frame, marks);
  }

  List<WakeShape> wakes() {
    return new WakeLayout(frame, packets).wakes();
  }

  List<RowShape> rows(AnnotationLayout annotations) {
    List<RowShape> shapes = new ArrayList<>();
    for (int i = frame.firstRow(); i < frame.toRow(); i++) {
      shapes.add(shape(i, frame.diagram().rows().get(i), annotations));
    }
    return shapes;
  }

  private RowShape shape(int index, Row row, AnnotationLayout annotations) {
    List<Label> labels = new ArrayList<>(marks.stateLabels(index));
    Arrow arrow = null;
    Arrow answer = null;
    NoteShape note = null;
    switch (row) {
      case CallRow call -> {
        arrow = arrow(index, call);
        answer = answer(call, arrow);
        labels.addFirst(label(call, arrow));
      }
      case PacketRow packet -> {
        arrow = packets.arrow(index, packet);
        labels.addAll(0, packets.labels(index, packet, arrow));
      }
      case InferredRow packet -> {
        arrow = packets.arrow(index, packet);
        labels.addAll(0, packets.labels(index, packet, arrow));
      }
      case NoteRow said -> note = note(index, said, frame.wording().note(said));
      case GapRow _ -> {}
      case RepeatRow repeat -> note = note(index, repeat, frame.wording().repeat(repeat));
    }
    Box box = new Box(0, frame.rowTop(index), columns.width(), metrics.row());
    return new RowShape(
        index,
        row,
        box,
        time(index),
        arrow,
        answer,
        note,
        labels,
        marks.tags(index),
        annotations.tag(index, row, arrow, note));
  }

  private Label time(int index) {
    return frame
        .typesetter()
        .set(
            times.text(index),
            metrics.time() - metrics.pad() / 2,
            frame.lineY(index) + metrics.middle(),
            metrics.time() - metrics.pad() / 2,
            Anchor.END,
            Face.SMALL,
            Ink.TEXT_MUTED);
  }

  private Arrow arrow(int index, CallRow row) {
    int outward = columns.outward(row.program());
    double kernel = columns.kernelX(row.program()) + outward * frame.kernelEdge();
    double program = columns.programX(row.program()) - outward * programEdge();
    boolean back = row.phase() == CallRow.Phase.RETURN;
    boolean answered = answersBelow(row);
    double y = frame.lineY(index);
    return new Arrow(
        back ? kernel : program,
        y,
        back ? program : kernel,
        y,
        metrics.stroke(),
        metrics.head(),
        back ? Arrow.Shaft.DASHED : Arrow.Shaft.SOLID,
        row.look() == Look.ERROR && !answered ? Arrow.Mark.CROSS : Arrow.Mark.NONE,
        answered ? Ink.of(Look.CALL) : Ink.of(row.look()));
  }

  /** In plain text there is one line a row. */
  private boolean answersBelow(CallRow row) {
    return row.phase() == CallRow.Phase.WHOLE && metrics.answer() > 0;
  }

  /** What comes back at once goes the same way back, a little below. */
  private @Nullable Arrow answer(CallRow row, Arrow arrow) {
    return !answersBelow(row)
        ? null
        : new Arrow(
            arrow.x2(),
            arrow.y1() + metrics.answer(),
            arrow.x1(),
            arrow.y1() + metrics.answer(),
            ANSWER * metrics.stroke(),
            ANSWER * metrics.head(),
            Arrow.Shaft.DASHED,
            row.look() == Look.ERROR ? Arrow.Mark.CROSS : Arrow.Mark.NONE,
            Ink.of(row.look()));
  }

  private double programEdge() {
    return columns.folded() ? 0 : metrics.edge();
  }

  private Label label(CallRow row, Arrow arrow) {
    boolean onTheShaft = metrics.rise() == 0;
    double ends = onTheShaft ? 3 * metrics.head() + 2 * metrics.pad() : -2 * metrics.scale();
    double room = Math.abs(arrow.x2() - arrow.x1()) - ends;
    return frame
        .typesetter()
        .set(
            row.labels(),
            (arrow.x1() + arrow.x2()) / 2,
            arrow.y1() - metrics.rise(),
            room,
            Anchor.MIDDLE,
            Face.LABEL,
            Ink.of(row.look()));
  }

  private @Nullable NoteShape note(int index, Row row, String text) {
    boolean known = columns.knows(row.program());
    int inward = known ? -columns.outward(row.program()) : 1;
    double line = known ? noteLine(row.program()) : metrics.time();
    double start = line + inward * (metrics.edge() + metrics.pad());
    double room = (inward > 0 ? columns.width() - start : start - metrics.time()) - metrics.pad();
    double y = frame.lineY(index) - Frame.NOTE_RISE * metrics.rise();
    Ink ink = Ink.of(row.look());
    Label label =
        frame
            .typesetter()
            .set(
                text,
                start + inward * metrics.pad(),
                y + metrics.middle(),
                room - 2 * metrics.pad(),
                inward > 0 ? Anchor.START : Anchor.END,
                Face.CAPTION,
                ink == Ink.RST ? Ink.RST : Ink.TEXT);
    Box box =
        new Box(
            label.left() - metrics.pad(),
            y - 0.6 * metrics.tag(),
            label.width() + 2 * metrics.pad(),
            1.2 * metrics.tag());
    return new NoteShape(box, ink, label, line, y);
  }

  private double noteLine(String program) {
    return columns.alone(program) ? columns.kernelX(program) : columns.programX(program);
  }
}
