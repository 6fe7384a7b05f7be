package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.code.Program.Point;
import socketscope.event.Function;

/** One class with java.nio. */
final class JavaDialect extends Dialect {

  private final Set<Long> impossible;
  private final JavaCalls calls;

  JavaDialect(Script script, Wording words) {
    super(script, words, "    ");
    this.impossible = JavaLimits.impossible(script.steps());
    this.calls = new JavaCalls(script);
  }

  @Override
  ProgramLanguage language() {
    return ProgramLanguage.JAVA;
  }

  @Override
  @Nullable String result(Step step) {
    return impossible.contains(step.callId()) ? null : super.result(step);
  }

  @Override
  void write() {
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
            "java.util.*")
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
    }
    source.blank();
    source.line("public static void main(String[] arguments) throws Exception {");
    source.in();
    script.statements().forEach(this::statement);
    source.out();
    source.line("}");
    for (Statement statement : script.statements()) {
      if (statement instanceof Statement.Begin(Step step)) {
        thread(step);
      }
    }
    new JavaPrelude(script, impossible, words, source).functions();
    source.out();
    source.line("}");
  }

  private void declareShared(Step step) {
    if (!impossible.contains(step.callId())) {
      if (step.creates() != null) {
        source.line("static " + JavaCalls.type(step.creates()) + " " + step.creates().text() + ";");
      }
      if (step.keeps() != null) {
        source.line("static SocketAddress " + step.keeps() + ";");
      }
    }
  }

  private void thread(Step step) {
    Phrase why =
        step.made().interrupted()
            ? Phrase.THREAD_INTERRUPTED
            : step.result() == null ? Phrase.THREAD_NEVER : Phrase.THREAD;
    source.blank();
    source.comment("// ", comment(why, step.function().cName()));
    source.line("static void call" + step.callId() + "() {");
    source.in();
    source.line("try {");
    source.in();
    make(step);
    source.out();
    if (impossible.contains(step.callId())) {
      source.line("} finally {");
    } else {
      source.line("} catch (IOException fault) {");
      source.line("    throw new UncheckedIOException(fault);");
    }
    source.line("}");
    source.out();
    source.line("}");
  }

  private void statement(Statement statement) {
    source.blank();
    switch (statement) {
      case Statement.Make(Step step) -> make(step);
      case Statement.Begin(Step step) -> {
        source.of(step.callId());
        String start =
            "Thread.ofPlatform().daemon().start(%s::call%d);"
                .formatted(language().baseName(script.program()), step.callId());
        source.line(
            step.result() == null ? start : "Thread thread" + step.callId() + " = " + start);
      }
      case Statement.Join(Step step) -> {
        source.of(step.callId());
        source.line("thread" + step.callId() + ".join();");
      }
      case Statement.Await await -> {
        for (Point point : points(await)) {
          source.line("waitFor(" + Quoted.literal(prompt(point)) + ");");
        }
      }
      case Statement.Stay() -> {
        stays();
        source.line("waitFor(" + Quoted.literal(comment(Phrase.PROMPT_STAY)) + ");");
      }
    }
    source.ofNone();
  }

  private void make(Step step) {
    source.of(step.callId());
    if (impossible.contains(step.callId())) {
      String answer = Spelling.answer(step);
      source.comment(
          "// ", comment(Phrase.NO_CALL, Spelling.named(step), answer == null ? "?" : answer));
      source.ofNone();
      return;
    }
    if (step.made().blocked() && step.result() != null) {
      source.comment("// ", comment(Phrase.BLOCKS));
    }
    if (step.failed()) {
      source.comment("// ", comment(Phrase.FAILS, step.errno()));
    }
    JavaCalls.remark(step).ifPresent(phrase -> source.comment("// ", comment(phrase)));
    if (step.failed() && !step.errno().equals("EAGAIN")) {
      source.line("try {");
      source.in();
      lines(step);
      source.out();
      source.line("} catch (IOException fault) {");
      source.in();
      source.line("System.out.println(" + printed(step, " = -1 \" + errorName(fault)") + ");");
      if (step.function() == Function.CONNECT) {
        source.comment("// ", comment(Phrase.JAVA_CLOSED));
        source.line(calls.again(Objects.requireNonNull(step.on())));
      }
      source.out();
      source.line("}");
    } else {
      lines(step);
    }
    source.ofNone();
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
