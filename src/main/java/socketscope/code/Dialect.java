package socketscope.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.code.Program.Point;
import socketscope.code.Program.Wait;

/** Writes a script in one language. */
abstract class Dialect {

  final Script script;
  final Wording words;
  final Source source;
  private final List<Wait> waits = new ArrayList<>();
  private Map<String, Dialect> all = Map.of();

  Dialect(Script script, Wording words, String indent) {
    this.script = script;
    this.words = words;
    this.source = new Source(indent);
  }

  static Dialect of(ProgramLanguage language, Script script, Wording words) {
    return switch (language) {
      case C -> new CDialect(script, words);
      case RUST -> new RustDialect(script, words);
      case JAVA -> new JavaDialect(script, words);
      case PYTHON -> new PythonDialect(script, words);
    };
  }

  abstract ProgramLanguage language();

  /** Writes the whole file. */
  abstract void write();

  /** What the program prints of a call; null where it prints nothing. */
  @Nullable String result(Step step) {
    String answer = Spelling.answer(step);
    return answer == null ? null : Spelling.named(step) + " = " + answer;
  }

  /** Whether others can wait for a call: it is made, and told, where the experiment made it. */
  boolean tellsInTime(Step step) {
    return result(step) != null;
  }

  final Program program(Map<String, Dialect> dialects) {
    all = dialects;
    write();
    List<String> results = new ArrayList<>();
    script.steps().stream()
        .sorted(Comparator.comparingLong(step -> step.made().returned()))
        .map(this::result)
        .filter(line -> line != null)
        .forEach(results::add);
    return new Program(
        script.program(),
        language(),
        language().fileName(script.program()),
        source.lines(),
        results,
        waits);
  }

  /** The points that a statement waits for, as far as the others tell of them. */
  final List<Point> points(Statement.Await await) {
    List<Point> points = new ArrayList<>();
    for (Deed other : await.others()) {
      Dialect dialect = all.get(other.program());
      if (dialect != null) {
        dialect.point(other).ifPresent(points::add);
      }
    }
    if (!points.isEmpty()) {
      waits.add(new Wait(points));
    }
    return points;
  }

  /** Notes that the program stays until everything else has been done. */
  final void stays() {
    waits.add(new Wait(List.of()));
  }

  private Optional<Point> point(Deed deed) {
    return switch (deed) {
      case Deed.Ended ended -> Optional.of(new Point(ended.program(), Point.END, 1));
      case Deed.Made made -> {
        List<Step> told = script.steps().stream().filter(this::tellsInTime).toList();
        Optional<Step> step = told.stream().filter(s -> s.made().equals(made)).findFirst();
        yield step.map(found -> {
          String call = Spelling.named(found);
          long times =
              told.subList(0, told.indexOf(found) + 1).stream()
                  .filter(earlier -> Spelling.named(earlier).equals(call))
                  .count();
          return new Point(made.program(), call, (int) times);
        });
      }
    };
  }

  /** What the user is asked to wait for. */
  final String prompt(Point point) {
    if (point.call().equals(Point.END)) {
      return words.text(Phrase.PROMPT_ENDED, point.program());
    }
    return point.times() == 1
        ? words.text(Phrase.PROMPT, point.program(), point.call())
        : words.text(Phrase.PROMPT_TIMES, point.program(), point.call(), point.times());
  }

  final String comment(Phrase phrase, Object... arguments) {
    return words.text(phrase, arguments);
  }
}
