package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.code.Program.Point;
import socketscope.event.Argument;
import socketscope.event.Function;

/** One file for rustc: std where it has the call, the C library's functions where it has not. */
final class RustDialect extends Dialect {

  private final RustPrelude prelude;
  private final RustCalls calls;
  private final Set<Long> leftOut;
  private final Map<String, String> constants = new TreeMap<>();

  RustDialect(Script script, Wording words) {
    super(script, words, "    ");
    this.prelude = new RustPrelude(words);
    this.calls = new RustCalls(prelude);
    this.leftOut = LeftOut.of(script.steps(), LeftOut::wantsC);
  }

  @Override
  ProgramLanguage language() {
    return ProgramLanguage.RUST;
  }

  @Override
  @Nullable String result(Step step) {
    return leftOut.contains(step.callId()) ? null : super.result(step);
  }

  @Override
  void write() {
    String name = script.program();
    source.comment("// ", comment(Phrase.TITLE, name, script.title()));
    source.line("//");
    source.line("//     rustc --edition 2021 " + language().fileName(name));
    source.line("//     ./" + name);
    source.line("//");
    source.comment("// ", comment(Phrase.RUST_STD));
    if (!leftOut.isEmpty()) {
      // What only calls used that are left out would be warned of.
      source.line("#![allow(unused)]");
    }
    Source top = source.split();
    source.line("fn main() {");
    source.in();
    script.statements().forEach(this::statement);
    source.out();
    source.line("}");
    top(top);
    prelude.functions(source, script.errors(), errorNumbers());
    source.join(top);
  }

  /** What can be written only when it is known what the calls need. */
  private void top(Source top) {
    top.line("");
    prelude.uses(script.hasThreads()).forEach(use -> top.line("use " + use + ";"));
    if (!script.ports().isEmpty()) {
      top.blank();
      top.comment("// ", comment(Phrase.PORTS));
      script
          .ports()
          .forEach((port, number) -> top.line("const " + port + ": u16 = " + number + ";"));
    }
    if (!constants.isEmpty()) {
      top.blank();
      top.comment("// ", comment(Phrase.LINUX_NUMBERS));
      constants.forEach((name, number) -> top.line("const " + name + ": i32 = " + number + ";"));
    }
    top.blank();
  }

  private Map<String, Integer> errorNumbers() {
    return script.steps().stream()
        .filter(Step::failed)
        .map(step -> Objects.requireNonNull(Objects.requireNonNull(step.result()).errno()))
        .distinct()
        .collect(Collectors.toMap(errno -> errno.name(), errno -> errno.number(), (a, _) -> a));
  }

  private void statement(Statement statement) {
    source.blank();
    switch (statement) {
      case Statement.Make(Step step) -> make(step);
      case Statement.Begin(Step step) -> begin(step);
      case Statement.Join(Step step) -> {
        source.of(step.callId());
        String given = given(step);
        String join = "thread_" + step.callId() + ".join().unwrap();";
        source.line(given.isEmpty() ? join : "let " + given + " = " + join);
      }
      case Statement.Await await -> {
        for (Point point : points(await)) {
          prelude.need(RustPart.WAIT_FOR);
          source.line("wait_for(" + Quoted.literal(prompt(point)) + ");");
        }
      }
      case Statement.Stay() -> {
        stays();
        prelude.need(RustPart.WAIT_FOR);
        source.line("wait_for(" + Quoted.literal(comment(Phrase.PROMPT_STAY)) + ");");
      }
    }
    source.ofNone();
  }

  private void begin(Step step) {
    Phrase why =
        step.made().interrupted()
            ? Phrase.THREAD_INTERRUPTED
            : step.result() == null ? Phrase.THREAD_NEVER : Phrase.THREAD;
    source.of(step.callId());
    source.comment("// ", comment(why, step.function().cName()));
    String variable = step.result() == null ? "" : "let thread_" + step.callId() + " = ";
    source.line(variable + "thread::spawn(move || {");
    source.in();
    make(step);
    if (!given(step).isEmpty()) {
      source.line(given(step));
    }
    source.out();
    source.of(step.callId());
    source.line("});");
  }

  /** What later calls want of a call in a thread. */
  private String given(Step step) {
    if (leftOut.contains(step.callId())) {
      return "";
    }
    List<String> names = new ArrayList<>();
    if (step.creates() != null) {
      names.add(step.creates().text());
    }
    if (step.keeps() != null) {
      names.add(step.keeps());
    }
    return names.size() > 1 ? "(" + String.join(", ", names) + ")" : String.join("", names);
  }

  private void make(Step step) {
    source.of(step.callId());
    if (leftOut.contains(step.callId())) {
      source.comment(
          "// ", comment(Phrase.NO_CALL, Spelling.named(step), "" + Spelling.answer(step)));
      source.ofNone();
      return;
    }
    for (Argument argument : step.call().arguments()) {
      if (argument instanceof Argument.Constant(String expression) && !calls.isStd(step)) {
        constants.putAll(new LinuxConstants().in(expression));
      }
    }
    if (step.made().blocked() && step.result() != null) {
      source.comment("// ", comment(Phrase.BLOCKS));
    }
    if (step.failed()) {
      source.comment("// ", comment(Phrase.FAILS, step.errno()));
    }
    calls.before(step).forEach(source::line);
    source.line("let result = " + calls.call(step) + ";");
    String reported = calls.reported(step, format(step));
    source.line(bound(step) + reported + ";");
    source.ofNone();
  }

  private String bound(Step step) {
    String created = step.creates() == null ? "_" : step.creates().text();
    String kept = step.keeps() == null ? "_" : step.keeps();
    return switch (step.function()) {
      case ACCEPT -> step.creates() == null ? "" : "let (" + created + ", " + kept + ") = ";
      case RECVFROM, GETSOCKNAME, GETPEERNAME -> step.keeps() == null ? "" : "let " + kept + " = ";
      default -> step.creates() == null ? "" : "let " + created + " = ";
    };
  }

  private static String format(Step step) {
    String text =
        Spelling.call(step).stream()
            .map(piece ->
                switch (piece) {
                  case Piece.Text(String fixed) ->
                      fixed
                          .replace("\\", "\\\\")
                          .replace("\"", "\\\"")
                          .replace("{", "{{")
                          .replace("}", "}}");
                  case Piece.Number(Handle handle) -> "{" + handle.text() + "}";
                  case Piece.Port(String name, _) -> "{" + name + "}";
                  case Piece.Address(Target.Heard heard) -> "{" + heard.variable() + "}";
                })
            .collect(Collectors.joining());
    boolean fixed = Spelling.call(step).stream().allMatch(Piece.Text.class::isInstance);
    return fixed
        ? Quoted.literal(Spelling.named(step)) + ".to_string()"
        : "format!(\"" + text + "\")";
  }

  static boolean isReceive(Step step) {
    return step.function() == Function.RECV
        || step.function() == Function.READ
        || step.function() == Function.RECVFROM;
  }
}
