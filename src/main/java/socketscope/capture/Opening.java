package socketscope.capture;

import org.jspecify.annotations.Nullable;

/**
 * What came of trying to capture in one way.
 *
 * @param source where packets come from; null where it is not possible
 * @param answer in a word, for machines: {@code ok}, {@code missing}, {@code refused}, an errno
 */
record Opening(@Nullable Source source, String answer) {

  static Opening of(Source source) {
    return new Opening(source, "ok");
  }

  static Opening missing() {
    return new Opening(null, "missing");
  }

  static Opening refused(String answer) {
    return new Opening(null, answer);
  }
}
