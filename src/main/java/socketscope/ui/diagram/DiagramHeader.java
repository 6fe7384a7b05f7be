package socketscope.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import socketscope.layout.Picture;
import socketscope.layout.Picture.HeaderShape;
import socketscope.layout.Sketch;

/** The names of the lifelines, which stay on top. */
final class DiagramHeader extends Pane {

  private final Fonts fonts;
  private final Region tint = new Region();
  private final Group names = new Group();
  private List<HeaderShape> drawn = List.of();

  DiagramHeader(Fonts fonts) {
    this.fonts = fonts;
    getStyleClass().add("diagram-header");
    tint.getStyleClass().add("diagram-header-tint");
    tint.setManaged(false);
    names.setManaged(false);
    getChildren().addAll(tint, names);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  void draw(Picture picture, boolean fresh) {
    if (!fresh && picture.headers().equals(drawn)) {
      return;
    }
    drawn = picture.headers();
    List<Node> nodes = new ArrayList<>();
    NodePen pen = new NodePen(nodes, fonts, picture.metrics().scale());
    for (HeaderShape header : picture.headers()) {
      Sketch.header(header, picture.metrics().scale(), pen);
    }
    names.getChildren().setAll(nodes);
    names.applyCss();
  }

  /** Follows the body sideways. */
  void scrollTo(double x) {
    names.setTranslateX(-x);
  }

  @Override
  protected void layoutChildren() {
    tint.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
