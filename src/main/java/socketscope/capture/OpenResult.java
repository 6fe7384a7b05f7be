package socketscope.capture;

import org.jspecify.annotations.Nullable;

/**
 * What came of trying to capture in one way.
 *
 * @param source where packets come from; null where it is not possible
 * @param answer in a word, for machines: {@code ok}, {@code missing}, {@code refused}, an errno
 */
record OpenResult(@Nullable PacketSource source, String answer) {

  static OpenResult of(PacketSource source) {
    return new OpenResult(source, "ok");
  }

  static OpenResult missing() {
    return new OpenResult(null, "missing");
  }

  static OpenResult refused(String answer) {
    return new OpenResult(null, answer);
  }
}
