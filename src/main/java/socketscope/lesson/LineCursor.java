package socketscope.lesson;

import java.util.List;
import java.util.function.IntPredicate;
import socketscope.lesson.LessonFault.Kind;

/** Reads one line of steps from left to right, and knows where it is. */
final class LineCursor {

  private final LessonLine line;
  private final String text;
  private int at;

  LineCursor(LessonLine line) {
    this.line = line;
    this.text = withoutComment(line.text());
    skipBlanks();
  }

  private static String withoutComment(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '#' && !quoted) {
        return text.substring(0, i).stripTrailing();
      }
    }
    return text.stripTrailing();
  }

  int at() {
    return at;
  }

  void back(int to) {
    at = to;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** What has not been read. */
  String rest() {
    return text.substring(at);
  }

  void skipBlanks() {
    takeWhile(Character::isWhitespace);
  }

  String takeWhile(IntPredicate wanted) {
    int start = at;
    while (at < text.length() && wanted.test(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** A run of letters, digits and underscores, and the blanks after it. */
  String takeWord() {
    String word = takeWhile(c -> Character.isLetterOrDigit(c) || c == '_');
    skipBlanks();
    return word;
  }

  /** Takes the token and the blanks after it, where it stands here. */
  boolean take(String token) {
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    skipBlanks();
    return true;
  }

  /** A text in double quotes, with its quotes, as it is written. */
  String takeQuoted() throws LessonException {
    int start = at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw fault(Kind.NOT_CLOSED, start, "\"");
    }
    at++;
    return text.substring(start, at);
  }

  /** Bytes as they are written: in double quotes or in hexadecimal, and how often. */
  String takeData() throws LessonException {
    int start = at;
    if (text.charAt(at) == '"') {
      takeQuoted();
    } else {
      takeWhile(c -> !Character.isWhitespace(c));
    }
    int end = at;
    skipBlanks();
    if (take("*")) {
      takeWhile(c -> !Character.isWhitespace(c));
      end = at;
    } else {
      at = end;
    }
    return text.substring(start, end);
  }

  /**
   * An argument as it is written: what stands before the next comma or closing parenthesis that is
   * in no brackets or braces.
   */
  String takeArgument() throws LessonException {
    int start = at;
    int depth = 0;
    while (at < text.length() && (depth > 0 || !endsArgument(text.charAt(at)))) {
      char c = text.charAt(at);
      if (c == '"') {
        takeQuoted();
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        at++;
      }
    }
    return text.substring(start, at).stripTrailing();
  }

  private static boolean endsArgument(char c) {
    return c == ',' || c == ')';
  }

  LessonException fault(Kind kind, String... details) {
    return fault(kind, at, details);
  }

  /** A fault at the character with that index in the line. */
  LessonException fault(Kind kind, int index, String... details) {
    int column = line.column() + text.codePointCount(0, Math.min(index, text.length()));
    return new LessonException(new LessonFault(line.number(), column, kind, List.of(details)));
  }

  /**
   * A line of steps, and where it stands in the file.
   *
   * @param number its line in the file, from 1
   * @param column the column of its first character, from 1
   */
  record LessonLine(int number, int column, String text) {}
}
