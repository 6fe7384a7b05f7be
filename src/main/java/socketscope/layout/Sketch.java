package socketscope.layout;

import java.util.function.Function;
import socketscope.diagram.Activation.Progress;
import socketscope.layout.Picture.ActivationShape;
import socketscope.layout.Picture.HeaderShape;
import socketscope.layout.Picture.Stem;
import socketscope.layout.Picture.WakeShape;
import socketscope.layout.Picture.ZoneShape;

/** Draws a picture, or parts of it, with a pen. What is drawn first lies below. */
public final class Sketch {

  /** The stroke of what leads from a packet to the call that it woke. */
  private static final double WAKE = 1.4;

  private Sketch() {}

  /** Draws the ground and the names at the top. */
  public static void header(Picture picture, Pen pen) {
    pen.box(new Box(0, 0, picture.width(), picture.headerHeight()), 0, Ink.HEADER);
    picture.headers().forEach(shape -> header(shape, picture.metrics().scale(), pen));
  }

  /** Draws one of the names at the top. */
  public static void header(HeaderShape shape, double scale, Pen pen) {
    Box frame = shape.frame();
    if (frame != null) {
      double bottom = frame.y() + frame.height();
      pen.line(frame.x(), frame.y(), frame.right(), frame.y(), scale, true, Ink.TEXT_MUTED);
      pen.line(frame.right(), frame.y(), frame.right(), bottom, scale, true, Ink.TEXT_MUTED);
      pen.line(frame.x(), bottom, frame.right(), bottom, scale, true, Ink.TEXT_MUTED);
      pen.line(frame.x(), frame.y(), frame.x(), bottom, scale, true, Ink.TEXT_MUTED);
    }
    pen.label(shape.name());
    pen.label(shape.kind());
  }

  /** Draws everything below the rows: zones, lifelines, states, queues, activations. */
  public static void ground(Picture picture, Pen pen) {
    double scale = picture.metrics().scale();
    for (ZoneShape zone : picture.zones()) {
      pen.box(zone.box(), 6 * scale, Ink.KERNEL_ZONE);
      pen.label(zone.caption());
    }
    picture.stems().forEach(stem -> stem(stem, picture.metrics(), pen));
    picture.bands().forEach(band -> pen.box(band.box(), 2 * scale, band.ink()));
    picture.queues().forEach(queue -> pen.box(queue.box(), scale, queue.ink()));
    picture.activations().forEach(activation -> activation(activation, scale, pen));
    picture.stops().forEach(stop -> pen.box(stop.box(), scale, Ink.TEXT_MUTED));
    picture.wakes().forEach(wake -> wake(wake, scale, pen));
  }

  private static void stem(Stem stem, Metrics metrics, Pen pen) {
    pen.line(stem.x(), stem.top(), stem.x(), stem.bottom(), metrics.scale(), true, Ink.LIFELINE);
    if (stem.ends()) {
      double half = metrics.head() * 0.7;
      double y = stem.bottom();
      double width = 1.2 * metrics.stroke();
      pen.line(stem.x() - half, y - half, stem.x() + half, y + half, width, false, Ink.RST);
      pen.line(stem.x() - half, y + half, stem.x() + half, y - half, width, false, Ink.RST);
    }
  }

  private static void activation(ActivationShape shape, double scale, Pen pen) {
    Progress progress = shape.activation().progress();
    switch (progress) {
      case BLOCKED -> pen.hatch(shape.box(), 2 * scale, Ink.BLOCKED);
      case QUEUED -> pen.outline(shape.box(), 2 * scale, scale, Ink.BLOCKED);
      case RUNNING -> pen.box(shape.box(), 2 * scale, Ink.CALL);
    }
    shape.labels().forEach(pen::label);
  }

  private static void wake(WakeShape wake, double scale, Pen pen) {
    pen.line(wake.x1(), wake.y1(), wake.x2(), wake.y1(), WAKE * scale, false, Ink.BLOCKED);
    pen.line(wake.x2(), wake.y1(), wake.x2(), wake.y2(), WAKE * scale, false, Ink.BLOCKED);
    pen.box(wake.dot(), wake.radius(), Ink.BLOCKED);
  }

  /** Draws one row. */
  public static void row(RowShape shape, Pen pen) {
    pen.label(shape.time());
    if (shape.arrow() != null) {
      pen.arrow(shape.arrow());
    }
    if (shape.answer() != null) {
      pen.arrow(shape.answer());
    }
    if (shape.note() != null) {
      pen.note(shape.note());
    }
    shape.labels().forEach(pen::label);
    shape.tags().forEach(pen::tag);
    if (shape.annotation() != null) {
      pen.tag(shape.annotation());
    }
  }

  /**
   * Draws the body of a picture.
   *
   * @param title says a row in one sentence
   */
  public static void body(Picture picture, Function<RowShape, String> title, Pen pen) {
    ground(picture, pen);
    for (RowShape shape : picture.rows()) {
      pen.begin(title.apply(shape));
      row(shape, pen);
      pen.end();
    }
  }
}
