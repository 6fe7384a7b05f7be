package socketscope.code;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The functions that the calls of a Rust program need, and what they use of std. */
final class RustPrelude {

  private final Wording words;
  private final Set<RustPart> parts = EnumSet.noneOf(RustPart.class);
  private final Set<RustPart> called = EnumSet.noneOf(RustPart.class);
  private final Set<String> uses = new TreeSet<>();

  RustPrelude(Wording words) {
    this.words = words;
  }

  void use(String name) {
    uses.add(name);
  }

  void need(RustPart part) {
    if (parts.add(part)) {
      uses.addAll(part.uses());
      for (RustPart other : RustPart.values()) {
        String name = other.name().toLowerCase(java.util.Locale.ROOT);
        if (other != part && part.code().matches("(?s).*(?<![\\w:])" + name + "\\(.*")) {
          need(other);
        }
      }
    }
  }

  /** The C library's function is called by main() itself. */
  void call(RustPart part) {
    called.add(part);
    if (part == RustPart.POLL) {
      need(RustPart.POLL_FD);
    }
  }

  /** What is used of std, in order. */
  List<String> uses(boolean threads) {
    if (names()) {
      use("std::io");
    }
    if (threads) {
      use("std::thread");
    }
    return List.copyOf(uses);
  }

  private boolean names() {
    return parts.stream().anyMatch(part -> part.code().contains("error_name("));
  }

  void functions(Source source, List<String> errors, Map<String, Integer> numbers) {
    if (names()) {
      errorName(source, errors, numbers);
    }
    Phrase said = null;
    for (RustPart part : parts) {
      source.blank();
      if (part.phrase() != said) {
        said = part.phrase();
        source.comment("// ", words.text(said));
      }
      source.block(part.code());
    }
    List<String> prototypes = new ArrayList<>();
    called.addAll(parts);
    called.stream().map(RustPart::prototype).filter(p -> !p.isEmpty()).forEach(prototypes::add);
    if (!prototypes.isEmpty()) {
      source.blank();
      source.comment("// ", words.text(Phrase.RUST_LIBRARY));
      source.line("mod c {");
      source.in();
      source.line("extern \"C\" {");
      source.in();
      prototypes.forEach(prototype -> source.line("pub fn " + prototype + ";"));
      source.out();
      source.line("}");
      source.out();
      source.line("}");
    }
  }

  private void errorName(Source source, List<String> errors, Map<String, Integer> numbers) {
    source.blank();
    source.comment("// ", words.text(errors.isEmpty() ? Phrase.NO_ERRORS : Phrase.ERRORS));
    source.line("fn error_name(error: &io::Error) -> &'static str {");
    source.in();
    if (errors.isEmpty()) {
      source.line("println!(\"({error})\");");
      source.line("std::process::exit(1)");
      source.out();
      source.line("}");
      return;
    }
    source.line("match error.raw_os_error() {");
    source.in();
    for (String name : errors) {
      source.line("Some(" + numbers.get(name) + ") => \"" + name + "\",");
    }
    source.line("_ => {");
    source.line("    println!(\"({error})\");");
    source.line("    std::process::exit(1)");
    source.line("}");
    source.out();
    source.line("}");
    source.out();
    source.line("}");
  }
}
