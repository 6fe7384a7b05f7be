package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.event.Event;
import socketscope.text.Language;

/** Whole experiments in words, beside texts that people have read and found right. */
class ApprovedTextTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyEventOfTheTcpExchangeIsExplained(Language language) throws IOException {
    approve("tcp-happened", language, happened(Plays.tcp(), language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyEventOfTheUdpExchangeIsExplained(Language language) throws IOException {
    approve("udp-happened", language, happened(Plays.udp(), language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theTcpTranscriptIsComplete(Language language) throws IOException {
    approve("tcp-transcript", language, transcript(Plays.tcp(), language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theUdpTranscriptIsComplete(Language language) throws IOException {
    approve("udp-transcript", language, transcript(Plays.udp(), language));
  }

  private static String transcript(Play play, Language language) {
    return joined(Transcript.of(language, ZoneOffset.UTC).lines(play.events()));
  }

  private static String happened(Play play, Language language) {
    Sentences sentences = Sentences.of(language);
    List<Event> events = play.events();
    List<String> text = new ArrayList<>();
    for (int end = 1; end <= events.size(); end++) {
      text.add("* " + sentences.line(events.subList(0, end)));
      sentences.happened(events.subList(0, end)).forEach(sentence -> text.add("    " + sentence));
    }
    return joined(text);
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private static void approve(String name, Language language, String text) throws IOException {
    String file = name + "_" + language.code() + ".txt";
    try (InputStream approved = ApprovedTextTest.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(approved, file).readAllBytes();
      assertThat(text).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
