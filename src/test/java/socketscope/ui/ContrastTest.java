package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.Colors;

/** Guards the colours: text can be read in every theme (WCAG 2.2, 1.4.3 and 1.4.6). */
class ContrastTest {

  private static final Path SHEETS = Path.of("src/main/resources/socketscope/ui");
  private static final Pattern TOKEN =
      Pattern.compile("(-sk-[a-z0-9-]+): #([0-9a-f]{6})(?:[0-9a-f]{2})?;");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");
  private static final List<String> GROUNDS =
      List.of("-sk-surface", "-sk-raised", "-sk-selection", "-sk-window");
  private static final List<String> TEXTS = List.of("-sk-text", "-sk-text-muted");

  private static Map<String, Integer> tokens(String theme) throws IOException {
    String sheet = Files.readString(SHEETS.resolve("tokens.css"));
    String block = sheet.substring(sheet.indexOf("." + theme + " {"));
    Matcher matcher = TOKEN.matcher(block.substring(0, block.indexOf('}')));
    Map<String, Integer> tokens = new HashMap<>();
    while (matcher.find()) {
      tokens.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    return tokens;
  }

  private static void assertReadable(
      Map<String, Integer> tokens, double least, String text, String ground) {
    assertThat(Colors.contrast(tokens.get(text), tokens.get(ground)))
        .as("%s on %s", text, ground)
        .isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource({"dark-theme, 4.5", "light-theme, 4.5", "contrast-theme, 7"})
  void textCanBeReadOnEveryGround(String theme, double least) throws IOException {
    Map<String, Integer> tokens = tokens(theme);
    for (String ground : GROUNDS) {
      for (String text : TEXTS) {
        assertReadable(tokens, least, text, ground);
      }
    }
    for (String role : List.of("call", "handshake", "data", "ack", "fin", "rst", "fault")) {
      assertReadable(tokens, least, "-sk-" + role, "-sk-surface");
    }
    for (String side : List.of("-sk-side-client", "-sk-side-server")) {
      assertReadable(tokens, least, side, "-sk-surface");
      assertReadable(tokens, least, side, "-sk-raised");
    }
    assertReadable(tokens, least, "-sk-fault", "-sk-fault-surface");
    assertReadable(tokens, least, "-sk-text", "-sk-fault-surface");
    assertReadable(tokens, least, "-sk-accent-text", "-sk-accent");
    assertReadable(tokens, least, "-sk-accent-text", "-sk-accent-hover");
    assertReadable(tokens, least, "-sk-blocked-text", "-sk-surface");
    assertReadable(tokens, least, "-sk-text", "-sk-blocked-stripe");
    for (String token : tokens.keySet()) {
      if (token.startsWith("-sk-state-")) {
        assertReadable(tokens, least, "-sk-text", token);
      }
    }
  }

  @Test
  void allThemesDefineTheSameTokensAndEveryOneThatIsUsed() throws IOException {
    Set<String> dark = tokens("dark-theme").keySet();
    assertThat(tokens("light-theme").keySet()).isEqualTo(dark);
    assertThat(tokens("contrast-theme").keySet()).isEqualTo(dark);
    Set<String> used = new HashSet<>();
    for (Path sheet : sheets()) {
      Matcher matcher = Pattern.compile("-sk-[a-z0-9-]+").matcher(Files.readString(sheet));
      matcher.results().forEach(result -> used.add(result.group()));
    }
    assertThat(dark).containsAll(used);
  }

  @Test
  void onlyTheTokensNameColours() throws IOException {
    for (Path sheet : sheets()) {
      if (!sheet.endsWith("tokens.css")) {
        assertThat(COLOR.matcher(Files.readString(sheet)).find()).as("%s", sheet).isFalse();
      }
    }
  }

  private static List<Path> sheets() throws IOException {
    try (Stream<Path> files = Files.walk(SHEETS)) {
      return files.filter(file -> file.toString().endsWith(".css")).toList();
    }
  }
}
