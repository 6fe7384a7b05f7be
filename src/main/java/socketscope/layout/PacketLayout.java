package socketscope.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import socketscope.diagram.InferredRow;
import socketscope.diagram.Look;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Row;
import socketscope.layout.Label.Anchor;
import socketscope.layout.RowShape.Tag;

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

  List<Label> labels(int index, PacketRow row, Arrow arrow) {
    String label = row.labels().getFirst();
    String news = frame.wording().news(row);
    return labels(index, news.isEmpty() ? List.of(label) : told(news, label), arrow);
  }

  /** What is out of the ordinary, and the rest as far as there is room: at least its numbers. */
  private static List<String> told(String news, String label) {
    String numbers = TwoLineLabel.of(label).numbers().stream().findFirst().orElse("");
    return numbers.isEmpty()
        ? List.of(news + ", " + label, news)
        : List.of(news + ", " + label, news + ", " + numbers, news);
  }

  List<Label> labels(int index, InferredRow row, Arrow arrow) {
    return labels(index, frame.wording().inferred(row.event()), arrow);
  }

  /** In one line, or else what it is above the arrow, and its numbers below it. */
  private List<Label> labels(int index, List<String> texts, Arrow arrow) {
    boolean onTheShaft = metrics.rise() == 0;
    double ends = onTheShaft ? 3 * metrics.head() + 2 * metrics.pad() : 3 * metrics.lane();
    Interval shaft =
        new Interval(Math.min(arrow.x1(), arrow.x2()), Math.max(arrow.x1(), arrow.x2()));
    Label whole = above(texts, shaft, ends, arrow);
    TwoLineLabel parted = TwoLineLabel.of(texts.getLast());
    if (texts.contains(whole.text()) || parted.numbers().isEmpty()) {
      return List.of(whole);
    }
    List<String> heads = Stream.concat(texts.stream(), Stream.of(parted.head())).toList();
    Label head = above(heads, shaft, ends, arrow);
    Label numbers = below(index, parted.numbers(), shaft, arrow);
    return parted.numbers().contains(numbers.text()) ? List.of(head, numbers) : List.of(head);
  }

  private Label above(List<String> texts, Interval shaft, double ends, Arrow arrow) {
    double y = (arrow.y1() + arrow.y2()) / 2 - metrics.rise();
    double room = shaft.width() - ends;
    return frame
        .typesetter()
        .set(texts, shaft.middle(), y, room, Anchor.MIDDLE, Face.LABEL, arrow.ink());
  }

  /** Where the queues' tags of the row, and the names of its states, leave most room. */
  private Label below(int index, List<String> texts, Interval shaft, Arrow arrow) {
    List<Interval> taken = new ArrayList<>();
    for (Tag tag : marks.tags(index)) {
      taken.add(new Interval(tag.box().x(), tag.box().right()));
    }
    for (Label label : marks.stateLabels(index)) {
      taken.add(new Interval(label.left(), label.left() + label.width()));
    }
    Interval free = shaft.without(taken);
    double y = frame.lineY(index) + metrics.drop();
    double room = free.width() - metrics.pad();
    Label label =
        frame
            .typesetter()
            .set(texts, free.middle(), y, room, Anchor.MIDDLE, Face.SMALL, arrow.ink());
    // The arrow comes down towards its head: there is more room below its tail.
    double spare = Math.max(0, free.width() - label.width());
    double aside = arrow.y1() == arrow.y2() ? 0 : Math.min(metrics.head(), spare) / 2;
    return label.at(label.x() + Math.signum(arrow.x1() - arrow.x2()) * aside);
  }
}
