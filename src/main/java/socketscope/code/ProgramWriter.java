package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketscope.code.Program.Line;
import socketscope.code.Program.Point;
import socketscope.code.Program.Wait;
import socketscope.event.Argument;

/** Writes the program of a script in a language. */
final class ProgramWriter {

  private final Dialect dialect;
  private final Script script;
  private final Wording words;
  private final Map<String, Script> scripts;
  private final List<Wait> waits = new ArrayList<>();
  private final Set<String> shared = new HashSet<>();
  private final Set<Step> joined;
  private final boolean own;

  /**
   * @param scripts all of the experiment's, by the names of their programs
   */
  ProgramWriter(Dialect dialect, Script script, Wording words, Map<String, Script> scripts) {
    this.dialect = dialect;
    this.script = script;
    this.words = words;
    this.scripts = scripts;
    this.own = dialect == Dialect.NIO || dialect == Dialect.MODULE;
    this.joined =
        script.statements().stream()
            .filter(Statement.Join.class::isInstance)
            .map(statement -> ((Statement.Join) statement).step())
            .collect(Collectors.toSet());
  }

  /** The dialect for a script: the language's own library where that makes all of its calls. */
  static Dialect dialect(ProgramLanguage language, Script script, boolean connectsEarly) {
    return switch (language) {
      case C -> Dialect.C;
      case RUST -> Dialect.RUST;
      // Java listens as soon as it binds.
      case JAVA ->
          !connectsEarly && OwnLibrary.makes(Dialect.NIO, script) ? Dialect.NIO : Dialect.JAVA;
      case PYTHON -> OwnLibrary.makes(Dialect.MODULE, script) ? Dialect.MODULE : Dialect.PYTHON;
    };
  }

  Program write() {
    String name = script.program();
    List<Line> sharedLines = shared();
    List<Line> threads = new ArrayList<>();
    for (Step step : script.threads()) {
      threads.add(Program.BLANK);
      threads.addAll(threadFunction(step));
    }
    List<Line> main = main();
    List<Line> body = joined(joined(sharedLines, threads), main);
    Functions functions = new Functions(dialect, script);
    List<Line> used = functions.usedBy(body, words);
    List<Line> all = joined(body, used);
    Map<String, Object> values = new HashMap<>();
    values.put("title", words.text(Phrase.TITLE, name, script.title()));
    values.put("program", name);
    values.put("class", dialect.language().baseName(name));
    values.put("file", dialect.language().fileName(name));
    values.put("pthread", script.hasThreads() ? " -pthread" : "");
    values.put("imports", functions.imports(all));
    values.put("about_ports", script.ports().isEmpty() ? "" : words.text(Phrase.PORTS));
    values.put("ports", definitions("port", script.ports()));
    Map<String, Integer> constants = Functions.constants(all);
    values.put("about_constants", constants.isEmpty() ? "" : words.text(Phrase.LINUX_NUMBERS));
    values.put("constants", definitions("constant", constants));
    values.put("about_library", words.text(Phrase.RUST_LIBRARY));
    values.put("about_foreign", words.text(Phrase.JAVA_FOREIGN));
    values.put("about_lines", words.text(Phrase.LINES));
    values.put("prototypes", Functions.prototypes(all));
    values.put("shared", sharedLines);
    values.put("functions", used);
    values.put("threads", threads);
    values.put("main", main);
    List<Line> lines =
        Template.lines(Template.of(dialect, "program"), values, new Scope(), Set.of());
    return new Program(
        name,
        dialect.language(),
        dialect.language().fileName(name),
        tidied(lines),
        results(script).map(PrintedCall::line).toList(),
        waits);
  }

  private static List<Line> joined(List<Line> first, List<Line> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** No two empty lines beside one another, and none at the beginning or end of a block. */
  private List<Line> tidied(List<Line> lines) {
    List<Line> tidied = new ArrayList<>();
    for (Line line : lines) {
      boolean closes = line.text().strip().startsWith("}");
      boolean empty = tidied.isEmpty() || tidied.getLast().text().isEmpty();
      boolean opens = !empty && tidied.getLast().text().endsWith("{");
      if (closes && empty && !tidied.isEmpty()) {
        tidied.removeLast();
      }
      if (!line.text().isEmpty() || !empty && !opens) {
        tidied.add(line);
      }
    }
    while (tidied.getLast().text().isEmpty()) {
      tidied.removeLast();
    }
    return tidied;
  }

  private List<Line> definitions(String section, Map<String, Integer> numbers) {
    List<Line> lines = new ArrayList<>();
    numbers.forEach(
        (name, number) -> lines.addAll(lines(section, Map.of("name", name, "number", number))));
    return lines;
  }

  private List<Line> lines(String section, Map<String, ?> values) {
    return Template.lines(Template.of(dialect, section), values, new Scope(), Set.of());
  }

  private List<Line> comment(Phrase phrase, Object... arguments) {
    return Template.broken(words.text(phrase, arguments), 72).stream()
        .map(part -> new Line(dialect.mark() + part, Set.of()))
        .toList();
  }

  /** What the threads of a program and its main function share. */
  private List<Line> shared() {
    List<Line> lines = new ArrayList<>();
    boolean shares = !script.threads().isEmpty() && Template.exists(dialect, "shared.descriptor");
    if (!shares) {
      return lines;
    }
    for (Step step : script.steps()) {
      if (step.made().server() == null) {
        step.handles().stream()
            .filter(handle -> handle.equals(step.creates()) || script.uses(handle))
            .forEach(handle -> share("shared.descriptor", handle.text(), lines));
      }
      if (step.keeps() != null) {
        share("shared.told", step.keeps(), lines);
        shared.add(step.keeps() + "_length");
      }
    }
    script.typedPorts().forEach(port -> share("shared.port", port, lines));
    return lines;
  }

  private void share(String section, String name, List<Line> lines) {
    shared.add(name);
    lines.addAll(lines(section, Map.of("name", name)));
  }

  /** The function of a thread that makes one call; none where the language has it in its place. */
  private List<Line> threadFunction(Step step) {
    return Template.lines(
        Template.of(dialect, "thread.function"), threadValues(step), new Scope(), calls(step));
  }

  private static Set<Long> calls(Step step) {
    return Set.of(step.callId());
  }

  private Map<String, Object> threadValues(Step step) {
    Map<String, Object> values = new HashMap<>();
    Phrase why =
        step.made().interrupted()
            ? Phrase.THREAD_INTERRUPTED
            : step.result() == null ? Phrase.THREAD_NEVER : Phrase.THREAD;
    values.put("why", comment(why, step.function().cName()));
    values.put("id", step.callId());
    values.put("class", dialect.language().baseName(script.program()));
    values.put("body", call(step, new Scope(shared)));
    List<String> given = given(step);
    values.put(
        "globals", given.isEmpty() ? List.of() : List.of("global " + String.join(", ", given)));
    String tuple = given.size() == 1 ? given.getFirst() : "(" + String.join(", ", given) + ")";
    values.put("given", given.isEmpty() ? List.of() : List.of(tuple));
    values.put("let_given", given.isEmpty() ? "" : "let " + tuple + " = ");
    String variable = dialect == Dialect.RUST ? "let thread_" : "Thread id_";
    values.put("keep", joined.contains(step) ? variable + step.callId() + " = " : "");
    return values;
  }

  /** What later calls want of a call in a thread. */
  private List<String> given(Step step) {
    List<String> names = new ArrayList<>();
    step.handles().stream().filter(script::uses).forEach(handle -> names.add(handle.text()));
    if (step.keeps() != null) {
      names.add(step.keeps());
      names.add(step.keeps() + "_length");
    }
    return names;
  }

  private List<Line> main() {
    Scope scope = new Scope(shared);
    List<Line> lines = new ArrayList<>();
    if (script.errors().containsKey("EPIPE") && Template.exists(dialect, "sigpipe")) {
      lines.addAll(comment(Phrase.SIGPIPE));
      lines.addAll(lines("sigpipe", Map.of()));
    }
    for (Statement statement : script.statements()) {
      lines.add(Program.BLANK);
      lines.addAll(statement(statement, scope));
    }
    detach(lines);
    if (!script.files().isEmpty()) {
      lines.add(Program.BLANK);
      lines.addAll(comment(Phrase.UNLINK));
      script
          .files()
          .forEach(path -> lines.addAll(lines("remove", Map.of("path", Quoted.literal(path)))));
    }
    return lines;
  }

  /** The kernel closes what is open; Python would complain that nobody else did. */
  private void detach(List<Line> lines) {
    if (dialect != Dialect.MODULE) {
      return;
    }
    Set<String> open = new java.util.LinkedHashSet<>();
    for (Step step : script.steps()) {
      if (step.made().server() != null) {
        continue;
      }
      step.handles().forEach(handle -> open.add(handle.text()));
      if (step.is(socketscope.event.Function.CLOSE) && step.succeeded()) {
        open.remove(Objects.requireNonNull(step.on()).text());
      }
    }
    if (!open.isEmpty()) {
      lines.add(Program.BLANK);
      lines.addAll(comment(Phrase.PYTHON_DETACH));
      open.forEach(name -> lines.add(new Line(name + ".detach()", Set.of())));
    }
  }

  private List<Line> statement(Statement statement, Scope scope) {
    return switch (statement) {
      case Statement.Make(Step step) -> call(step, scope);
      case Statement.Begin(Step step) -> {
        Map<String, Object> values = threadValues(step);
        List<Line> lines = new ArrayList<>();
        lines.addAll(
            Template.lines(Template.of(dialect, "thread.begin"), values, scope, calls(step)));
        comment(Phrase.PAUSE, step.function().cName())
            .forEach(line -> lines.add(new Line(line.text(), calls(step))));
        lines.addAll(
            Template.lines(Template.of(dialect, "thread.pause"), values, scope, calls(step)));
        yield lines;
      }
      case Statement.Join(Step step) ->
          Template.lines(
              Template.of(dialect, "thread.join"), threadValues(step), scope, calls(step));
      case Statement.Serve serve -> serve(serve, scope);
      case Statement.Await await -> await(await);
      case Statement.Ask(String port, Action.CallMade teller) -> {
        Point point = point(teller).orElseThrow();
        waits.add(new Wait(List.of(point), true));
        String text = words.text(Phrase.PROMPT_PORT, point.program(), point.call());
        yield Template.lines(
            Template.of(dialect, "ask"),
            Map.of("port", port, "text", Quoted.literal(text)),
            scope,
            Set.of());
      }
      case Statement.AwaitReset(Handle on) -> {
        List<Line> lines = new ArrayList<>(comment(Phrase.RESET));
        lines.addAll(lines("reset", Map.of("on", on.text())));
        yield lines;
      }
      case Statement.Stay() -> {
        waits.add(new Wait(List.of(), false));
        yield waitFor(words.text(Phrase.PROMPT_STAY));
      }
    };
  }

  /** A call, and what is to be said of it. */
  private List<Line> call(Step step, Scope scope) {
    List<Line> remarks = new ArrayList<>();
    if (step.made().blocked() && step.result() != null) {
      remarks.addAll(comment(Phrase.BLOCKS));
    }
    if (step.failed()) {
      remarks.addAll(comment(Phrase.FAILS, step.errno()));
    }
    if (step.receives()
        && step.given(1) instanceof Argument.Number(long size)
        && size > LibraryCall.MOST_ROOM) {
      remarks.addAll(comment(Phrase.ROOM, size));
    }
    if (dialect == Dialect.NIO) {
      remark(step).ifPresent(phrase -> remarks.addAll(comment(phrase)));
    }
    List<Line> lines = new ArrayList<>();
    remarks.forEach(line -> lines.add(new Line(line.text(), calls(step))));
    lines.addAll(
        own
            ? OwnLibrary.write(dialect, scope, script, step)
            : LibraryCall.write(dialect, scope, script, step));
    return lines;
  }

  /** What java.nio does besides the call. */
  private static Optional<Phrase> remark(Step step) {
    Handle socket = step.creates() == null ? step.on() : step.creates();
    if (socket == null || socket.kind() != Handle.Kind.LISTENER) {
      return Optional.empty();
    }
    return switch (step.function()) {
      case SOCKET -> Optional.of(Phrase.JAVA_REUSE);
      case BIND -> Optional.of(Phrase.JAVA_BIND);
      case LISTEN -> Optional.of(Phrase.JAVA_LISTEN);
      default -> Optional.empty();
    };
  }

  private List<Line> serve(Statement.Serve serve, Scope scope) {
    List<Line> lines = new ArrayList<>(comment(Phrase.SERVES, serve.listener().text()));
    Map<String, String> values =
        Map.of(
            "function", Functions.serving(dialect, serve.server()),
            "listener", serve.listener().text(),
            "id", scope.fresh("server", "server " + serve.server().began()));
    lines.addAll(lines("serve", values));
    return lines;
  }

  private List<Line> await(Statement.Await await) {
    List<Point> points =
        await.others().stream().map(this::point).flatMap(Optional::stream).toList();
    if (!points.isEmpty()) {
      waits.add(new Wait(points, false));
    }
    return points.stream().flatMap(point -> waitFor(prompt(point)).stream()).toList();
  }

  private List<Line> waitFor(String text) {
    return lines("wait", Map.of("text", Quoted.literal(text)));
  }

  /** The calls that a program prints, in the order in which it does. */
  private static Stream<Step> results(Script script) {
    return script.returned().stream().filter(step -> PrintedCall.line(step) != null);
  }

  private Optional<Point> point(Action action) {
    return switch (action) {
      case Action.ProgramEnd end -> Optional.of(new Point(end.program(), Point.END, 1));
      case Action.CallMade made -> {
        Script other = scripts.get(made.program());
        if (other == null) {
          yield Optional.empty();
        }
        List<Step> told = results(other).toList();
        Optional<Step> found = told.stream().filter(s -> s.callId() == made.callId()).findFirst();
        yield found.map(step -> {
          String call = PrintedCall.named(step);
          long times =
              told.subList(0, told.indexOf(step) + 1).stream()
                  .filter(earlier -> PrintedCall.named(earlier).equals(call))
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
}
