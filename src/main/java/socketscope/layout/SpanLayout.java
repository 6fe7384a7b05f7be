package socketscope.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import socketscope.diagram.Activation;
import socketscope.diagram.Activation.Progress;
import socketscope.diagram.Band;
import socketscope.diagram.QueueSpan;
import socketscope.diagram.Span;
import socketscope.diagram.Stop;
import socketscope.layout.Label.Anchor;
import socketscope.layout.Picture.ActivationShape;
import socketscope.layout.Picture.BandShape;
import socketscope.layout.Picture.QueueShape;
import socketscope.layout.Picture.StopShape;

/** Lays out what stretches over several rows. */
final class SpanLayout {

  /** How wide the bar of a stopped program is: a call that it has blocked in shows beside. */
  private static final double STOP = 0.4;

  /** How far two lines of a name are apart, of how far a state's name is below its arrow. */
  private static final double LEAD = 0.885;

  /** How many lines the name of a blocked call takes at most, with the room above them. */
  private static final double LINES = 2.5;

  private final Frame frame;
  private final Metrics metrics;
  private final Columns columns;
  private final Map<String, Double> labelled = new HashMap<>();

  SpanLayout(Frame frame) {
    this.frame = frame;
    this.metrics = frame.metrics();
    this.columns = frame.columns();
  }

  List<BandShape> bands() {
    List<BandShape> shapes = new ArrayList<>();
    for (Band band : frame.diagram().bands(frame.firstSpanned(), frame.lastSpanned())) {
      if (band.to() > band.from()) {
        int inward = -columns.outward(band.program());
        double x =
            columns.kernelX(band.program()) + inward * band.lane() * frame.pitch(band.program());
        Box box = box(band, x, frame.bandWidth(band.program()));
        shapes.add(new BandShape(band, box, Ink.of(band.state())));
      }
    }
    return shapes;
  }

  List<QueueShape> queues() {
    List<QueueShape> shapes = new ArrayList<>();
    for (QueueSpan waiting : frame.diagram().waitings(frame.firstSpanned(), frame.lastSpanned())) {
      if (waiting.to() > waiting.from()) {
        int inward = -columns.outward(waiting.program());
        double x =
            columns.kernelX(waiting.program())
                + inward * (frame.bandsReach(waiting.program()) + 1.5 * metrics.lane());
        Box box = box(waiting, x, 1.2 * metrics.lane());
        shapes.add(new QueueShape(waiting, box, ink(waiting.queue())));
      }
    }
    return shapes;
  }

  static Ink ink(QueueSpan.Queue queue) {
    return switch (queue) {
      case RECEIVE, SEND -> Ink.DATA;
      case ACCEPT -> Ink.HANDSHAKE;
    };
  }

  List<ActivationShape> activations() {
    List<ActivationShape> shapes = new ArrayList<>();
    List<Activation> shown =
        frame.diagram().activations(frame.firstSpanned(), frame.lastSpanned()).stream()
            .filter(activation -> activation.to() > activation.from())
            .toList();
    for (Activation activation : shown) {
      double x =
          activationX(activation.program())
              + columns.outward(activation.program()) * activation.lane() * lane();
      Box box = box(activation, x, metrics.activation());
      double beyond = (outermostLane(activation, box, shown) - activation.lane()) * lane();
      shapes.add(new ActivationShape(activation, box, labels(activation, box, beyond)));
    }
    return shapes;
  }

  /** From one line of a name to the next. */
  private double lead() {
    return metrics.rise() == 0 ? metrics.drop() : LEAD * metrics.drop();
  }

  private double lane() {
    return metrics.activation() + metrics.lane();
  }

  /** Calls that block at the same time stand beside each other: their names stand beyond all. */
  private int outermostLane(Activation one, Box box, List<Activation> shown) {
    boolean plainText = metrics.rise() == 0; // what begins in the next line is not in the way
    double top = Math.max(box.y(), labelled.getOrDefault(one.program(), 0.0));
    double bottom = top + (plainText ? 1 : LINES) * lead();
    return shown.stream()
        .filter(other -> other.program().equals(one.program()) && other.lane() > one.lane())
        .filter(other -> frame.top(other) < bottom && frame.bottom(other) > top)
        .mapToInt(Activation::lane)
        .max()
        .orElse(one.lane());
  }

  List<StopShape> stops() {
    boolean plainText = metrics.rise() == 0;
    double width = plainText ? metrics.activation() : STOP * metrics.activation();
    List<StopShape> shapes = new ArrayList<>();
    for (Stop stop : frame.diagram().stops(frame.firstSpanned(), frame.lastSpanned())) {
      if (stop.to() > stop.from()) {
        shapes.add(new StopShape(stop, box(stop, activationX(stop.program()), width)));
      }
    }
    return shapes;
  }

  private double activationX(String program) {
    return columns.folded()
        ? columns.kernelX(program)
            + columns.outward(program)
                * (metrics.band() / 2 + metrics.lane() + metrics.activation() / 2)
        : columns.programX(program);
  }

  private Box box(Span<?> span, double centerX, double width) {
    double top = frame.top(span);
    return new Box(centerX - width / 2, top, width, frame.bottom(span) - top);
  }

  private List<Label> labels(Activation activation, Box box, double beyond) {
    boolean roomBeside = !columns.folded();
    if (activation.progress() == Progress.RUNNING || activation.function() == null || !roomBeside) {
      return List.of();
    }
    String state =
        activation.progress() == Progress.BLOCKED
            ? frame.wording().blocked()
            : frame.wording().queued();
    String call = activation.function().name().toLowerCase(Locale.ROOT);
    int outward = columns.outward(activation.program());
    double x = (outward > 0 ? box.right() : box.x()) + outward * (beyond + metrics.pad());
    double toTheEdge = outward > 0 ? columns.width() - x : x - metrics.time();
    double beside = metrics.outer() - metrics.activation() / 2 - metrics.pad();
    double room = Math.min(beside - activation.lane() * lane() - beyond, toTheEdge);
    String whole = state + " " + call;
    boolean oneLine = frame.typesetter().width(whole, Face.CAPTION) <= room;
    List<String> lines = oneLine ? List.of(whole) : List.of(state, call);
    return stack(activation.program(), lines, x, box, room, outward);
  }

  /** Sets lines below each other at the top of a box, below what was set there before. */
  private List<Label> stack(
      String program, List<String> lines, double x, Box box, double room, int outward) {
    double lead = lead();
    double y = Math.max(box.y() + lead, labelled.getOrDefault(program, 0.0) + lead);
    double last = y + (lines.size() - 1) * lead;
    if (last > box.bottom()) {
      return List.of();
    }
    labelled.put(program, last);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Face face = i == 0 ? Face.CAPTION : Face.STRONG;
      Ink ink = i == 0 ? Ink.TEXT_MUTED : Ink.TEXT;
      Anchor anchor = outward > 0 ? Anchor.START : Anchor.END;
      labels.add(frame.typesetter().set(lines.get(i), x, y + i * lead, room, anchor, face, ink));
    }
    return labels;
  }
}
