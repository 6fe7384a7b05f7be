package socketscope.ui.scroll;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that draws what has changed in its content. The usual one draws all that is seen of
 * it into an image first, each time that anything in it changes: fine for what only scrolls, and
 * nearly half of the drawing of a window in which much changes.
 */
public class DirectScroll extends ScrollPane {

  /** Scrolls nothing yet. */
  public DirectScroll() {}

  /** Scrolls that. */
  public DirectScroll(Node content) {
    super(content);
  }

  /** Scrolls no further than it must for that part of its content to be seen. */
  public void reveal(Node part) {
    applyCss();
    layout();
    double seen = getViewportBounds().getHeight();
    double hidden = getContent().getLayoutBounds().getHeight() - seen;
    if (hidden <= 0 || part.getScene() == null) {
      return;
    }
    Bounds place = getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
    double top = getVvalue() * hidden;
    if (place.getMinY() < top) {
      setVvalue(place.getMinY() / hidden);
    } else if (place.getMaxY() > top + seen) {
      setVvalue((place.getMaxY() - seen) / hidden);
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = new ScrollPaneSkin(this);
    getChildrenUnmodifiable().stream()
        .filter(node -> node.getStyleClass().contains("viewport"))
        .forEach(viewport -> viewport.setCache(false));
    return skin;
  }
}
