package socketscope.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.code.Program.Point;
import socketscope.code.Program.Wait;

/** Writes a script in one language. */
abstract class Dialect {

  /** How long a thread needs to fall asleep, in seconds. */
  private static final String PAUSE = "0.2";

  final Script script;
  final Wording words;
  final Source source;
  private final List<Wait> waits = new ArrayList<>();
  private Set<Long> leftOut = Set.of();
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
  private @Nullable String result(Step step) {
    String answer = leavesOut(step) ? null : Spelling.answer(step);
    return answer == null ? null : Spelling.named(step) + " = " + answer;
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
  private List<Point> points(Statement.Await await) {
    List<Point> points = new ArrayList<>();
    for (Deed other : await.others()) {
      Dialect dialect = all.get(other.program());
      if (dialect != null) {
        dialect.point(other).ifPresent(points::add);
      }
    }
    if (!points.isEmpty()) {
      waits.add(new Wait(points, false));
    }
    return points;
  }

  /** Notes that the program stays until everything else has been done. */
  private void stays() {
    waits.add(new Wait(List.of(), false));
  }

  private Optional<Point> point(Deed deed) {
    return switch (deed) {
      case Deed.Ended ended -> Optional.of(new Point(ended.program(), Point.END, 1));
      case Deed.Made made -> {
        // In the order in which their lines are printed: a thread prints when its call returns.
        List<Step> told =
            script.steps().stream()
                .filter(other -> result(other) != null)
                .sorted(Comparator.comparingLong(other -> other.made().returned()))
                .toList();
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
  private String prompt(Point point) {
    if (point.call().equals(Point.END)) {
      return words.text(Phrase.PROMPT_ENDED, point.program());
    }
    return point.times() == 1
        ? words.text(Phrase.PROMPT, point.program(), point.call())
        : words.text(Phrase.PROMPT_TIMES, point.program(), point.call(), point.times());
  }

  /** What stands before a comment. */
  String mark() {
    return "// ";
  }

  final String comment(Phrase phrase, Object... arguments) {
    return words.text(phrase, arguments);
  }

  /** Writes a comment. */
  final void note(Phrase phrase, Object... arguments) {
    source.comment(mark(), comment(phrase, arguments));
  }

  /** Why a call has a thread. */
  final void noteThread(Step step) {
    Phrase why =
        step.made().interrupted()
            ? Phrase.THREAD_INTERRUPTED
            : step.result() == null ? Phrase.THREAD_NEVER : Phrase.THREAD;
    note(why, step.function().cName());
  }

  final void statements() {
    script.statements().forEach(this::statement);
  }

  private void statement(Statement statement) {
    source.blank();
    switch (statement) {
      case Statement.Make(Step step) -> make(step);
      case Statement.Begin(Step step) -> {
        source.of(step.callId());
        begin(step);
        note(Phrase.PAUSE, step.function().cName());
        pause(PAUSE);
      }
      case Statement.Join(Step step) -> {
        source.of(step.callId());
        join(step);
      }
      case Statement.Await await -> points(await).forEach(point -> waitFor(prompt(point)));
      case Statement.Ask(String port, Deed.Made teller) -> ask(port, teller);
      case Statement.Stay() -> {
        stays();
        waitFor(comment(Phrase.PROMPT_STAY));
      }
    }
    source.ofNone();
  }

  /** Writes a call, or why it is left out. */
  final void make(Step step) {
    source.of(step.callId());
    if (leavesOut(step)) {
      String answer = Spelling.answer(step);
      note(Phrase.NO_CALL, Spelling.named(step), answer == null ? "?" : answer);
      leave(step);
    } else {
      if (step.made().blocked() && step.result() != null) {
        note(Phrase.BLOCKS);
      }
      if (step.failed()) {
        note(Phrase.FAILS, step.errno());
      }
      call(step);
    }
    source.ofNone();
  }

  private void ask(String port, Deed.Made teller) {
    Dialect other = all.get(teller.program());
    Point point = other == null ? null : other.point(teller).orElse(null);
    if (point != null) {
      waits.add(new Wait(List.of(point), true));
      ask(port, comment(Phrase.PROMPT_PORT, point.program(), point.call()));
    }
  }

  /** Has the user tell a port. */
  abstract void ask(String port, String text);

  /** Has a thread make the call. */
  abstract void begin(Step step);

  /** Lets that many seconds pass. */
  abstract void pause(String seconds);

  /** Waits for the thread of the call. */
  abstract void join(Step step);

  /** Makes the call and prints it. */
  abstract void call(Step step);

  /**
   * The calls that the language cannot make.
   *
   * @param lost calls that would find something else than in the experiment, because one of another
   *     program is left out
   */
  Set<Long> beyond(Set<Long> lost) {
    return Set.of();
  }

  /** Leaves these calls out. */
  final void leaveOut(Set<Long> calls) {
    leftOut = calls;
  }

  final boolean leavesOut(Step step) {
    return leftOut.contains(step.callId());
  }

  /** What stands in the place of a call that is left out, besides the comment. */
  void leave(Step step) {}

  /** Asks the user to press Enter. */
  void waitFor(String text) {
    source.line("wait_for(" + Quoted.literal(text) + ");");
  }
}
