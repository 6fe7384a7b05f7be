package socketscope.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import socketscope.code.Program.Line;
import socketscope.event.Function;

/** Python 3: its modules where they let the call through, the C library's function elsewhere. */
final class PythonDialect extends Dialect {

  private final PythonSpelling spelling;
  private final PythonLibrary library;
  private boolean inThread;

  PythonDialect(Script script, Wording words) {
    super(script, words, "    ");
    PythonNames names = new PythonNames();
    this.spelling = new PythonSpelling(names);
    this.library = new PythonLibrary(names);
  }

  @Override
  ProgramLanguage language() {
    return ProgramLanguage.PYTHON;
  }

  @Override
  String mark() {
    return "# ";
  }

  @Override
  void write() {
    String name = script.program();
    note(Phrase.TITLE, name, script.title());
    source.line("#");
    source.line("#     python3 " + language().fileName(name));
    source.blank();
    Source top = source.split();
    note(Phrase.LINES);
    source.line("sys.stdout.reconfigure(line_buffering=True)");
    script.threads().forEach(this::thread);
    statements();
    leave();
    unlink();
    top(top);
    source.join(top);
  }

  /** What can be written only when it is known what the calls need. */
  private void top(Source top) {
    Source functions = new Source("    ");
    new PythonPrelude(script, words).functions(source.lines(), functions);
    List<Line> all = new ArrayList<>(source.lines());
    all.addAll(functions.lines());
    PythonPrelude.modules(all).forEach(module -> top.line("import " + module));
    if (!script.ports().isEmpty()) {
      top.blank();
      top.comment("# ", comment(Phrase.PORTS));
      script.ports().forEach((port, number) -> top.line(port + " = " + number));
    }
    top.blank();
    functions.lines().forEach(line -> top.line(line.text()));
    top.blank();
  }

  static boolean isObject(Step step) {
    return step.on() != null && step.on().variable() && step.on().open();
  }

  private void thread(Step step) {
    source.blank();
    noteThread(step);
    source.line("def call_" + step.callId() + "():");
    source.in();
    List<String> shared = new ArrayList<>();
    if (step.creates() != null) {
      shared.add(step.creates().text());
    }
    if (step.second() != null) {
      shared.add(step.second().text());
    }
    if (step.keeps() != null) {
      shared.add(step.keeps());
    }
    if (step.function() == Function.CLOSE && isObject(step)) {
      shared.add(Objects.requireNonNull(step.on()).text() + "_number");
    }
    if (!shared.isEmpty()) {
      source.line("global " + String.join(", ", shared));
    }
    inThread = true;
    make(step);
    inThread = false;
    source.out();
  }

  @Override
  void begin(Step step) {
    source.line(
        "thread_%1$d = threading.Thread(target=call_%1$d, daemon=True)".formatted(step.callId()));
    source.line("thread_" + step.callId() + ".start()");
  }

  @Override
  void pause(String seconds) {
    source.line("time.sleep(" + seconds + ")");
  }

  @Override
  void join(Step step) {
    source.line("thread_" + step.callId() + ".join()");
  }

  @Override
  void ask(String port, String text) {
    source.line(port + " = ask_for(" + Quoted.literal(text) + ")");
  }

  @Override
  void waitFor(String text) {
    source.line("wait_for(" + Quoted.literal(text) + ")");
  }

  /** The kernel closes what is open; the library would complain that nobody else did. */
  private void leave() {
    Set<String> open = new LinkedHashSet<>();
    for (Step step : script.steps()) {
      if (step.creates() != null) {
        open.add(step.creates().text());
      }
      if (step.second() != null) {
        open.add(step.second().text());
      }
      if (step.function() == Function.CLOSE && step.succeeded() && step.on() != null) {
        open.remove(step.on().text());
      }
    }
    if (!open.isEmpty()) {
      source.blank();
      note(Phrase.PYTHON_DETACH);
      open.forEach(name -> source.line(name + ".detach()"));
    }
  }

  private void unlink() {
    if (!script.paths().isEmpty()) {
      source.blank();
      note(Phrase.UNLINK);
      script.paths().forEach(path -> source.line("os.unlink(" + Quoted.literal(path) + ")"));
    }
  }

  @Override
  void call(Step step) {
    boolean whole = PythonLibrary.makes(step);
    (whole ? library.before(step) : spelling.before(step)).forEach(source::line);
    if (step.on() != null && step.on().variable() && !step.on().open()) {
      note(Phrase.PYTHON_CLOSED);
    }
    if (inThread) {
      // The program may close the socket meanwhile, and Python forgets its number.
      source.line("call = f\"" + text(step) + "\"");
    }
    if (!step.failed()) {
      attempt(step, whole);
      return;
    }
    source.line("try:");
    source.in();
    attempt(step, whole);
    source.out();
    source.line("except OSError as error:");
    source.in();
    source.line(printed(step, "-1 {error_name(error)}"));
    source.out();
  }

  private void attempt(Step step, boolean whole) {
    if (whole) {
      source.line("result = " + library.call(step));
      library.after(step).forEach(source::line);
      source.line(printed(step, library.answer(step)));
    } else {
      String call = spelling.call(step);
      String variable = PythonSpelling.assigned(step);
      source.line(variable.isEmpty() ? call : variable + " = " + call);
      source.line(printed(step, PythonSpelling.answer(step)));
      if (step.function() == Function.ACCEPT && step.creates() == null && step.result() == null) {
        // Nobody else closes what it may return in the end.
        source.line("connection.detach()");
      }
    }
  }

  private String printed(Step step, String answer) {
    // Threads print whole lines: print() would write the line's end by itself.
    String end = script.hasThreads() ? "\\n\", end=\"\")" : "\")";
    return "print(f\"" + (inThread ? "{call}" : text(step)) + " = " + answer + end;
  }

  private static String text(Step step) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : Spelling.call(step)) {
      text.append(
          switch (piece) {
            case Piece.Text(String fixed) -> escaped(fixed);
            case Piece.Number(Handle handle) ->
                step.function() == Function.CLOSE && handle.open()
                    ? "{" + handle.text() + "_number}"
                    : "{" + PythonNames.number(handle) + "}";
            case Piece.Port(String name, _) -> "{" + name + "}";
            case Piece.Address(Target.Heard heard) -> "{address_text(" + heard.variable() + ")}";
          });
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("{", "{{").replace("}", "}}");
  }
}
