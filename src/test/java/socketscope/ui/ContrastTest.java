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
import org.junit.jupiter.params.provider.ValueSource;

/** Guards the colours: text can be read in both themes (WCAG 2.2, contrast 4.5 : 1). */
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

  /** WCAG 2.2, definition of contrast ratio. */
  private static double contrast(int one, int other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static void assertReadable(Map<String, Integer> tokens, String text, String ground) {
    assertThat(contrast(tokens.get(text), tokens.get(ground)))
        .as("%s on %s", text, ground)
        .isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void contrastIsMeasuredAsTheStandardSays() {
    assertThat(contrast(0xffffff, 0)).isEqualTo(21);
    assertThat(contrast(0x777777, 0xffffff)).isBetween(4.47, 4.48);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark-theme", "light-theme"})
  void textCanBeReadOnEveryGround(String theme) throws IOException {
    Map<String, Integer> tokens = tokens(theme);
    for (String ground : GROUNDS) {
      for (String text : TEXTS) {
        assertReadable(tokens, text, ground);
      }
    }
    for (String role : List.of("call", "handshake", "data", "ack", "fin", "rst", "fault")) {
      assertReadable(tokens, "-sk-" + role, "-sk-surface");
    }
    for (String side : List.of("-sk-side-client", "-sk-side-server")) {
      assertReadable(tokens, side, "-sk-surface");
      assertReadable(tokens, side, "-sk-raised");
    }
    assertReadable(tokens, "-sk-fault", "-sk-fault-surface");
    assertReadable(tokens, "-sk-text", "-sk-fault-surface");
    assertReadable(tokens, "-sk-accent-text", "-sk-accent");
    assertReadable(tokens, "-sk-accent-text", "-sk-accent-hover");
    assertReadable(tokens, "-sk-blocked-text", "-sk-surface");
    assertReadable(tokens, "-sk-text", "-sk-blocked-stripe");
    for (String token : tokens.keySet()) {
      if (token.startsWith("-sk-state-")) {
        assertReadable(tokens, "-sk-text", token);
      }
    }
  }

  @Test
  void bothThemesDefineTheSameTokensAndEveryOneThatIsUsed() throws IOException {
    Set<String> dark = tokens("dark-theme").keySet();
    assertThat(tokens("light-theme").keySet()).isEqualTo(dark);
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
