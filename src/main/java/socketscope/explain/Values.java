package socketscope.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import socketscope.event.Bytes;
import socketscope.text.Texts;

/** Values in words: durations, counts, bytes. */
final class Values {

  /** Bytes shown of longer data. */
  private static final int SHOWN = 32;

  private final Texts texts;

  Values(Texts texts) {
    this.texts = texts;
  }

  /**
   * A duration of so many nanoseconds with its unit, with the digits that mean something: {@code
   * 0.4 µs}, {@code 4.3 µs}, {@code 43 µs}, {@code 430 µs}, {@code 1.3 ms}, {@code 1.25 s}. To look
   * at the clock takes some tens of nanoseconds, and a call is seldom repeated to a tenth.
   */
  String duration(long nanos) {
    if (nanos < 100) {
      return "<" + decimal("%.1f µs", 0.1);
    }
    if (nanos < 9_950) {
      return decimal("%.1f µs", nanos / 1e3);
    }
    if (nanos < 999_500) {
      return decimal("%.0f µs", nanos / 1e3);
    }
    if (nanos < 99_950_000) {
      return decimal("%.1f ms", nanos / 1e6);
    }
    return nanos < 999_500_000 ? decimal("%.0f ms", nanos / 1e6) : decimal("%.2f s", nanos / 1e9);
  }

  /** Seconds with six decimals, as long columns of times want them. */
  String seconds(long nanos) {
    return decimal("%.6f", nanos / 1e9);
  }

  private String decimal(String format, double value) {
    return String.format(locale(), format, value);
  }

  private Locale locale() {
    return texts.language().locale();
  }

  /** A number with its thousands apart: {@code 4,000,000}. */
  String grouped(long number) {
    return String.format(locale(), "%,d", number);
  }

  String bytes(long count) {
    return count(count, "bytes");
  }

  String segments(long count) {
    return count(count, "segments");
  }

  String connections(long count) {
    return count(count, "connections");
  }

  String datagrams(long count) {
    return count(count, "datagrams");
  }

  private String count(long count, String noun) {
    return texts.get(noun + (count == 1 ? ".one" : ".other"), count);
  }

  /** Data in quotes, as a C string literal; cut where it is long. */
  static String data(Bytes bytes) {
    if (bytes.length() <= SHOWN || bytes.count() != 1 && bytes.unit().length() <= SHOWN) {
      return bytes.toString();
    }
    byte[] all = bytes.toArray();
    int end = SHOWN;
    while (end > SHOWN - 4 && (all[end] & 0xc0) == 0x80) {
      end--; // not within a character of UTF-8
    }
    return Bytes.copyOf(Arrays.copyOf(all, end)) + "...";
  }

  /** Several things, as a sentence has them: 5, 6 and 7. */
  String names(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : texts.get("and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }

  static String numbers(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
