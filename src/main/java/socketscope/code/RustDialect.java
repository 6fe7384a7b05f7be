package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One file for rustc: std where it has the call, the C library's functions where it has not. */
final class RustDialect extends Dialect {

  private final RustPrelude prelude;
  private final RustLiterals literals;
  private final RustCalls calls;
  private final RustLibrary library;

  RustDialect(Script script, Wording words) {
    super(script, words, "    ");
    this.prelude = new RustPrelude(words);
    this.literals = new RustLiterals(prelude);
    this.calls = new RustCalls(prelude, literals);
    this.library = new RustLibrary(prelude, literals);
  }

  @Override
  ProgramLanguage language() {
    return ProgramLanguage.RUST;
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
    Source top = source.split();
    source.line("fn main() {");
    source.in();
    statements();
    unlink();
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
    if (!library.pointers().isEmpty()) {
      top.blank();
      top.comment("// ", comment(Phrase.RUST_POINTERS));
      library
          .pointers()
          .forEach((name, value) -> top.line("const " + name + ": *mut u8 = " + value + ";"));
    }
    if (!literals.constants().isEmpty()) {
      top.blank();
      top.comment("// ", comment(Phrase.LINUX_NUMBERS));
      literals
          .constants()
          .forEach((name, number) -> top.line("const " + name + ": i32 = " + number + ";"));
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

  /** The files of AF_UNIX stay when their sockets are closed. */
  private void unlink() {
    if (!script.paths().isEmpty()) {
      source.blank();
      note(Phrase.UNLINK);
      script
          .paths()
          .forEach(
              path -> source.line("let _ = std::fs::remove_file(" + Quoted.literal(path) + ");"));
    }
  }

  @Override
  void ask(String port, String text) {
    prelude.need(RustPart.ASK_FOR);
    source.line("let " + port + " = ask_for(" + Quoted.literal(text) + ");");
  }

  @Override
  void waitFor(String text) {
    prelude.need(RustPart.WAIT_FOR);
    super.waitFor(text);
  }

  @Override
  void pause(String seconds) {
    prelude.use("std::time::Duration");
    source.line("thread::sleep(Duration::from_secs_f64(" + seconds + "));");
  }

  @Override
  void join(Step step) {
    String given = given(step);
    String join = "thread_" + step.callId() + ".join().unwrap();";
    source.line(given.isEmpty() ? join : "let " + given + " = " + join);
  }

  @Override
  void begin(Step step) {
    noteThread(step);
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
    List<String> names = new ArrayList<>();
    for (Handle handle : new Handle[] {step.creates(), step.second()}) {
      if (handle != null && script.uses(handle.text())) {
        names.add(handle.text());
      }
    }
    if (step.keeps() != null) {
      names.add(step.keeps());
      if (RustLibrary.keepsRoom(step)) {
        names.add(step.keeps() + "_length");
      }
    }
    return names.size() > 1 ? "(" + String.join(", ", names) + ")" : String.join("", names);
  }

  @Override
  void call(Step step) {
    boolean whole = RustLibrary.makes(step);
    (whole ? library.before(step) : calls.before(step)).forEach(source::line);
    source.line("let result = " + (whole ? library.call(step) : calls.call(step)) + ";");
    if (whole) {
      String created =
          step.creates() == null || step.second() != null || !script.uses(step.creates().text())
              ? ""
              : step.creates().text();
      String reported = library.reported(step, format(step));
      source.line(
          created.isEmpty()
              ? reported + ";"
              : "let " + created + " = " + reported + ".unwrap_or(-1);");
      afterwards(step);
    } else {
      source.line(bound(step) + calls.reported(step, format(step)) + ";");
    }
  }

  /** What later calls want of one whose arguments were all its own. */
  private void afterwards(Step step) {
    if (step.second() != null && step.creates() != null) {
      source.line(
          "let [%s, %s] = pair;".formatted(variable(step.creates()), variable(step.second())));
    }
    if (step.keeps() != null && step.result() != null && !RustLibrary.keepsRoom(step)) {
      prelude.need(RustPart.INTERNET);
      source.line("let %1$s = internet(&%1$s);".formatted(step.keeps()));
    }
  }

  /** Rust warns of variables that nobody reads, unless they begin so. */
  private String variable(@Nullable Handle handle) {
    return handle == null ? "_" : (script.uses(handle.text()) ? "" : "_") + handle.text();
  }

  private String bound(Step step) {
    String created = variable(step.creates());
    String kept = step.keeps() == null ? "_" : step.keeps();
    return switch (step.function()) {
      case ACCEPT -> {
        boolean nothing = created.startsWith("_") && kept.equals("_");
        yield nothing ? "" : "let (" + created + ", " + kept + ") = ";
      }
      case RECVFROM, GETSOCKNAME, GETPEERNAME -> step.keeps() == null ? "" : "let " + kept + " = ";
      default -> created.startsWith("_") ? "" : "let " + created + " = ";
    };
  }

  private String format(Step step) {
    StringBuilder text = new StringBuilder();
    List<String> values = new ArrayList<>();
    for (Piece piece : Spelling.call(step)) {
      text.append(
          switch (piece) {
            case Piece.Text(String fixed) -> escaped(fixed);
            case Piece.Number(Handle handle) -> "{" + handle.text() + "}";
            case Piece.Port(String name, _) -> "{" + name + "}";
            case Piece.Address(Target.Heard heard) when RustLibrary.isRoom(heard) -> {
              prelude.need(RustPart.ADDRESS_TEXT);
              values.add(", address_text(&" + heard.variable() + ")");
              yield "{}";
            }
            case Piece.Address(Target.Heard heard) -> "{" + heard.variable() + "}";
          });
    }
    boolean fixed = Spelling.call(step).stream().allMatch(Piece.Text.class::isInstance);
    return fixed
        ? Quoted.literal(Spelling.named(step)) + ".to_string()"
        : "format!(\"" + text + "\"" + String.join("", values) + ")";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("{", "{{").replace("}", "}}");
  }
}
