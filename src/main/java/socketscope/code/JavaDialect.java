package socketscope.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import socketscope.event.Function;

/** One class with java.nio. */
final class JavaDialect extends Dialect {

  private List<Step> made = List.of();
  private JavaCalls calls;

  JavaDialect(Script script, Wording words) {
    super(script, words, "    ");
    this.calls = new JavaCalls(script, script.steps());
  }

  @Override
  ProgramLanguage language() {
    return ProgramLanguage.JAVA;
  }

  @Override
  Set<Long> beyond(Set<Long> lost) {
    Set<Long> all = new HashSet<>(lost);
    // Java listens as soon as it binds.
    all.addAll(script.early());
    return JavaLimits.impossible(script.steps(), all);
  }

  @Override
  void write() {
    made = script.steps().stream().filter(step -> !leavesOut(step)).toList();
    calls = new JavaCalls(script, made);
    String name = language().baseName(script.program());
    source.comment("// ", comment(Phrase.TITLE, script.program(), script.title()));
    source.line("//");
    source.line("//     javac " + name + ".java");
    source.line("//     java " + name);
    source.blank();
    List.of(
            "java.io.*",
            "java.net.*",
            "java.nio.ByteBuffer",
            "java.nio.channels.*",
            "java.nio.charset.StandardCharsets",
            "java.nio.file.*",
            "java.util.*")
        .stream()
        .filter(used -> !used.contains("file") || !Script.paths(made).isEmpty())
        .forEach(used -> source.line("import " + used + ";"));
    source.blank();
    source.line("final class " + name + " {");
    source.in();
    if (!script.ports().isEmpty()) {
      source.comment("// ", comment(Phrase.PORTS));
      script
          .ports()
          .forEach(
              (port, number) -> source.line("static final int " + port + " = " + number + ";"));
    }
    if (script.hasThreads()) {
      source.blank();
      script.steps().forEach(this::declareShared);
      script.asked().forEach(port -> source.line("static int " + port + ";"));
    }
    source.blank();
    source.line("public static void main(String[] arguments) throws Exception {");
    source.in();
    statements();
    unlink();
    source.out();
    source.line("}");
    script.threads().forEach(this::thread);
    new JavaPrelude(script, made, words, source).functions();
    source.out();
    source.line("}");
  }

  private void unlink() {
    List<String> paths = Script.paths(made);
    if (!paths.isEmpty()) {
      source.blank();
      note(Phrase.UNLINK);
      paths.forEach(
          path -> source.line("Files.deleteIfExists(Path.of(" + Quoted.literal(path) + "));"));
    }
  }

  private void declareShared(Step step) {
    if (!leavesOut(step)) {
      if (step.creates() != null) {
        source.line("static " + JavaCalls.type(step.creates()) + " " + step.creates().text() + ";");
      }
      if (step.keeps() != null) {
        source.line("static SocketAddress " + step.keeps() + ";");
      }
    }
  }

  private void thread(Step step) {
    source.blank();
    noteThread(step);
    source.line("static void call" + step.callId() + "() {");
    source.in();
    source.line("try {");
    source.in();
    make(step);
    source.out();
    if (leavesOut(step)) {
      source.line("} finally {");
    } else {
      source.line("} catch (Exception fault) {");
      source.line("    throw new IllegalStateException(fault);");
    }
    source.line("}");
    source.out();
    source.line("}");
  }

  @Override
  void begin(Step step) {
    String start =
        "Thread.ofPlatform().daemon().start(%s::call%d);"
            .formatted(language().baseName(script.program()), step.callId());
    source.line(step.result() == null ? start : "Thread thread" + step.callId() + " = " + start);
  }

  @Override
  void pause(String seconds) {
    source.line("Thread.sleep((long) (" + seconds + " * 1000));");
  }

  @Override
  void join(Step step) {
    source.line("thread" + step.callId() + ".join();");
  }

  @Override
  void ask(String port, String text) {
    source.line(
        (script.hasThreads() ? "" : "int ") + port + " = askFor(" + Quoted.literal(text) + ");");
  }

  @Override
  void waitFor(String text) {
    source.line("waitFor(" + Quoted.literal(text) + ");");
  }

  @Override
  void call(Step step) {
    JavaRemarks.of(script, step).ifPresent(phrase -> note(phrase));
    if (step.failed() && !JavaCalls.isToldByValue(step)) {
      source.line("try {");
      source.in();
      lines(step);
      source.out();
      source.line("} catch (IOException fault) {");
      source.in();
      source.line("System.out.println(" + printed(step, " = -1 \" + errorName(fault)") + ");");
      if (step.function() == Function.CONNECT) {
        note(Phrase.JAVA_CLOSED);
        source.line(JavaCalls.again(Objects.requireNonNull(step.on())));
      }
      source.out();
      source.line("}");
    } else {
      lines(step);
    }
  }

  @Override
  void leave(Step step) {
    if (step.function() == Function.POLL) {
      note(Phrase.JAVA_SELECTOR);
    }
  }

  private void lines(Step step) {
    calls.lines(step).forEach(source::line);
    source.line("System.out.println(" + printed(step, calls.answer(step)) + ");");
  }

  private static String printed(Step step, String answer) {
    List<String> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Piece piece : Spelling.call(step)) {
      switch (piece) {
        case Piece.Text(String fixed) ->
            text.append(fixed.replace("\\", "\\\\").replace("\"", "\\\""));
        case Piece.Number(Handle handle) -> text.append(handle.text());
        case Piece.Port(String name, _) -> {
          parts.add("\"" + text + "\"");
          parts.add(name);
          text.setLength(0);
        }
        case Piece.Address(Target.Heard heard) -> {
          parts.add("\"" + text + "\"");
          parts.add("addressText(" + heard.variable() + ")");
          text.setLength(0);
        }
      }
    }
    parts.add("\"" + text + answer);
    return parts.stream().collect(Collectors.joining(" + "));
  }
}
