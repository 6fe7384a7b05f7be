package socketscope.ui.scroll;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that draws what has changed in its content. The usual one draws all of its content
 * into an image first, as large as the content, each time that anything in it changes: fine for
 * what only scrolls, and nearly half of the drawing of a window in which much changes.
 */
public class DirectScroll extends ScrollPane {

  /** Scrolls nothing yet. */
  public DirectScroll() {}

  /** Scrolls that. */
  public DirectScroll(Node content) {
    super(content);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = new ScrollPaneSkin(this);
    getChildrenUnmodifiable().stream()
        .filter(node -> node.getStyleClass().contains("viewport"))
        .flatMap(viewport -> ((Parent) viewport).getChildrenUnmodifiable().stream())
        .forEach(held -> held.setCache(false));
    return skin;
  }
}
