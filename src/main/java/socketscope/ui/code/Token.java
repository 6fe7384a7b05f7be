package socketscope.ui.code;

import java.util.Locale;

/** A part of a source line that has one colour. */
record Token(String text, Kind kind) {

  /** What it is to the language. */
  enum Kind {
    PLAIN,
    KEYWORD,
    CALL,
    STRING,
    NUMBER,
    COMMENT;

    String styleClass() {
      return "code-" + name().toLowerCase(Locale.ROOT);
    }
  }
}
