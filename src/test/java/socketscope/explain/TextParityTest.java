package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Function;
import socketscope.event.PacketInferred;
import socketscope.event.Place;
import socketscope.event.TcpState;
import socketscope.packet.Happening;
import socketscope.text.Language;
import socketscope.text.Texts;

/** Both languages say the same, with the same values, and nothing that is never said. */
class TextParityTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]+");

  @ParameterizedTest
  @ValueSource(strings = {"errno", "explain"})
  void bothLanguagesHaveTheSameKeysAndArguments(String area) {
    Properties english = Bundle.of(area, Language.ENGLISH);
    Properties spanish = Bundle.of(area, Language.SPANISH);
    assertThat(Bundle.keys(area, Language.SPANISH)).isEqualTo(Bundle.keys(area, Language.ENGLISH));
    for (String key : Bundle.keys(area, Language.ENGLISH)) {
      assertThat(arguments(spanish.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key)));
      assertThat(spanish.getProperty(key)).as(key).isNotBlank();
    }
  }

  /** MessageFormat swallows what stands after a single apostrophe. */
  @ParameterizedTest
  @ValueSource(strings = {"errno", "explain"})
  void apostrophesAreWrittenTwice(String area) {
    for (Language language : Language.values()) {
      Properties texts = Bundle.of(area, language);
      for (String key : Bundle.keys(area, language)) {
        String text = texts.getProperty(key);
        assertThat(text.replace("''", "")).as(key).doesNotContain("'");
        assertThat(new MessageFormat(text).toPattern()).as(key).isNotEmpty();
      }
    }
  }

  @Test
  void callsAndStatesHaveAllTheirTexts() {
    for (Language language : Language.values()) {
      Texts texts = Texts.of("explain", language);
      for (Function function : Function.values()) {
        assertThat(CallDescription.of(language).does(function)).isNotBlank();
        assertThat(CallDescription.of(language).summary(function)).isNotBlank();
        assertThat(CallDescription.of(language).returns(function)).isNotBlank();
        assertThat(CallDescription.prototype(function)).contains(" " + function.cName() + "(");
      }
      for (Happening happening : Happening.values()) {
        assertThat(texts.has("packet." + happening)).as(happening.name()).isTrue();
      }
      for (PacketInferred.Kind kind : PacketInferred.Kind.values()) {
        assertThat(texts.has("inferred.kind." + kind)).as(kind.name()).isTrue();
        assertThat(texts.has("inferred.does." + kind)).as(kind.name()).isTrue();
      }
      for (TcpState state : TcpState.values()) {
        assertThat(texts.has("state." + state)).as(state.name()).isTrue();
      }
    }
  }

  @Test
  void noTextIsUnused() throws IOException {
    String code = code();
    assertThat(Bundle.keys("explain", Language.ENGLISH))
        .filteredOn(key -> !code.contains('"' + key + '"'))
        .filteredOn(key -> !built(key, code))
        .isEmpty();
  }

  /** Keys that are put together: their first part stands in the code, and their last part too. */
  private static boolean built(String key, String code) {
    if (key.matches("packet\\.[A-Z_]+")) {
      return Stream.of(Happening.values()).anyMatch(what -> key.equals("packet." + what));
    }
    if (key.matches("inferred\\.(kind|does)\\.[A-Z_]+")) {
      return Stream.of(PacketInferred.Kind.values()).anyMatch(kind -> key.endsWith("." + kind));
    }
    if (key.matches("(phrase|call)\\..*")) {
      return Stream.of(Function.values()).anyMatch(f -> key.contains("." + f.cName()));
    }
    if (key.matches("service\\.(one|each)\\.next")) {
      return code.contains("\"service.\"") && code.contains("\".next\"");
    }
    if (key.startsWith("state.")) {
      return Stream.of(TcpState.values()).anyMatch(state -> key.equals("state." + state));
    }
    if (key.startsWith("place.")) {
      return Stream.of(Place.values()).anyMatch(place -> key.equals("place." + place));
    }
    int dot = key.lastIndexOf('.');
    String stem = key.substring(0, dot);
    String last = key.substring(dot + 1);
    boolean start = code.contains('"' + stem + ".\"") || code.contains('"' + stem + '"');
    boolean end = code.contains("\"." + last + '"') || code.contains('"' + last + '"');
    boolean queue = key.matches("observed\\.un(read|sent)\\.none");
    return queue || start && end;
  }

  private static String code() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/socketscope/explain"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
