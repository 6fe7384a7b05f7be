package socketscope.ui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import socketscope.export.FontFamilies;
import socketscope.layout.Box;
import socketscope.layout.StateFigure;
import socketscope.layout.StateFigure.Spot;
import socketscope.layout.StateFigure.StateArrow;
import socketscope.layout.StateFigure.StateBox;
import socketscope.layout.StateFigure.StateWord;

/** Makes the nodes of the figure; the style sheet says how they look. */
final class FigureDrawing {

  private static final PseudoClass WALKED = PseudoClass.getPseudoClass("walked");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass SUBJECT = PseudoClass.getPseudoClass("subject");
  private static final PseudoClass END = PseudoClass.getPseudoClass("end");

  private static final String PROSE = family(false);
  private static final String CODE = family(true);

  private static final double BEND = 6;
  private static final double HEAD = 5;
  private static final double WORD_SIZE = 9;
  private static final double NAME_SIZE = 10;
  private static final double BADGE = 5;

  private final double scale;

  FigureDrawing(StateFigure figure) {
    this.scale = figure.scale();
  }

  /** An arrow that nobody went. */
  List<Node> arrow(StateArrow arrow) {
    Path line = line(arrow, 1);
    Polygon head = head(arrow, HEAD);
    line.getStyleClass().add("figure-line");
    head.getStyleClass().add("figure-head");
    return List.of(line, head);
  }

  /** An arrow that an end went. */
  List<Node> walked(StateArrow arrow, End end) {
    Path line = line(arrow, end.subject() ? 2.6 : 2);
    Polygon head = head(arrow, end.subject() ? 1.5 * HEAD : 1.3 * HEAD);
    for (Shape shape : List.of(line, head)) {
      shape.getStyleClass().addAll("figure-way", end.side().styleClass());
      shape.pseudoClassStateChanged(SUBJECT, end.subject());
    }
    head.getStyleClass().add("figure-way-head");
    if (end.side() == ConnectionRole.SERVER) {
      line.getStrokeDashArray().setAll(4.5 * scale, 3 * scale);
    }
    return List.of(line, head);
  }

  private Path line(StateArrow arrow, double width) {
    List<Spot> spots = arrow.spots();
    Path path = new Path(new MoveTo(spots.getFirst().x(), spots.getFirst().y()));
    for (int i = 1; i < spots.size() - 1; i++) {
      Spot before = towards(spots.get(i), spots.get(i - 1), BEND * scale);
      Spot after = towards(spots.get(i), spots.get(i + 1), BEND * scale);
      path.getElements().add(new LineTo(before.x(), before.y()));
      path.getElements()
          .add(new QuadCurveTo(spots.get(i).x(), spots.get(i).y(), after.x(), after.y()));
    }
    // The head covers the last of the line, so that its point stays sharp.
    Spot last = towards(spots.getLast(), spots.get(spots.size() - 2), 0.8 * HEAD * scale);
    path.getElements().add(new LineTo(last.x(), last.y()));
    path.setStrokeWidth(width * scale);
    return path;
  }

  private static Spot towards(Spot from, Spot to, double distance) {
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double part = length == 0 ? 0 : Math.min(0.5, distance / length);
    return new Spot(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()));
  }

  private Polygon head(StateArrow arrow, double size) {
    Spot tip = arrow.spots().getLast();
    Spot tail = arrow.spots().get(arrow.spots().size() - 2);
    double length = Math.hypot(tip.x() - tail.x(), tip.y() - tail.y());
    double dx = (tip.x() - tail.x()) / length * size * scale;
    double dy = (tip.y() - tail.y()) / length * size * scale;
    return new Polygon(
        tip.x(),
        tip.y(),
        tip.x() - dx - 0.55 * dy,
        tip.y() - dy + 0.55 * dx,
        tip.x() - dx + 0.55 * dy,
        tip.y() - dy - 0.55 * dx);
  }

  List<Node> words(StateArrow arrow, boolean walked) {
    List<Node> nodes = new ArrayList<>();
    for (StateWord word : arrow.words()) {
      Text text = text(word.text(), "figure-word", false, false, WORD_SIZE);
      text.pseudoClassStateChanged(WALKED, walked);
      double width = text.getLayoutBounds().getWidth();
      text.setX(
          switch (word.anchor()) {
            case START -> word.x();
            case MIDDLE -> word.x() - width / 2;
            case END -> word.x() - width;
          });
      text.setY(word.y());
      nodes.add(text);
    }
    return nodes;
  }

  /** A text in its font, so that its width is known at once. */
  private Text text(String words, String styleClass, boolean code, boolean bold, double size) {
    FontWeight weight = bold ? FontWeight.BOLD : FontWeight.NORMAL;
    Text text = new Text(words);
    text.getStyleClass().add(styleClass);
    text.setFont(Font.font(code ? CODE : PROSE, weight, size * scale));
    return text;
  }

  private static String family(boolean code) {
    return FontFamilies.usual().firstOf(Font.getFamilies(), code, code ? "Monospaced" : "System");
  }

  /**
   * A state.
   *
   * @param passed whether an end came through it
   * @param here the ends that are in it now
   */
  List<Node> box(StateBox state, boolean passed, List<End> here) {
    List<Node> nodes = new ArrayList<>();
    boolean subject = here.stream().anyMatch(End::subject);
    if (subject) {
      Rectangle halo = rectangle(grown(state.box(), 3.5 * scale), 8 * scale);
      halo.getStyleClass().addAll("figure-halo", here.getFirst().side().styleClass());
      halo.setStrokeWidth(3 * scale);
      nodes.add(halo);
    }
    Rectangle frame = rectangle(state.box(), 5 * scale);
    String token = state.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    frame.getStyleClass().addAll("figure-state", "figure-" + token);
    frame.pseudoClassStateChanged(WALKED, passed || !here.isEmpty());
    frame.pseudoClassStateChanged(CURRENT, !here.isEmpty());
    frame.pseudoClassStateChanged(END, state.end());
    frame.setStrokeWidth((here.isEmpty() ? 1 : 1.6) * scale);
    nodes.add(frame);
    nodes.add(name(state, passed || !here.isEmpty(), !here.isEmpty()));
    here.forEach(end -> nodes.addAll(badge(state.box(), end)));
    return nodes;
  }

  private static Box grown(Box box, double by) {
    return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
  }

  private static Rectangle rectangle(Box box, double radius) {
    Rectangle rectangle = new Rectangle(box.x(), box.y(), box.width(), box.height());
    rectangle.setArcWidth(2 * radius);
    rectangle.setArcHeight(2 * radius);
    return rectangle;
  }

  private Text name(StateBox state, boolean walked, boolean current) {
    Text name = text(state.state().name(), "figure-name", true, current, NAME_SIZE);
    name.pseudoClassStateChanged(WALKED, walked);
    name.setTextOrigin(VPos.CENTER);
    name.setTextAlignment(TextAlignment.CENTER);
    name.setWrappingWidth(state.box().width());
    name.setX(state.box().x());
    name.setY(state.box().y() + state.box().height() / 2);
    return name;
  }

  /** The sign of an end at the upper corner of the state that it is in. */
  private List<Node> badge(Box box, End end) {
    double half = BADGE * scale;
    boolean client = end.side() == ConnectionRole.CLIENT;
    double x = client ? box.x() + 2 * scale : box.right() - 2 * scale;
    Shape sign = sign(end.side(), x, box.y() + scale, half);
    sign.setStrokeWidth(1.5 * scale);
    return List.of(sign);
  }

  /** A disc or a square: the sides differ by more than their colour. */
  static Shape sign(ConnectionRole side, double x, double y, double half) {
    Shape sign =
        switch (side) {
          case CLIENT -> new Circle(x, y, half);
          case SERVER -> new Rectangle(x - 0.9 * half, y - 0.9 * half, 1.8 * half, 1.8 * half);
        };
    sign.getStyleClass().addAll("figure-sign", side.styleClass());
    return sign;
  }

  /** A cross where a connection was broken off. */
  List<Node> broken(StateBox state, End end) {
    double half = 4 * scale;
    double x =
        end.side() == ConnectionRole.CLIENT
            ? state.box().x() + 10 * scale
            : state.box().right() - 10 * scale;
    double y = state.box().bottom();
    Circle ground = new Circle(x, y, 1.5 * half);
    ground.getStyleClass().add("figure-cross-ground");
    List<Node> nodes = new ArrayList<>(List.of(ground));
    for (int way : List.of(-1, 1)) {
      Line stroke = new Line(x - half, y - way * half, x + half, y + way * half);
      stroke.getStyleClass().add("figure-cross");
      stroke.setStrokeWidth(2 * scale);
      nodes.add(stroke);
    }
    return nodes;
  }
}
