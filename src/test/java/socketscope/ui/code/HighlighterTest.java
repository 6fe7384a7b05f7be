package socketscope.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.code.ProgramLanguage;
import socketscope.ui.code.SourceLine.Token;
import socketscope.ui.code.SourceLine.Token.Kind;

class HighlighterTest {

  private static String marked(ProgramLanguage language, String line) {
    return new Highlighter(language)
        .tokens(line).stream()
            .map(t -> t.kind() == Kind.PLAIN ? t.text() : t.kind() + "<" + t.text() + ">")
            .collect(Collectors.joining());
  }

  @Test
  void cCallsAndLiteralsHaveTheirColours() {
    assertThat(marked(ProgramLanguage.C, "    int n = send(sock, \"a \\\" // b\", 4, 0); // ¡x!"))
        .isEqualTo(
            "    KEYWORD<int> n = CALL<send>(sock, STRING<\"a \\\" // b\">, NUMBER<4>, NUMBER<0>);"
                + " COMMENT<// ¡x!>");
    assertThat(marked(ProgramLanguage.C, "#include <errno.h>"))
        .isEqualTo("KEYWORD<#include> <errno.h>");
  }

  @Test
  void aHashBeginsACommentInPythonOnly() {
    assertThat(marked(ProgramLanguage.PYTHON, "sock.close()  # adiós"))
        .isEqualTo("sock.CALL<close>()  COMMENT<# adiós>");
    assertThat(marked(ProgramLanguage.JAVA, "sock.close(); // adiós"))
        .isEqualTo("sock.CALL<close>(); COMMENT<// adiós>");
  }

  @ParameterizedTest
  @EnumSource(ProgramLanguage.class)
  void thePartsAreTheLine(ProgramLanguage language) {
    for (String line : List.of("", "  x = 'a' + \"", "let n: u16 = 5000; // ñ", "\"unfinished")) {
      assertThat(
              new Highlighter(language)
                  .tokens(line).stream().map(Token::text).collect(Collectors.joining()))
          .isEqualTo(line);
    }
  }
}
