package socketscope.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.LessonFault.Kind;

/** Reads steps. docs/lessons.md describes what they look like. */
public final class StepsParser {

  private final Names names;
  private final List<Step> steps = new ArrayList<>();
  private final List<LessonFault> faults = new ArrayList<>();

  private StepsParser(Names names) {
    this.names = names;
  }

  /**
   * Reads steps that stand alone, without Markdown around them.
   *
   * @throws LessonException with the first fault of every line that has one
   */
  public static Steps parse(String text) throws LessonException {
    List<SourceLine> lines = new ArrayList<>();
    for (String line : text.split("\r\n|\r|\n", -1)) {
      lines.add(new SourceLine(lines.size() + 1, 1, line));
    }
    return parse(lines, null);
  }

  /**
   * Reads the lines of steps.
   *
   * @param folder where the files lie that the lesson may send; null where it may send none
   */
  static Steps parse(List<SourceLine> lines, @Nullable Path folder) throws LessonException {
    StepsParser parser = new StepsParser(new Names(folder));
    for (SourceLine line : lines) {
      parser.read(line);
    }
    if (parser.steps.isEmpty() && parser.faults.isEmpty()) {
      int line = lines.isEmpty() ? 1 : lines.getFirst().number();
      parser.faults.add(new LessonFault(line, 1, Kind.NO_STEPS, List.of()));
    }
    if (!parser.faults.isEmpty()) {
      throw new LessonException(parser.faults);
    }
    return new Steps(parser.names.ports(), parser.steps);
  }

  private void read(SourceLine line) {
    LineCursor cursor = new LineCursor(line);
    try {
      if (cursor.atEnd()) {
        return;
      }
      int start = cursor.at();
      String word = cursor.takeWord();
      boolean program = cursor.take(":") || cursor.take("/");
      if (word.equals("port") && !program) {
        readPorts(cursor);
      } else if (word.equals("kill") && !program) {
        steps.addAll(new KillReader(cursor, names, line.number()).read());
      } else {
        cursor.back(start);
        readSteps(cursor, line.number());
      }
    } catch (LessonException e) {
      faults.addAll(e.faults());
    }
  }

  /** The step of the line, made by each of its programs. */
  private void readSteps(LineCursor cursor, int line) throws LessonException {
    List<Speaker> speakers = new SpeakerReader(cursor).readSpeakers();
    int start = cursor.at();
    for (Speaker speaker : speakers) {
      cursor.back(start);
      steps.add(new StepReader(cursor, names, line).read(speaker));
    }
  }

  private void readPorts(LineCursor cursor) throws LessonException {
    do {
      int start = cursor.at();
      String name = cursor.takeWord();
      if (!Names.isName(name)) {
        throw cursor.fault(Kind.PORT_NAME, start, name);
      }
      if (!names.addPort(name)) {
        throw cursor.fault(Kind.PORT_TWICE, start, name);
      }
    } while (cursor.take(","));
    if (!cursor.atEnd()) {
      throw cursor.fault(Kind.TRAILING, cursor.rest());
    }
  }
}
