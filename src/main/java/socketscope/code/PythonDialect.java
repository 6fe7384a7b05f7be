package socketscope.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.code.Program.Point;
import socketscope.event.Function;

/** Python 3 with the modules socket and os. */
final class PythonDialect extends Dialect {

  private final PythonSpelling spelling;
  private final Set<Long> leftOut;

  PythonDialect(Script script, Wording words) {
    super(script, words, "    ");
    this.spelling = new PythonSpelling();
    this.leftOut = LeftOut.of(script.steps(), PythonDialect::isBeyond);
  }

  @Override
  ProgramLanguage language() {
    return ProgramLanguage.PYTHON;
  }

  /** A closed socket object has no number any more. */
  @Override
  @Nullable String result(Step step) {
    String answer = Spelling.answer(step);
    if (answer == null || cannot(step)) {
      return null;
    }
    String call =
        Spelling.call(step).stream()
            .map(piece ->
                piece instanceof Piece.Number(Handle handle) && !handle.open()
                    ? "-1"
                    : piece.inTheExperiment())
            .collect(Collectors.joining());
    return call + " = " + answer;
  }

  /** What the library does not let through to the kernel. */
  private boolean cannot(Step step) {
    return leftOut.contains(step.callId()) || isRefused(step);
  }

  private static boolean isBeyond(Step step) {
    return LeftOut.wantsC(step);
  }

  /** What the library refuses by itself, and which changes nothing. */
  private static boolean isRefused(Step step) {
    boolean number = step.on() != null && !step.on().variable();
    return switch (step.function()) {
      case SOCKET, CLOSE, READ, WRITE, FCNTL, IOCTL, SOCKETPAIR, DUP, POLL -> false;
      case RECV, RECVFROM -> number || step.size() == 0;
      case BIND, CONNECT, SENDTO -> number || step.errno().equals("EAFNOSUPPORT");
      case LISTEN, ACCEPT, SEND, SHUTDOWN, GETSOCKNAME, GETPEERNAME, GETSOCKOPT, SETSOCKOPT ->
          number;
    };
  }

  @Override
  void write() {
    String name = script.program();
    source.comment("# ", comment(Phrase.TITLE, name, script.title()));
    source.line("#");
    source.line("#     python3 " + language().fileName(name));
    source.blank();
    modules().forEach(module -> source.line("import " + module));
    if (!script.ports().isEmpty()) {
      source.blank();
      source.comment("# ", comment(Phrase.PORTS));
      script.ports().forEach((port, number) -> source.line(port + " = " + number));
    }
    new PythonPrelude(script, words, source).functions();
    source.blank();
    source.comment("# ", comment(Phrase.LINES));
    source.line("sys.stdout.reconfigure(line_buffering=True)");
    for (Statement statement : script.statements()) {
      if (statement instanceof Statement.Begin(Step step)) {
        thread(step);
      }
    }
    script.statements().forEach(this::statement);
    leave();
  }

  private Set<String> modules() {
    Set<String> modules = new LinkedHashSet<>();
    String all =
        script.steps().stream().map(s -> s.call().toString()).collect(Collectors.joining());
    if (!script.errors().isEmpty()) {
      modules.add("errno");
    }
    if (all.contains("fcntl(") || all.contains("ioctl(")) {
      modules.add("fcntl");
    }
    modules.add("os");
    modules.add("socket");
    if (all.contains("ioctl(") || all.contains("SO_LINGER")) {
      modules.add("struct");
    }
    modules.add("sys");
    if (all.contains("FIONREAD")) {
      modules.add("termios");
    }
    if (script.hasThreads()) {
      modules.add("threading");
    }
    if (script.steps().stream().noneMatch(PythonDialect::needsOs)) {
      modules.remove("os");
    }
    return modules;
  }

  private static boolean needsOs(Step step) {
    return switch (step.function()) {
      case READ, WRITE -> true;
      case CLOSE -> !isObject(step);
      case FCNTL -> step.argument(2).contains("O_");
      default -> false;
    };
  }

  static boolean isObject(Step step) {
    return step.on() != null && step.on().variable() && step.on().open();
  }

  private void thread(Step step) {
    Phrase why =
        step.made().interrupted()
            ? Phrase.THREAD_INTERRUPTED
            : step.result() == null ? Phrase.THREAD_NEVER : Phrase.THREAD;
    source.blank();
    source.comment("# ", comment(why, step.function().cName()));
    source.line("def call_" + step.callId() + "():");
    source.in();
    List<String> shared = new ArrayList<>();
    if (step.creates() != null) {
      shared.add(step.creates().text());
    }
    if (step.keeps() != null) {
      shared.add(step.keeps());
    }
    if (!shared.isEmpty()) {
      source.line("global " + String.join(", ", shared));
    }
    make(step);
    source.out();
  }

  private void statement(Statement statement) {
    source.blank();
    switch (statement) {
      case Statement.Make(Step step) -> make(step);
      case Statement.Begin(Step step) -> {
        source.of(step.callId());
        source.line(
            "thread_%1$d = threading.Thread(target=call_%1$d, daemon=True)"
                .formatted(step.callId()));
        source.line("thread_" + step.callId() + ".start()");
      }
      case Statement.Join(Step step) -> {
        source.of(step.callId());
        source.line("thread_" + step.callId() + ".join()");
      }
      case Statement.Await await -> {
        for (Point point : points(await)) {
          source.line("wait_for(" + Quoted.literal(prompt(point)) + ")");
        }
      }
      case Statement.Stay() -> {
        stays();
        source.line("wait_for(" + Quoted.literal(comment(Phrase.PROMPT_STAY)) + ")");
      }
    }
    source.ofNone();
  }

  /** The kernel closes what is open; the library would complain that nobody else did. */
  private void leave() {
    Set<String> open = new LinkedHashSet<>();
    for (Step step : script.steps()) {
      if (leftOut.contains(step.callId())) {
        continue;
      }
      if (step.creates() != null) {
        open.add(step.creates().text());
      } else if (step.function() == Function.CLOSE && !step.failed() && step.result() != null) {
        open.remove(Objects.requireNonNull(step.on()).text());
      }
    }
    if (!open.isEmpty()) {
      source.blank();
      source.comment("# ", comment(Phrase.PYTHON_DETACH));
      open.forEach(name -> source.line(name + ".detach()"));
    }
  }

  private void make(Step step) {
    source.of(step.callId());
    if (cannot(step)) {
      source.comment(
          "# ", comment(Phrase.NO_CALL, Spelling.named(step), "" + Spelling.answer(step)));
      source.line("pass");
      source.ofNone();
      return;
    }
    if (step.made().blocked() && step.result() != null) {
      source.comment("# ", comment(Phrase.BLOCKS));
    }
    if (step.function() == Function.CLOSE && isObject(step)) {
      source.line("number = " + Objects.requireNonNull(step.on()).text() + ".fileno()");
    }
    if (step.function() == Function.CLOSE && step.on() != null && !step.on().open()) {
      source.comment("# ", comment(Phrase.PYTHON_CLOSED));
    }
    attempt(step);
    source.ofNone();
  }

  private void attempt(Step step) {
    String call = spelling.call(step);
    if (!step.failed()) {
      call(step, call);
      return;
    }
    source.comment("# ", comment(Phrase.FAILS, step.errno()));
    source.line("try:");
    source.in();
    call(step, call);
    source.out();
    source.line("except OSError as error:");
    source.in();
    source.line(printed(step, "-1 {error_name(error)}"));
    source.out();
  }

  private void call(Step step, String call) {
    String variable = spelling.assigned(step);
    source.line(variable.isEmpty() ? call : variable + " = " + call);
    source.line(printed(step, spelling.answer(step)));
  }

  private String printed(Step step, String answer) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : Spelling.call(step)) {
      text.append(
          switch (piece) {
            case Piece.Text(String fixed) -> escaped(fixed);
            case Piece.Number(Handle handle) ->
                step.function() == Function.CLOSE && handle.open()
                    ? "{number}"
                    : "{" + handle.text() + ".fileno()}";
            case Piece.Port(String name, _) -> "{" + name + "}";
            case Piece.Address(Target.Heard heard) -> "{address_text(" + heard.variable() + ")}";
          });
    }
    // Threads print whole lines: print() would write the line's end by itself.
    String end = script.hasThreads() ? "\\n\", end=\"\")" : "\")";
    return "print(f\"" + text + " = " + answer + end;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("{", "{{").replace("}", "}}");
  }
}
