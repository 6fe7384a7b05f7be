package socketscope.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Diagram;
import socketscope.diagram.Lifeline;
import socketscope.diagram.Participant;
import socketscope.diagram.Span;
import socketscope.layout.Label.Anchor;
import socketscope.layout.Picture.ActivationShape;
import socketscope.layout.Picture.HeaderShape;
import socketscope.layout.Picture.Stem;
import socketscope.layout.Picture.WakeShape;
import socketscope.layout.Picture.ZoneShape;

/** Puts every mark of a diagram in its place. */
public final class Layout {

  private final Frame frame;
  private final Metrics metrics;
  private final Columns columns;

  private Layout(Frame frame) {
    this.frame = frame;
    this.metrics = frame.metrics();
    this.columns = frame.columns();
  }

  /** The picture of a diagram, or of the part of it that the options want. */
  public static Picture of(Diagram diagram, LayoutOptions options) {
    return new Layout(new Frame(diagram, options)).picture();
  }

  /** Whether all lines of a diagram fit into the width of the options. */
  public static boolean fits(Diagram diagram, LayoutOptions options) {
    return new Columns(diagram, options).width() <= options.width();
  }

  /**
   * The options with which a diagram is drawn: where four lines have no room, two say as much. Of
   * more lines than that, those in sight do.
   */
  public static LayoutOptions fitting(Diagram diagram, LayoutOptions wanted) {
    boolean folds = diagram.participants().size() <= 2 && !fits(diagram, wanted);
    return folds ? wanted.folded(true) : wanted;
  }

  private Picture picture() {
    SpanLayout spans = new SpanLayout(frame);
    RowLayout rows = new RowLayout(frame);
    List<ActivationShape> activations = spans.activations();
    List<WakeShape> wakes = rows.wakes();
    AnnotationLayout annotations = new AnnotationLayout(frame, activations, wakes);
    Frame whole = frame.whole();
    if (whole != frame) {
      // Notes and names stand where they will stand when all has happened.
      List<ActivationShape> later = new SpanLayout(whole).activations();
      activations = activations.stream().map(shape -> shape.named(later)).toList();
      annotations = new AnnotationLayout(frame, later, new RowLayout(whole).wakes());
    }
    return new Picture(
        columns.width(),
        metrics.header(),
        frame.bodyHeight(),
        metrics,
        headers(),
        zones(),
        stems(),
        spans.bands(),
        spans.queues(),
        activations,
        spans.stops(),
        wakes,
        rows.rows(annotations));
  }

  private List<HeaderShape> headers() {
    List<HeaderShape> headers = new ArrayList<>();
    for (Participant participant : frame.diagram().participants()) {
      for (Lifeline line : columns.lines()) {
        if (line.program().equals(participant.program())) {
          headers.add(header(participant, line));
        }
      }
    }
    return headers;
  }

  private HeaderShape header(Participant participant, Lifeline line) {
    double x = columns.x(line);
    double room = columns.gap() - metrics.pad();
    String kind =
        participant.foreign()
            ? frame.wording().foreign()
            : columns.folded()
                ? frame.wording().kind(Lifeline.Kind.PROGRAM)
                    + " + "
                    + frame.wording().kind(Lifeline.Kind.KERNEL)
                : frame.wording().kind(line.kind());
    Label name = headerLabel(participant.program(), x, 0.44, room, Face.NAME, Ink.TEXT);
    Label below = headerLabel(kind, x, 0.78, room, Face.KIND, Ink.TEXT_MUTED);
    return new HeaderShape(participant, name, below, frameOf(participant, name, below));
  }

  /** Who is not of the experiment has a frame around its name. */
  private @Nullable Box frameOf(Participant participant, Label name, Label kind) {
    if (!participant.foreign()) {
      return null;
    }
    double left = Math.min(name.left(), kind.left()) - metrics.pad();
    double width = Math.max(name.width(), kind.width()) + 2 * metrics.pad();
    double height = metrics.header();
    return new Box(left, 0.06 * height, width, 0.88 * height);
  }

  private Label headerLabel(String text, double x, double part, double room, Face face, Ink ink) {
    return frame.typesetter().set(text, x, metrics.header() * part, room, Anchor.MIDDLE, face, ink);
  }

  /** The two kernels that face each other share one zone, every other kernel has its own. */
  private List<ZoneShape> zones() {
    List<ZoneShape> zones = new ArrayList<>();
    List<Lifeline> kernels =
        columns.lines().stream().filter(line -> line.kind() == Lifeline.Kind.KERNEL).toList();
    for (int i = 0; i < kernels.size(); i++) {
      boolean facing =
          i + 1 < kernels.size() && outward(kernels.get(i)) < outward(kernels.get(i + 1));
      zones.add(zone(kernels.get(i), kernels.get(facing ? ++i : i), facing));
    }
    return zones;
  }

  private int outward(Lifeline line) {
    return columns.outward(line.program());
  }

  /** Its caption stands between the two lines, so that none of them goes through it. */
  private ZoneShape zone(Lifeline left, Lifeline right, boolean facing) {
    double beyond = columns.gap() * (facing ? 0.34 : 0.26);
    double start = columns.x(left) - beyond;
    double width = columns.x(right) + beyond - start;
    Label caption =
        frame
            .typesetter()
            .set(
                facing ? frame.wording().zone() : List.of(""),
                start + width / 2,
                metrics.top() * 0.62,
                columns.x(right) - columns.x(left) - 2 * metrics.pad(),
                Anchor.MIDDLE,
                Face.CAPTION,
                Ink.TEXT_MUTED);
    return new ZoneShape(new Box(start, 0, width, frame.bodyHeight()), caption);
  }

  private List<Stem> stems() {
    List<Stem> stems = new ArrayList<>();
    for (Participant participant : frame.diagram().participants()) {
      for (Lifeline line : columns.lines()) {
        if (line.program().equals(participant.program())) {
          stems.add(stem(participant, line));
        }
      }
    }
    return stems;
  }

  /** A program's line ends with its process; the kernel stays. */
  private Stem stem(Participant participant, Lifeline line) {
    boolean ends =
        line.kind() == Lifeline.Kind.PROGRAM
            && participant.ended() != Span.OPEN
            && participant.ended() < frame.endRow();
    double bottom =
        ends
            ? frame.lineY(participant.ended()) - Frame.NOTE_RISE * metrics.rise()
            : frame.bodyHeight();
    return new Stem(line, columns.x(line), 0, bottom, ends);
  }
}
