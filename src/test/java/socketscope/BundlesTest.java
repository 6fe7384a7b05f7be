package socketscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards the texts: every text is there in both languages, and takes the same arguments. */
class BundlesTest {

  private static final Path FOLDER = Path.of("src/main/resources/socketscope/text");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  static List<String> areas() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("_(en|es)\\.properties$", ""))
          .distinct()
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("areas")
  void bothLanguagesHaveTheSameTexts(String area) throws IOException {
    assertThat(texts(area, "es").keySet()).isEqualTo(texts(area, "en").keySet());
  }

  @ParameterizedTest
  @MethodSource("areas")
  void bothLanguagesTakeTheSameArguments(String area) throws IOException {
    Properties spanish = texts(area, "es");
    texts(area, "en")
        .forEach((key, english) ->
            assertThat(arguments(spanish.getProperty((String) key, "")))
                .as("%s in Spanish", key)
                .isEqualTo(arguments((String) english)));
  }

  @ParameterizedTest
  @MethodSource("areas")
  void everyTextIsAPatternWithItsApostrophesDoubled(String area) throws IOException {
    for (Object text : values(area)) {
      String pattern = (String) text;
      assertThat(new MessageFormat(pattern)).as(pattern).isNotNull();
      List<String> quoted = QUOTED.matcher(pattern).results().map(m -> m.group(1)).toList();
      assertThat(quoted).as(pattern).allMatch(part -> part.isEmpty() || part.matches("[{}].*"));
      assertThat(QUOTED.matcher(pattern).replaceAll("")).as(pattern).doesNotContain("'");
    }
  }

  @Test
  void noTextIsEmpty() throws IOException {
    for (String area : areas()) {
      assertThat(values(area)).as(area).doesNotContain("");
    }
  }

  private static Collection<Object> values(String area) throws IOException {
    List<Object> values = new ArrayList<>(texts(area, "en").values());
    values.addAll(texts(area, "es").values());
    return values;
  }

  /** The numbers of the arguments, with those inside of a choice. */
  private static List<String> arguments(String pattern) {
    String unquoted = QUOTED.matcher(pattern).replaceAll("");
    Stream<MatchResult> found = ARGUMENT.matcher(unquoted).results();
    return found.map(argument -> argument.group(1)).distinct().sorted().toList();
  }

  private static Properties texts(String area, String language) throws IOException {
    Properties texts = new Properties();
    try (Reader file =
        Files.newBufferedReader(FOLDER.resolve(area + "_" + language + ".properties"))) {
      texts.load(file);
    }
    return texts;
  }
}
