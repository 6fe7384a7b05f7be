package socketscope.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import socketscope.diagram.Band;
import socketscope.diagram.QueueSpan;
import socketscope.layout.Label.Anchor;
import socketscope.layout.RowShape.Tag;

/** The names of the states and the tags of the queues that begin in a row. */
final class RowMarks {

  /** How far tags may reach towards the next lifeline. */
  private static final double MOST_OF_THE_GAP = 0.46;

  /** How much higher a tag, which is a box, stands than a text would. */
  private static final double RAISED = 1;

  private final Frame frame;
  private final Metrics metrics;
  private final Map<Integer, Map<String, List<Band>>> bands = new LinkedHashMap<>();
  private final Map<Integer, List<QueueSpan>> waitings = new LinkedHashMap<>();

  RowMarks(Frame frame) {
    this.frame = frame;
    this.metrics = frame.metrics();
    for (Band band : frame.diagram().bandsBegun(frame.firstRow(), frame.toRow())) {
      bands
          .computeIfAbsent(band.from(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(band.program(), _ -> new ArrayList<>())
          .add(band);
    }
    for (QueueSpan waiting : frame.diagram().waitingsBegun(frame.firstRow(), frame.toRow())) {
      waitings.computeIfAbsent(waiting.from(), _ -> new ArrayList<>()).add(waiting);
    }
  }

  /** Whether accept() gave a waiting connection its descriptor, and nothing else has changed. */
  private boolean handedOver(Band band) {
    return frame.diagram().bands(band.from(), band.from()).stream()
        .anyMatch(before -> before.from() < band.from() && handsOver(before, band));
  }

  private static boolean handsOver(Band waiting, Band accepted) {
    return waiting.socket() == null
        && accepted.socket() != null
        && waiting.to() == accepted.from()
        && waiting.lane() == accepted.lane()
        && waiting.state() == accepted.state()
        && waiting.program().equals(accepted.program());
  }

  /** One label a kernel: states that follow each other within a row are named in their order. */
  List<Label> stateLabels(int row) {
    List<Label> labels = new ArrayList<>();
    bands
        .getOrDefault(row, Map.of())
        .forEach((program, begun) -> labels.add(label(row, program, begun)));
    labels.removeIf(label -> label.full().isEmpty());
    return labels;
  }

  private Label label(int row, String program, List<Band> begun) {
    Columns columns = frame.columns();
    // A connection that is accepted within the row has its state named once.
    List<Band> named =
        begun.stream()
            .filter(band -> begun.stream().noneMatch(later -> handsOver(band, later)))
            .toList();
    String full = joined(named, this::full);
    String brief = joined(named, band -> handedOver(band) ? full(band) : brief(band));
    int outward = columns.outward(program);
    int side = columns.folded() ? -outward : outward;
    double reach = columns.folded() ? frame.bandsReach(program) : metrics.band() / 2;
    double room =
        contested(row, program)
            ? columns.roomWithin(program) - reach - 1.5 * metrics.pad()
            : columns.roomBeyond(program) - reach - metrics.activation() / 2 - 2.5 * metrics.pad();
    return frame
        .typesetter()
        .set(
            List.of(full, brief, brief(named.getLast())),
            columns.kernelX(program) + side * (reach + metrics.pad()),
            frame.lineY(row) + metrics.drop(),
            room,
            side > 0 ? Anchor.START : Anchor.END,
            Face.SMALL,
            Ink.TEXT_MUTED);
  }

  /** In a folded picture, names stand between two kernels that face each other: of both at once? */
  private boolean contested(int row, String program) {
    return frame.columns().folded()
        && Stream.concat(
                bands.getOrDefault(row, Map.of()).keySet().stream(),
                waitings.getOrDefault(row, List.of()).stream().map(QueueSpan::program))
            .anyMatch(other -> frame.columns().facing(program, other));
  }

  private static String joined(List<Band> bands, Function<Band, String> name) {
    return String.join(", ", bands.stream().map(name).filter(text -> !text.isEmpty()).toList());
  }

  private String full(Band band) {
    String descriptor = band.tellsDescriptor() ? "(fd " + band.descriptor() + ")" : "";
    return handedOver(band) ? descriptor : (brief(band) + " " + descriptor).strip();
  }

  private static String brief(Band band) {
    return band.state() == null ? String.valueOf(band.local()) : band.state().name();
  }

  List<Tag> tags(int row) {
    List<Tag> tags = new ArrayList<>();
    Map<String, Double> reached = foldedLabelEnds(row);
    for (QueueSpan waiting : waitings.getOrDefault(row, List.of())) {
      String program = waiting.program();
      double start = reached.getOrDefault(program, frame.bandsReach(program) + metrics.pad());
      Tag tag = tag(row, waiting, start);
      if (start + tag.box().width() > room(program)) {
        continue; // the line beside the band still shows it
      }
      reached.put(program, start + tag.box().width() + metrics.pad() / 2);
      tags.add(tag);
    }
    return tags;
  }

  /** In a folded picture the names of states stand where the tags would. */
  private Map<String, Double> foldedLabelEnds(int row) {
    Map<String, Double> ends = new LinkedHashMap<>();
    if (frame.columns().folded()) {
      bands
          .getOrDefault(row, Map.of())
          .forEach((program, begun) -> {
            double label = label(row, program, begun).width();
            ends.put(program, frame.bandsReach(program) + label + 2 * metrics.pad());
          });
    }
    return ends;
  }

  private double room(String program) {
    return frame.columns().folded()
        ? frame.columns().roomWithin(program)
        : frame.columns().gap() * MOST_OF_THE_GAP;
  }

  private Tag tag(int row, QueueSpan waiting, double distance) {
    String text = frame.wording().amount(waiting);
    double width = frame.typesetter().width(text, Face.STRONG) + 2 * metrics.pad();
    int inward = -frame.columns().outward(waiting.program());
    double near = frame.columns().kernelX(waiting.program()) + inward * distance;
    double center = near + inward * width / 2;
    double raised = metrics.rise() == 0 ? 0 : RAISED * metrics.scale();
    double y = frame.lineY(row) + metrics.drop() - raised;
    Label label =
        frame.typesetter().set(text, center, y, width, Anchor.MIDDLE, Face.STRONG, Ink.ON_COLOR);
    Box box = new Box(center - width / 2, y - 0.76 * metrics.tag(), width, metrics.tag());
    return new Tag(box, SpanLayout.ink(waiting.queue()), label);
  }
}
