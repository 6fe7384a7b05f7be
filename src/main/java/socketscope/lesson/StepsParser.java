package socketscope.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.Place;
import socketscope.lesson.ActorReader.Actor;
import socketscope.lesson.LessonFault.Kind;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.LineCursor.LessonLine;

/** Reads steps. docs/lessons.md describes what they look like. */
public final class StepsParser {

  private final DefinedNames names;
  private final List<LessonStep> steps = new ArrayList<>();
  private final List<LessonFault> faults = new ArrayList<>();

  /** The step of the line before, which another may follow without a pause. */
  private @Nullable CallStep before;

  /** The names that it and those give that it follows without a pause. */
  private final Set<String> given = new HashSet<>();

  private int lineBefore;

  private StepsParser(DefinedNames names) {
    this.names = names;
  }

  /**
   * Reads steps that stand alone, without Markdown around them.
   *
   * @throws LessonException with the first fault of every line that has one
   */
  public static Steps parse(String text) throws LessonException {
    List<LessonLine> lines = new ArrayList<>();
    for (String line : text.split("\r\n|\r|\n", -1)) {
      lines.add(new LessonLine(lines.size() + 1, 1, line));
    }
    return parse(lines, null);
  }

  /**
   * Reads the lines of steps.
   *
   * @param folder where the files lie that the lesson may send; null where it may send none
   */
  static Steps parse(List<LessonLine> lines, @Nullable Path folder) throws LessonException {
    StepsParser parser = new StepsParser(new DefinedNames(folder));
    for (LessonLine line : lines) {
      parser.read(line);
    }
    if (parser.steps.isEmpty() && parser.faults.isEmpty()) {
      int line = lines.isEmpty() ? 1 : lines.getFirst().number();
      parser.faults.add(new LessonFault(line, 1, Kind.NO_STEPS, List.of()));
    }
    if (!parser.faults.isEmpty()) {
      throw new LessonException(parser.faults);
    }
    return new Steps(parser.names.place(), parser.names.ports(), parser.steps);
  }

  private void read(LessonLine line) {
    LineCursor cursor = new LineCursor(line);
    if (line.number() != lineBefore + 1) {
      before = null; // it is of another block
    }
    lineBefore = line.number();
    if (cursor.atEnd()) {
      return;
    }
    CallStep previous = before;
    before = null;
    try {
      int start = cursor.at();
      String word = cursor.takeWord();
      boolean program = cursor.take(":") || cursor.take("/") || cursor.take(".");
      if (word.equals("port") && !program) {
        readPorts(cursor);
      } else if (word.equals("where") && !program) {
        readPlace(cursor);
      } else if (word.equals("kill") && !program) {
        steps.addAll(new KillReader(cursor, names, line.number()).read());
      } else if (word.isEmpty() && cursor.take("+")) {
        readWithoutPause(cursor, line.number(), previous);
      } else {
        cursor.back(start);
        readSteps(cursor, line.number());
      }
    } catch (LessonException e) {
      faults.addAll(e.faults());
    }
  }

  private void readWithoutPause(LineCursor cursor, int line, @Nullable CallStep previous)
      throws LessonException {
    if (previous == null) {
      throw cursor.fault(Kind.NOTHING_BEFORE);
    }
    add(new StepReader(cursor, names, line).readWithoutPause(previous, given));
  }

  /** The step of the line, made by each of its programs. */
  private void readSteps(LineCursor cursor, int line) throws LessonException {
    List<Actor> actors = new ActorReader(cursor).readActors();
    int start = cursor.at();
    given.clear();
    for (Actor actor : actors) {
      cursor.back(start);
      add(new StepReader(cursor, names, line).read(actor));
    }
    if (actors.size() > 1) {
      before = null;
    }
  }

  private void add(LessonStep step) {
    steps.add(step);
    if (step instanceof CallStep call) {
      before = call;
      Stream.of(call.name(), call.second()).filter(Objects::nonNull).forEach(given::add);
    }
  }

  private void readPlace(LineCursor cursor) throws LessonException {
    int start = cursor.at();
    String word = cursor.takeWord();
    Place place = Place.of(word).orElseThrow(() -> cursor.fault(Kind.PLACE, start, word));
    if (!steps.isEmpty() || names.place() != null) {
      throw cursor.fault(Kind.PLACE_LATE, start, word);
    }
    names.setPlace(place);
    if (!cursor.atEnd()) {
      throw cursor.fault(Kind.TRAILING, cursor.rest());
    }
  }

  private void readPorts(LineCursor cursor) throws LessonException {
    do {
      int start = cursor.at();
      String name = cursor.takeWord();
      if (!DefinedNames.isName(name)) {
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
