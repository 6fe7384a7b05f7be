package socketscope.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketscope.code.Action.ServerLoop;
import socketscope.code.Program.Line;
import socketscope.constant.Constants;

/**
 * The functions that a program needs besides its calls, and what it imports for them: found out
 * from what its lines look like.
 *
 * <p>They are written in a source file of each language. Before each stands a line {@code //: name
 * PHRASE}, with the phrase for its comment, or two where it depends on whether the experiment met
 * errors. {@code //?condition} at the end of a line leaves it out where the condition does not
 * hold, or where no control message of that type came, {@code //?each} repeats it for each error,
 * {@code //?flag} for each flag and {@code //?control} for each kind of control messages that the
 * kernel told, and {@code //@send} marks what a server's calls are.
 */
final class Functions {

  private static final Pattern HEAD = Pattern.compile("(?://|#): (.*) (\\w+)(?:/(\\w+))?");
  private static final Pattern MARK = Pattern.compile("\\s*(?://|#)([?@])(!?)(\\w+)$");
  private static final Pattern CONSTANT = Pattern.compile("(?<![.\\w])[A-Z][A-Z0-9_]+\\b");
  private static final Pattern NO_CODE =
      Pattern.compile("(?://|#).*|'(?:[^'\\\\]|\\\\.)'|\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  /** A function of the file. */
  private record Function(List<String> names, Phrase phrase, Phrase strict, List<String> lines) {}

  private final Dialect dialect;
  private final Script script;
  private final Map<String, Boolean> conditions;
  private final Map<String, List<Map<String, String>>> rows;
  private final Map<String, Set<Long>> servedCalls = new TreeMap<>();

  Functions(Dialect dialect, Script script) {
    this.dialect = dialect;
    this.script = script;
    this.conditions =
        Map.of(
            "unix", script.isUnix(),
            "threads", script.hasThreads(),
            "errors", !script.errors().isEmpty());
    this.rows =
        Map.of(
            "each",
            script.errors().entrySet().stream()
                .map(error -> Map.of("errno", error.getKey(), "number", "" + error.getValue()))
                .toList(),
            "flag",
            script.flags().stream()
                .map(flag -> Map.of("name", flag, "flag", dialect.constant(flag)))
                .toList(),
            "control",
            script.controls().stream().map(kind -> control(dialect, kind)).toList());
    for (Step step : script.steps()) {
      if (step.made().server() != null) {
        servedCalls
            .computeIfAbsent(step.function().cName(), _ -> new TreeSet<>())
            .add(step.callId());
      }
    }
  }

  private static Map<String, String> control(Dialect dialect, String kind) {
    String[] names = kind.split(", ");
    String level = dialect.constant(names[0]);
    return Map.of("name", kind, "level", level, "type", dialect.constant(names[1]));
  }

  /** The functions that those lines call, and the ones that these call in turn. */
  List<Line> usedBy(List<Line> lines, Wording words) {
    List<Function> all = all();
    Map<Function, List<Line>> used = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder(code(lines));
    int before;
    do {
      before = used.size();
      for (Function function : all) {
        if (!used.containsKey(function)
            && function.names().stream().anyMatch(n -> holds(text, n))) {
          List<Line> written = written(function.lines());
          used.put(function, written);
          text.append(code(written));
        }
      }
    } while (used.size() > before);
    List<Line> written = new ArrayList<>();
    Phrase said = null;
    for (Function function : all) {
      if (used.containsKey(function)) {
        written.add(Program.BLANK);
        Phrase phrase = script.errors().isEmpty() ? function.strict() : function.phrase();
        if (phrase != said) {
          Template.broken(words.text(phrase), 75).stream()
              .map(part -> new Line(dialect.mark() + part, Set.of()))
              .forEach(written::add);
        }
        said = phrase;
        written.addAll(used.get(function));
      }
    }
    return written;
  }

  private static String text(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
  }

  /** What is no text and no comment; Python has code in its texts. */
  private String code(List<Line> lines) {
    return dialect.isPython() ? text(lines) : NO_CODE.matcher(text(lines)).replaceAll("");
  }

  private static boolean holds(CharSequence text, String name) {
    return Pattern.compile("(?<![\\w.:])" + name + "\\b").matcher(text).find();
  }

  private List<Function> all() {
    List<Function> all = new ArrayList<>();
    for (String line : Template.read(dialect.functions()).lines().toList()) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        Phrase phrase = Phrase.valueOf(head.group(2));
        Phrase strict = head.group(3) == null ? phrase : Phrase.valueOf(head.group(3));
        List<String> names = Arrays.asList(head.group(1).split(" "));
        all.add(new Function(names, phrase, strict, new ArrayList<>()));
      } else {
        all.getLast().lines().add(line);
      }
    }
    for (Function function : all) {
      while (function.lines().getLast().isBlank()) {
        function.lines().removeLast();
      }
    }
    return all;
  }

  private List<Line> written(List<String> lines) {
    return lines.stream().flatMap(this::written).toList();
  }

  private Stream<Line> written(String line) {
    Matcher mark = MARK.matcher(line);
    if (!mark.find()) {
      return Stream.of(new Line(line, Set.of()));
    }
    String text = line.substring(0, mark.start());
    String name = mark.group(3);
    if (mark.group(1).equals("@")) {
      return Stream.of(new Line(text, servedCalls.getOrDefault(name, Set.of())));
    }
    if (rows.containsKey(name)) {
      return rows.get(name).stream()
          .map(row -> {
            String filled = text;
            for (Map.Entry<String, String> value : row.entrySet()) {
              filled = filled.replace("${" + value.getKey() + "}", value.getValue());
            }
            return new Line(filled, Set.of());
          });
    }
    String errors =
        script.errors().keySet().stream()
            .map(error -> "errno." + error + ",")
            .collect(Collectors.joining(" "));
    boolean holds =
        conditions.getOrDefault(
            name, script.controls().stream().anyMatch(kind -> kind.endsWith(name)));
    return holds == mark.group(2).isEmpty()
        ? Stream.of(new Line(text.replace("${errors}", errors), Set.of()))
        : Stream.empty();
  }

  /** What those lines want imported. */
  List<String> imports(List<Line> lines) {
    String text = text(lines) + String.join("\n", Template.of(dialect, "program"));
    List<String> found = new ArrayList<>();
    boolean own = false;
    String section = dialect.isPython() ? "python" : dialect.id();
    for (String line : Template.read("imports.txt").lines().toList()) {
      if (line.startsWith("[")) {
        own = line.equals("[" + section + "]");
      } else if (own && !line.isBlank()) {
        String[] parts = line.split("\\s+", 2);
        if (Pattern.compile(parts[1]).matcher(text).find()) {
          found.add(parts[0]);
        }
      }
    }
    return found.stream()
        .map(name ->
            switch (dialect) {
              case C -> "#include <" + name + ">";
              case RUST -> "use " + name + ";";
              case JAVA, NIO -> "import " + name + ";";
              case PYTHON, MODULE -> "import " + name;
            })
        .toList();
  }

  /** The constants of C that those lines name, with their numbers. */
  static Map<String, Integer> constants(List<Line> lines) {
    Map<String, Integer> constants = new TreeMap<>();
    String text = NO_CODE.matcher(text(lines)).replaceAll("");
    CONSTANT
        .matcher(text)
        .results()
        .map(match -> match.group())
        .forEach(name ->
            Constants.linux().number(name).ifPresent(value -> constants.put(name, (int) value)));
    return constants;
  }

  /** How the C library declares the functions that those lines call. */
  static List<String> prototypes(List<Line> lines) {
    String text = NO_CODE.matcher(text(lines)).replaceAll("");
    List<String> prototypes = new ArrayList<>();
    for (socketscope.event.Function function : socketscope.event.Function.values()) {
      if (Pattern.compile("\\{ " + function.cName() + "\\(").matcher(text).find()) {
        prototypes.add(Prototype.of(function).rust(function.cName()));
      }
    }
    return prototypes;
  }

  /** The name of the function that serves a listener so. */
  static String serving(Dialect dialect, ServerLoop server) {
    String kind = server.service().name().toLowerCase(java.util.Locale.ROOT);
    return dialect.functionName("serve_" + kind);
  }
}
