package socketscope.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The documents that come with the application: the very files of the folder docs. */
final class Documents {

  private Documents() {}

  /** A document in Markdown. */
  static String text(String name) {
    try (InputStream file =
        Objects.requireNonNull(Documents.class.getResourceAsStream("docs/" + name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
