package socketscope.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketscope.code.Program.Line;

/**
 * The templates: how each thing is written in each language, beside one another in the files of the
 * folder {@code code} of the resources. A section {@code [name]} has lines that begin with the name
 * of a {@link Dialect}; {@code ${name}} stands for a value, and a line of nothing but that for any
 * number of lines.
 */
final class Template {

  private static final Pattern HOLE = Pattern.compile("\\$\\{(let (.+) )?(\\$?\\w+)}");
  private static final Pattern COMMENT = Pattern.compile("( *)(//|#) \\$\\{(\\w+)}");
  private static final Pattern BLOCK = Pattern.compile("( *)\\$\\{(\\w+)}");
  private static final int NAME_WIDTH = 8;
  private static final int WIDTH = 78;

  private static final Map<String, List<String>> ALL = new HashMap<>();

  static {
    for (String file : List.of("arguments.txt", "calls.txt", "program.txt")) {
      String section = "";
      for (String line : read(file).lines().toList()) {
        if (line.startsWith("[")) {
          section = line.substring(1, line.indexOf(']'));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          String padded = line.length() < NAME_WIDTH ? line + " ".repeat(NAME_WIDTH) : line;
          String key = padded.substring(0, NAME_WIDTH).strip() + " " + section;
          ALL.computeIfAbsent(key, _ -> new ArrayList<>())
              .add(padded.substring(NAME_WIDTH).stripTrailing());
        }
      }
    }
  }

  private Template() {}

  /** A file of the resources. */
  static String read(String file) {
    try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the language has lines in that section. */
  static boolean exists(Dialect dialect, String section) {
    return ALL.containsKey(dialect.id() + " " + section);
  }

  /** The language's lines in that section. */
  static List<String> of(Dialect dialect, String section) {
    return ALL.getOrDefault(dialect.id() + " " + section, List.of());
  }

  /** The text of a section that is one expression. */
  static String expression(Dialect dialect, String section, Map<String, ?> values) {
    List<String> lines = of(dialect, section);
    if (lines.size() != 1) {
      throw new IllegalArgumentException(dialect + " has no expression " + section);
    }
    return filled(lines.getFirst(), values, new Scope());
  }

  /**
   * The lines of a section with values in the places for them.
   *
   * @param values texts, lists of texts, and lists of lines
   * @param calls the calls that the lines stand for
   */
  static List<Line> lines(
      List<String> template, Map<String, ?> values, Scope scope, Set<Long> calls) {
    List<Line> lines = new ArrayList<>();
    for (String line : template) {
      Matcher comment = COMMENT.matcher(line);
      Matcher block = BLOCK.matcher(line);
      if (comment.matches()) {
        String mark = comment.group(1) + comment.group(2) + " ";
        String text = Objects.toString(values.get(comment.group(3)), "");
        if (!text.isEmpty()) {
          broken(text, WIDTH - mark.length())
              .forEach(part -> lines.add(new Line(mark + part, calls)));
        }
      } else if (block.matches() && values.get(block.group(2)) instanceof List<?> many) {
        for (Object one : many) {
          Line inner = one instanceof Line own ? own : new Line((String) one, Set.of());
          String text = inner.text().isEmpty() ? "" : block.group(1) + inner.text();
          lines.add(new Line(text, inner.calls().isEmpty() ? calls : inner.calls()));
        }
      } else {
        String text = filled(line, values, scope);
        // A variable that has been declared before needs nothing more.
        if (!(line.contains("${let") && text.strip().matches("\\w+(\\[\\d+])?;"))) {
          lines.add(new Line(text, text.isEmpty() ? Set.of() : calls));
        }
      }
    }
    return lines;
  }

  private static String filled(String line, Map<String, ?> values, Scope scope) {
    return HOLE.matcher(line)
        .replaceAll(hole -> {
          String name = hole.group(3);
          if (hole.group(1) == null) {
            return Matcher.quoteReplacement(value(values, name));
          }
          String variable = name.startsWith("$") ? value(values, name.substring(1)) : name;
          String type = hole.group(2);
          String declared = type.startsWith("$") ? value(values, type.substring(1)) : type;
          return Matcher.quoteReplacement(
              scope.declare(variable) ? declared + " " + variable : variable);
        });
  }

  private static String value(Map<String, ?> values, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + name + " in " + values);
    }
    return value.toString();
  }

  /** A text in lines that can be read. */
  static List<String> broken(String text, int width) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!part.isEmpty() && part.length() + 1 + word.length() > width) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : " ").append(word);
    }
    parts.add(part.toString());
    return parts;
  }
}
