package socketscope.lesson;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import socketscope.lesson.LessonFault.Kind;

/**
 * Reads who makes a step: {@code server}, {@code server/2}, {@code server.1}, which is a child of
 * the server, or many: {@code client1..20}.
 */
final class ActorReader {

  private static final Pattern THREAD = Pattern.compile("(.*)/([1-9])");
  private static final Pattern RANGE = Pattern.compile("(.*?)([0-9]+)\\.\\.([0-9]*)");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,3}");

  /** Each one is a process. */
  private static final int MOST = 100;

  private final LineCursor cursor;

  ActorReader(LineCursor cursor) {
    this.cursor = cursor;
  }

  /** Those before the colon, and the colon. */
  List<Actor> readActors() throws LessonException {
    int start = cursor.at();
    String text = cursor.takeWhile(c -> c != ':' && c != '(' && c != '"').stripTrailing();
    if (!cursor.take(":")) {
      throw cursor.fault(Kind.NO_PROGRAM, start);
    }
    Matcher thread = THREAD.matcher(text);
    return thread.matches()
        ? actors(thread.group(1), Integer.parseInt(thread.group(2)), start)
        : actors(text, 1, start);
  }

  /** Those that stand at the end of the line. */
  List<Actor> readTargets() throws LessonException {
    int start = cursor.at();
    return actors(cursor.takeWhile(_ -> true), 1, start);
  }

  private List<Actor> actors(String text, int thread, int start) throws LessonException {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return List.of(new Actor(name(text, start), thread, start));
    }
    String base = name(range.group(1), start);
    if (!NUMBER.matcher(range.group(2)).matches() || !NUMBER.matcher(range.group(3)).matches()) {
      throw cursor.fault(Kind.RANGE, start, OperandReader.shown(text));
    }
    int from = Integer.parseInt(range.group(2));
    int to = Integer.parseInt(range.group(3));
    if (to < from || to - from >= MOST) {
      throw cursor.fault(Kind.RANGE, start, OperandReader.shown(text));
    }
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> new Actor(base + number, thread, start))
        .toList();
  }

  private String name(String text, int start) throws LessonException {
    if (!DefinedNames.isProgram(text)) {
      throw cursor.fault(Kind.PROGRAM_NAME, start, text);
    }
    return text;
  }

  /**
   * Who makes a step.
   *
   * @param thread which of the program's threads
   * @param at where its name begins in the line
   */
  record Actor(String program, int thread, int at) {}
}
