package socketscope.code;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import socketscope.code.Program.Line;

/** What a Python program needs besides its calls: it is found out from what they look like. */
final class PythonPrelude {

  private static final List<String> MODULES =
      List.of(
          "ctypes",
          "errno",
          "fcntl",
          "os",
          "select",
          "socket",
          "struct",
          "sys",
          "termios",
          "threading",
          "time");

  private final boolean unix;
  private final Wording words;

  PythonPrelude(Script script, Wording words) {
    this.unix = script.isUnix();
    this.words = words;
  }

  /** The functions that those lines call, and the ones that these call in turn. */
  void functions(List<Line> lines, Source source) {
    for (PythonPart part : used(lines)) {
      source.blank();
      source.comment("# ", words.text(part.phrase()));
      source.block(code(part));
    }
  }

  private Set<PythonPart> used(List<Line> lines) {
    Set<PythonPart> parts = EnumSet.noneOf(PythonPart.class);
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    boolean more = true;
    while (more) {
      more = false;
      for (PythonPart part : PythonPart.values()) {
        if (holds(text, part.sign()) && parts.add(part)) {
          text.append(code(part));
          more = true;
        }
      }
    }
    return parts;
  }

  private static boolean holds(CharSequence text, String sign) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(sign)).matcher(text).find();
  }

  private String code(PythonPart part) {
    String first = "def address_text(address):\n";
    return part == PythonPart.ADDRESS_TEXT && unix
        ? part.code().replace(first, PythonText.OR_UNIX)
        : part.code();
  }

  /** The modules that those lines use. */
  static Set<String> modules(List<Line> lines) {
    Set<String> modules = new LinkedHashSet<>();
    for (String module : MODULES) {
      if (lines.stream().anyMatch(line -> holds(line.text(), module + "."))) {
        modules.add(module);
      }
    }
    return modules;
  }
}
