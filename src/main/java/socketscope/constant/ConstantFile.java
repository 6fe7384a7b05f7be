package socketscope.constant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the file of a system: {@code [SET]}, or {@code [SET LEVEL]}, and below it a name, its
 * number and, of an option, the form of its value. What follows a {@code #} is a comment.
 */
final class ConstantFile {

  private final Map<Constants.Key, Names> sets = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private Names current = new Names(ConstantSet.NUMBER);

  private ConstantFile() {}

  static Constants read(SystemName system) {
    String name = system.name().toLowerCase(Locale.ROOT) + ".txt";
    String path = "/socketscope/constant/" + name;
    try (InputStream file =
        Objects.requireNonNull(ConstantFile.class.getResourceAsStream(path), path)) {
      return parse(new String(file.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The constants that a text tells of.
   *
   * @throws IllegalArgumentException where it is not understood, or a name has two numbers
   */
  static Constants parse(String text) {
    ConstantFile file = new ConstantFile();
    text.lines().map(String::strip).forEach(file::line);
    return new Constants(file.sets, file.numbers);
  }

  private void line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("[")) {
      section(line.substring(1, line.length() - 1));
    } else {
      constant(line);
    }
  }

  private void section(String title) {
    int blank = title.indexOf(' ');
    ConstantSet set = ConstantSet.valueOf(blank < 0 ? title : title.substring(0, blank));
    long level = blank < 0 ? 0 : known(title.substring(blank + 1));
    current = sets.computeIfAbsent(new Constants.Key(set, level), _ -> new Names(set));
  }

  private long known(String name) {
    Long number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException(name + " is not known yet");
    }
    return number;
  }

  private void constant(String line) {
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    String name = line.substring(0, first);
    long number = Long.decode(line.substring(first + 1, second < 0 ? line.length() : second));
    Long earlier = numbers.put(name, number);
    if (earlier != null && earlier != number) {
      throw new IllegalArgumentException(name + " is " + earlier + " and " + number);
    }
    current.add(name, number);
    if (second > 0) {
      current.form(number, line.substring(second + 1));
    }
  }
}
