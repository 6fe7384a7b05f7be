package socketscope.ui.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import socketscope.code.ProgramLanguage;
import socketscope.event.Function;
import socketscope.ui.code.SourceLine.Token;
import socketscope.ui.code.SourceLine.Token.Kind;

/** Takes source lines apart. The programs have no comment and no string of several lines. */
final class Highlighter {

  private static final String STRING = "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)+'";
  private static final String NUMBER = "\\b\\d[\\w.]*";
  private static final String WORD = "[\\p{L}_]\\w*";
  private static final Set<String> CALLS =
      Arrays.stream(Function.values()).map(Function::cName).collect(Collectors.toSet());

  private static final Set<String> C =
      words(
          "break case char const default else exit for if int long return signed size_t sizeof"
              + " socklen_t ssize_t static struct switch unsigned void while #define #include");
  private static final Set<String> RUST =
      words(
          "as const else enum extern fn for if impl in let match mod move mut pub return static"
              + " str struct unsafe use while i32 u16 u32 u64 u8 usize isize");
  private static final Set<String> JAVA =
      words(
          "byte case catch class default else final finally for if import int new null public"
              + " return static switch throw throws try void while yield");
  private static final Set<String> PYTHON =
      words("as def else except for from global if import in pass return try while with");

  private final Set<String> keywords;
  private final Pattern token;

  Highlighter(ProgramLanguage language) {
    keywords =
        switch (language) {
          case C -> C;
          case RUST -> RUST;
          case JAVA -> JAVA;
          case PYTHON -> PYTHON;
        };
    String comment = language == ProgramLanguage.PYTHON ? "#.*" : "//.*";
    String directive = language == ProgramLanguage.C ? "|#\\w+" : "";
    token = Pattern.compile(STRING + "|" + comment + directive + "|" + NUMBER + "|" + WORD);
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /** The parts of a line; joined, they are the line. */
  List<Token> tokens(String line) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = token.matcher(line);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        tokens.add(new Token(line.substring(end, matcher.start()), Kind.PLAIN));
      }
      end = matcher.end();
      boolean called = line.startsWith("(", end);
      tokens.add(new Token(matcher.group(), kind(matcher.group(), called)));
    }
    if (end < line.length()) {
      tokens.add(new Token(line.substring(end), Kind.PLAIN));
    }
    return tokens;
  }

  private Kind kind(String text, boolean called) {
    char first = text.charAt(0);
    if (keywords.contains(text)) {
      return Kind.KEYWORD;
    }
    if (text.startsWith("//") || first == '#') {
      return Kind.COMMENT;
    }
    if (first == '"' || first == '\'') {
      return Kind.STRING;
    }
    if (Character.isDigit(first)) {
      return Kind.NUMBER;
    }
    return called && CALLS.contains(text) ? Kind.CALL : Kind.PLAIN;
  }
}
