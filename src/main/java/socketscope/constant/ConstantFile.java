package socketscope.constant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the file of a system: {@code [SET]}, or {@code [SET LEVEL]}, and below it a name and its
 * number, with the number that it has on another architecture: {@code O_DIRECT 0x4000
 * aarch64=0x10000}. A line that starts with {@code #} is a comment.
 *
 * <p>A program reads it when it starts, so there is nothing here that the virtual machine would
 * have to prepare first, as lambdas, streams, records as keys and Enum.valueOf.
 */
final class ConstantFile {

  private static final String ARCHITECTURE = System.getProperty("os.arch");

  private final byte[] text;
  private int at;
  private final Map<ConstantSet, Map<Long, Names>> sets = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>(2048);
  private Names current = new Names(ConstantSet.NUMBER);

  private ConstantFile(byte[] text) {
    this.text = text;
  }

  static Constants read(SystemName system) {
    String name = system.file();
    try (InputStream file =
        Objects.requireNonNull(ConstantFile.class.getResourceAsStream(name), name)) {
      return parse(system, file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The constants that a text tells of.
   *
   * @throws IllegalArgumentException where it is not understood, or a name has two numbers
   */
  static Constants parse(SystemName system, byte[] text) {
    ConstantFile file = new ConstantFile(text);
    while (file.at < text.length) {
      file.line();
    }
    return new Constants(system, file.sets, file.numbers);
  }

  private void line() {
    switch (text[at]) {
      case '\n' -> at++;
      case '#' -> word('\n');
      case '[' -> {
        at++;
        section(word(']'));
        word('\n');
      }
      default -> constant();
    }
  }

  /** What stands before a character, which is passed. */
  private String word(char end) {
    int start = at;
    while (text[at] != end) {
      at++;
    }
    return new String(text, start, at++ - start, StandardCharsets.US_ASCII);
  }

  private void section(String title) {
    int blank = title.indexOf(' ');
    ConstantSet set = set(blank < 0 ? title : title.substring(0, blank));
    long level = blank < 0 ? 0 : numbers.get(title.substring(blank + 1));
    Map<Long, Names> levels = sets.get(set);
    if (levels == null) {
      levels = new HashMap<>();
      sets.put(set, levels);
    }
    current = new Names(set);
    levels.put(level, current);
  }

  private static ConstantSet set(String name) {
    for (ConstantSet set : ConstantSet.values()) {
      if (set.name().equals(name)) {
        return set;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private void constant() {
    String name = word(' ');
    Long number = number();
    while (text[at] == ' ') {
      at++;
      boolean here = word('=').equals(ARCHITECTURE);
      long elsewhere = number();
      number = here ? elsewhere : number;
    }
    at++;
    Long earlier = numbers.put(name, number);
    if (earlier != null && !earlier.equals(number)) {
      throw new IllegalArgumentException(name + " is " + earlier + " and " + number);
    }
    current.add(name, number);
  }

  /** A decimal number, or a hexadecimal one after 0x. */
  private long number() {
    boolean negative = text[at] == '-';
    at += negative ? 1 : 0;
    boolean hexadecimal = text[at] == '0' && text[at + 1] == 'x';
    at += hexadecimal ? 2 : 0;
    int radix = hexadecimal ? 16 : 10;
    long number = 0;
    for (; text[at] > ' '; at++) {
      int digit = Character.digit(text[at], radix);
      if (digit < 0) {
        throw new IllegalArgumentException("no number at " + at);
      }
      number = number * radix + digit;
    }
    return negative ? -number : number;
  }
}
