package socketscope.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import socketscope.text.Language;

/** The documents that come with the application: the very files of the folder docs. */
final class Documents {

  private Documents() {}

  /** A document in Markdown; in English its name ends without a language. */
  static String text(String name, Language language) {
    String path =
        "docs/" + name + (language == Language.ENGLISH ? "" : "." + language.code()) + ".md";
    try (InputStream file =
        Objects.requireNonNull(Documents.class.getResourceAsStream(path), path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
