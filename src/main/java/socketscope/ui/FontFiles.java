package socketscope.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;

/** The fonts that come with the application, so that it looks the same everywhere. */
final class FontFiles {

  private static final List<String> NAMES =
      List.of(
          "inter-400",
          "inter-400-italic",
          "inter-500",
          "inter-600",
          "inter-700",
          "jetbrains-mono-400",
          "jetbrains-mono-500",
          "jetbrains-mono-700");

  private FontFiles() {}

  /** Makes them known; where one cannot be read, the system's fonts take its place. */
  static void load() {
    for (String name : NAMES) {
      try (InputStream file = FontFiles.class.getResourceAsStream("fonts/" + name + ".woff")) {
        if (file != null) {
          Font.loadFont(file, 13);
        }
      } catch (IOException e) {
        // The style sheets name other fonts to fall back on.
      }
    }
  }
}
