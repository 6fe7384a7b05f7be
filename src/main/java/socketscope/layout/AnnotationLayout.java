package socketscope.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Annotation;
import socketscope.diagram.CallRow;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.RepeatRow;
import socketscope.diagram.Row;
import socketscope.layout.Label.Anchor;
import socketscope.layout.Picture.ActivationShape;
import socketscope.layout.Picture.WakeShape;
import socketscope.layout.RowShape.NoteShape;
import socketscope.layout.RowShape.Tag;

/**
 * Puts the notes that somebody wrote beside what their rows are about, where nothing else is
 * written; a note that is longer than the room there is ends in an ellipsis.
 */
final class AnnotationLayout {

  /** How much wider the room behind an arrow must be than the room before it to be taken. */
  private static final double BEHIND = 1.3;

  private final Frame frame;
  private final Metrics metrics;
  private final List<ActivationShape> activations;
  private final List<WakeShape> wakes;
  private final Map<Integer, String> texts = new HashMap<>();

  AnnotationLayout(Frame frame, List<ActivationShape> activations, List<WakeShape> wakes) {
    this.frame = frame;
    this.metrics = frame.metrics();
    this.activations = activations;
    this.wakes = wakes;
    for (Annotation annotation : frame.diagram().annotations()) {
      texts.merge(annotation.row(), annotation.text(), (first, more) -> first + " \u00b7 " + more);
    }
  }

  /** The note at a row; null where there is none. */
  @Nullable Tag tag(int index, Row row, @Nullable Arrow arrow, @Nullable NoteShape said) {
    String text = texts.get(index);
    if (text == null) {
      return null;
    }
    double middle = frame.lineY(index) - Frame.NOTE_RISE * metrics.rise();
    double height = metrics.rise() == 0 ? 0 : 1.2 * metrics.tag();
    Box band = new Box(0, middle - height / 2, frame.columns().width(), height);
    Interval taken = taken(row, arrow, said);
    Interval free =
        free(taken, band).stream()
            .max(Comparator.comparingDouble(stretch -> worth(stretch, taken, arrow)))
            .orElse(new Interval(taken.to(), taken.to()));
    return tag(text, free, free.from() >= taken.to(), middle, band);
  }

  private Tag tag(String text, Interval free, boolean right, double middle, Box band) {
    double pad = metrics.pad();
    double near = right ? free.from() + 2 * pad : free.to() - 2 * pad;
    Label label =
        frame
            .typesetter()
            .set(
                text,
                near,
                middle + metrics.middle(),
                Math.max(0, free.width() - 4 * pad),
                right ? Anchor.START : Anchor.END,
                Face.CAPTION,
                Ink.ON_COLOR);
    Box box = new Box(label.left() - pad, band.y(), label.width() + 2 * pad, band.height());
    return new Tag(box, Ink.TEXT, label);
  }

  /** What the row itself takes, with the states of the kernels that it reaches. */
  private Interval taken(Row row, @Nullable Arrow arrow, @Nullable NoteShape said) {
    if (arrow != null) {
      Interval shaft =
          new Interval(Math.min(arrow.x1(), arrow.x2()), Math.max(arrow.x1(), arrow.x2()));
      return switch (row) {
        case CallRow call -> shaft.with(states(call.program()));
        case PacketRow packet ->
            shaft.with(states(packet.program())).with(states(packet.receiver()));
        case InferredRow packet ->
            shaft.with(states(packet.program())).with(states(packet.receiver()));
        case NoteRow _, RepeatRow _, GapRow _ -> shaft;
      };
    }
    return said == null
        ? new Interval(metrics.time(), metrics.time())
        : new Interval(
            Math.min(said.markX(), said.box().x()), Math.max(said.markX(), said.box().right()));
  }

  private Interval states(String program) {
    double kernel = frame.columns().kernelX(program);
    double inner = kernel - frame.columns().outward(program) * frame.bandsReach(program);
    double outer = kernel + frame.columns().outward(program) * metrics.band() / 2;
    return new Interval(Math.min(inner, outer), Math.max(inner, outer));
  }

  /** Behind an arrow is where it comes from: what it causes is before it. */
  private static double worth(Interval stretch, Interval taken, @Nullable Arrow arrow) {
    boolean right = stretch.from() >= taken.to();
    boolean behind = arrow != null && right == arrow.x1() > arrow.x2();
    return stretch.width() * (behind ? BEHIND : 1);
  }

  /** The two stretches beside what is taken, as far as nothing else is written there. */
  private List<Interval> free(Interval taken, Box band) {
    double left = metrics.time() + metrics.pad();
    double right = band.width() - metrics.pad();
    for (Interval other : others(band)) {
      if (other.to() <= taken.from()) {
        left = Math.max(left, other.to());
      } else if (other.from() >= taken.to()) {
        right = Math.min(right, other.from());
      }
    }
    return List.of(
        new Interval(Math.min(left, taken.from()), taken.from()),
        new Interval(taken.to(), Math.max(right, taken.to())));
  }

  /** Where blocked calls are named, and where waking is drawn. */
  private List<Interval> others(Box band) {
    List<Interval> others = new ArrayList<>();
    for (ActivationShape activation : activations) {
      for (Label label : activation.labels()) {
        double letters = label.face().size() * metrics.scale();
        Box box = new Box(label.left(), label.y() - letters, label.width(), 1.3 * letters);
        if (touches(band, box.y(), box.bottom())) {
          others.add(new Interval(box.x(), box.right()));
        }
      }
    }
    for (WakeShape wake : wakes) {
      if (touches(band, wake.y1(), wake.y1())) {
        double radius = wake.radius();
        others.add(
            new Interval(
                Math.min(wake.x1() - radius, wake.x2()), Math.max(wake.x1() + radius, wake.x2())));
      }
    }
    return others;
  }

  private static boolean touches(Box band, double top, double bottom) {
    return top <= band.bottom() && bottom >= band.y();
  }
}
