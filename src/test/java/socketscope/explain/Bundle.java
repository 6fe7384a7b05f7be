package socketscope.explain;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import socketscope.text.Language;
import socketscope.text.Texts;

/** The texts of an area as its file has them. */
final class Bundle {

  private Bundle() {}

  static Properties of(String area, Language language) {
    String file = "/socketscope/text/" + area + "_" + language.code() + ".properties";
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  static Set<String> keys(String area, Language language) {
    return new TreeSet<>(of(area, language).stringPropertyNames());
  }
}
