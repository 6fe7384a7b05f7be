package socketscope.layout;

/** Writes times in the unit that reads best, digits grouped by thin spaces. */
public final class TimeText {

  private static final char THIN_SPACE = '\u2009';
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private TimeText() {}

  /**
   * {@code 2 043 µs} below 100 ms, {@code 1 234.5 ms} below 10 s, {@code 12.345 s} from there on.
   * What was before zero is told in tenths of a second from a second on: nobody needs more of it.
   *
   * @param separator between the whole and its fraction
   */
  public static String of(long nanos, char separator) {
    if (nanos < 0) {
      return "\u2212"
          + (-nanos < SECOND
              ? of(-nanos, separator)
              : grouped(-nanos / SECOND) + separator + -nanos / (SECOND / 10) % 10 + " s");
    }
    if (nanos < 100 * MILLI) {
      return grouped(nanos / 1000) + " \u00b5s";
    }
    if (nanos < 10 * SECOND) {
      return grouped(nanos / MILLI) + separator + nanos / 100_000 % 10 + " ms";
    }
    String fraction = Long.toString(1000 + nanos / MILLI % 1000).substring(1);
    return grouped(nanos / SECOND) + separator + fraction + " s";
  }

  /**
   * The same, below another time: where both would read alike, the distance, {@code +12 µs}, in
   * nanoseconds where it is shorter than a microsecond.
   *
   * @param above the time that is written above, which is not later
   * @param separator between the whole and its fraction
   */
  public static String below(long above, long nanos, char separator) {
    String text = of(nanos, separator);
    if (above < 0 || !text.equals(of(above, separator))) {
      return text;
    }
    long distance = nanos - above;
    boolean tiny = distance > 0 && distance < 1000;
    return "+" + (tiny ? distance + " ns" : of(distance, separator));
  }

  private static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, THIN_SPACE);
    }
    return digits.toString();
  }
}
