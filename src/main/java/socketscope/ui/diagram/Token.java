package socketscope.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.layout.Arrow;
import socketscope.layout.Box;
import socketscope.layout.Face;
import socketscope.layout.Ink;
import socketscope.layout.Label;
import socketscope.layout.RowShape.Tag;

/** Bytes that ride at the head of an arrow while it grows. */
final class Token extends Group {

  /** Bytes of more characters are counted, not spelled. */
  private static final int LEGIBLE = 16;

  private static final double HEIGHT = 15;
  private static final double PAD = 6;

  /** How far the middle of its letters is above their base line. */
  private static final double MIDDLE = 3.8;

  private final Arrow arrow;

  private Token(Arrow arrow, String text, Fonts fonts, double scale) {
    this.arrow = arrow;
    List<Node> nodes = new ArrayList<>();
    double width = fonts.width(text, Face.STRONG) * scale + 2 * PAD * scale;
    double height = HEIGHT * scale;
    Label label =
        new Label(
            text,
            text,
            0,
            MIDDLE * scale,
            width - 2 * PAD * scale,
            Label.Anchor.MIDDLE,
            Face.STRONG,
            Ink.ON_COLOR);
    new NodePen(nodes, fonts, scale)
        .tag(new Tag(new Box(-width / 2, -height / 2, width, height), Ink.DATA, label));
    getChildren().setAll(nodes);
    setMouseTransparent(true);
    setVisible(false);
  }

  /**
   * The token of what an arrow carries; null where it carries nothing.
   *
   * @param counted says how many bytes there are
   */
  static @Nullable Token of(
      @Nullable Arrow arrow, @Nullable Bytes bytes, String counted, Fonts fonts, double scale) {
    if (arrow == null || bytes == null) {
      return null;
    }
    String text = bytes.length() <= LEGIBLE ? bytes.escaped() : counted;
    return new Token(arrow, text.length() <= LEGIBLE ? text : counted, fonts, scale);
  }

  /** Rides there, where so much of the way is made; is gone where it has arrived. */
  void ride(double part) {
    setVisible(part > 0 && part < 1);
    Arrow now = arrow.grown(part);
    setTranslateX(now.x2());
    setTranslateY(now.y2());
  }
}
