package socketscope.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;

/** The style sheets of the window: the colours, and one for each view. */
final class StyleSheets {

  static final String TOKENS = "tokens.css";

  private static final List<String> NAMES =
      List.of(
          TOKENS,
          "window.css",
          "topbar.css",
          "pane.css",
          "inspector.css",
          "lesson.css",
          "packet.css",
          "states.css",
          "lecture.css",
          "code.css",
          "compare.css",
          "palette.css");

  private StyleSheets() {}

  static void addTo(Scene scene) {
    for (String name : NAMES) {
      scene
          .getStylesheets()
          .add(Objects.requireNonNull(StyleSheets.class.getResource(name), name).toExternalForm());
    }
  }
}
