package socketscope.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import socketscope.code.PrintedCall.Piece;
import socketscope.event.Bytes;

/**
 * A language with one way to make calls. Java and Python have two: a library of their own for
 * sockets, and the C library's functions.
 */
enum Dialect {
  C(ProgramLanguage.C, "c.c"),
  RUST(ProgramLanguage.RUST, "rust.rs"),
  JAVA(ProgramLanguage.JAVA, "java.java"),
  PYTHON(ProgramLanguage.PYTHON, "python.py"),
  /** Java with java.nio. */
  NIO(ProgramLanguage.JAVA, "nio.java"),
  /** Python with its module socket. */
  MODULE(ProgramLanguage.PYTHON, "module.py");

  private static final Set<String> PYTHON_NAMES =
      Set.of(Template.read("python-names.txt").strip().split("\\s+"));
  private static final Map<String, String> PYTHON_MODULES =
      Map.of("F", "fcntl", "FD", "fcntl", "O", "os", "FIONREAD", "termios", "FIONBIO", "termios");
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final ProgramLanguage language;
  private final String functions;

  Dialect(ProgramLanguage language, String functions) {
    this.language = language;
    this.functions = functions;
  }

  ProgramLanguage language() {
    return language;
  }

  /** The file of the functions that its programs may need. */
  String functions() {
    return "functions/" + functions;
  }

  /** As the templates call it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isPython() {
    return language == ProgramLanguage.PYTHON;
  }

  boolean isJava() {
    return language == ProgramLanguage.JAVA;
  }

  /** What stands before a comment. */
  String mark() {
    return isPython() ? "# " : "// ";
  }

  /** The name of a function, in the style of the language. */
  String functionName(String name) {
    return isJava()
        ? Pattern.compile("_(.)").matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT))
        : name;
  }

  /** An expression of constants, such as {@code MSG_PEEK|MSG_DONTWAIT}. */
  String constant(String expression) {
    return Arrays.stream(expression.split("\\s*\\|\\s*"))
        .map(name -> isPython() ? pythonName(name) : name)
        .collect(Collectors.joining(this == C ? "|" : " | "));
  }

  private static String pythonName(String name) {
    if (!PYTHON_NAMES.contains(name)) {
      return name;
    }
    if (name.matches("E?POLL.*")) {
      return "select." + name;
    }
    int end = name.indexOf('_');
    String prefix = end < 0 ? name : name.substring(0, end);
    return PYTHON_MODULES.getOrDefault(prefix, "socket") + "." + name;
  }

  /** An expression for these bytes. */
  String bytes(Bytes bytes) {
    String plain = Quoted.plain(bytes).orElse(null);
    String ascii = Quoted.ascii(bytes.toArray());
    boolean isText = plain != null && ascii.indexOf('\\') >= 0;
    return switch (this) {
      // "??" and what follows it would be a trigraph.
      case C -> plain == null ? cLiteral(bytes) : '"' + plain.replace("??", "?\\?") + '"';
      case RUST -> isText ? '"' + plain + "\".as_bytes()" : "b\"" + ascii + "\"";
      case PYTHON, MODULE -> isText ? '"' + plain + "\".encode()" : "b\"" + ascii + "\"";
      case JAVA, NIO ->
          Quoted.plainWithZeros(bytes)
              .map(path -> "text(\"" + path + "\")")
              .orElseGet(() -> "hex(\"" + bytes.hex() + "\")");
    };
  }

  /** Bytes that are no text in octal, which never swallows what follows. */
  private static String cLiteral(Bytes bytes) {
    String text = new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
    return text.chars()
        .mapToObj(code ->
            switch (code) {
              case '\n' -> "\\n";
              case '\t' -> "\\t";
              case '\r' -> "\\r";
              case '"' -> "\\\"";
              case '\\' -> "\\\\";
              case '?' -> "\\?";
              default ->
                  code >= ' ' && code < 0x7f
                      ? Character.toString(code)
                      : String.format("\\%03o", code);
            })
        .collect(Collectors.joining("", "\"", "\""));
  }

  /** What C's functions are given to print: a format and its values. Elsewhere one expression. */
  String text(List<Piece> pieces) {
    boolean fixed = pieces.stream().allMatch(Piece.Text.class::isInstance);
    return switch (this) {
      case C -> cFormat(pieces);
      case RUST -> fixed ? '"' + inner(pieces, false) + '"' : "&" + rustFormat(pieces);
      case JAVA, NIO -> concatenated(pieces);
      case PYTHON, MODULE -> (fixed ? "\"" + inner(pieces, false) : "f\"" + inner(pieces)) + '"';
    };
  }

  /** One expression of type text for what may be a single value. */
  String more(List<Piece> pieces) {
    boolean single =
        pieces.size() == 1
            && pieces.getFirst() instanceof Piece.Value(_, Piece.ValueType type)
            && type == Piece.ValueType.STRING;
    return switch (this) {
      case C -> single ? expression(pieces.getFirst()) : "formatted(" + cFormat(pieces) + ")";
      case RUST -> single ? "&" + expression(pieces.getFirst()) : "&" + rustFormat(pieces);
      case PYTHON, MODULE -> single ? expression(pieces.getFirst()) : text(pieces);
      case JAVA, NIO -> text(pieces);
    };
  }

  /** What stands within the quotes of Rust's or Python's formatted texts. */
  String inner(List<Piece> pieces) {
    return inner(pieces, true);
  }

  private String inner(List<Piece> pieces, boolean braces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text(String fixed)) {
        String escaped = escaped(fixed);
        text.append(braces ? escaped.replace("{", "{{").replace("}", "}}") : escaped);
      } else {
        String expression = expression(piece);
        boolean inline = isPython() || WORD.matcher(expression).matches();
        text.append(inline ? "{" + expression + "}" : "{}");
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private String rustFormat(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> !(piece instanceof Piece.Text))
        .map(this::expression)
        .filter(expression -> !WORD.matcher(expression).matches())
        .map(expression -> ", " + expression)
        .collect(Collectors.joining("", "format!(\"" + inner(pieces) + "\"", ")"));
  }

  private String cFormat(List<Piece> pieces) {
    StringBuilder format = new StringBuilder();
    List<String> values = new ArrayList<>();
    for (Piece piece : pieces) {
      format.append(
          switch (piece) {
            case Piece.Text(String text) -> escaped(text.replace("%", "%%"));
            case Piece.Number _, Piece.Port _ -> "%d";
            case Piece.Address _ -> "%s";
            case Piece.Value(_, Piece.ValueType type) ->
                switch (type) {
                  case INT -> "%d";
                  case LONG -> "%ld";
                  case STRING -> "%s";
                };
          });
      if (!(piece instanceof Piece.Text)) {
        values.add(", " + expression(piece));
      }
    }
    return '"' + format.toString() + '"' + String.join("", values);
  }

  private String concatenated(List<Piece> pieces) {
    List<String> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text(String fixed)) {
        text.append(escaped(fixed));
      } else if (this == NIO && piece instanceof Piece.Number(Handle handle)) {
        // A channel has no number.
        text.append(handle.text());
      } else {
        boolean string =
            piece instanceof Piece.Address
                || piece instanceof Piece.Value(_, Piece.ValueType type)
                    && type == Piece.ValueType.STRING;
        if (!text.isEmpty() || parts.isEmpty() && !string) {
          parts.add('"' + text.toString() + '"');
        }
        parts.add(expression(piece));
        text.setLength(0);
      }
    }
    if (!text.isEmpty() || parts.isEmpty()) {
      parts.add('"' + text.toString() + '"');
    }
    return String.join(" + ", parts);
  }

  private String expression(Piece piece) {
    return switch (piece) {
      case Piece.Text(String text) -> '"' + escaped(text) + '"';
      case Piece.Number(Handle handle) ->
          this == MODULE
              ? handle.text() + (handle.open() ? ".fileno()" : "_number")
              : handle.text();
      case Piece.Port(String name, _) -> name;
      case Piece.Address(Target.Told(String variable, _)) ->
          switch (this) {
            case C, RUST -> "address_text(&" + variable + ")";
            case PYTHON, MODULE -> "address_text(" + variable + ")";
            case JAVA, NIO -> "addressText(" + variable + ")";
          };
      case Piece.Value(String expression, _) -> expression;
    };
  }
}
