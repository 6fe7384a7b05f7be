package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.diagram.Experiments;
import socketscope.diagram.RandomEvents;
import socketscope.event.Event;
import socketscope.text.Language;

class HtmlReplayTest {

  private static String page(List<Event> events) {
    return HtmlReplay.of(Excerpt.of(events), false, Language.ENGLISH, ZoneOffset.UTC);
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPlaceIsFilled(Language language) {
    String page = HtmlReplay.of(Excerpt.of(Experiments.tcpEcho()), false, language, ZoneOffset.UTC);

    assertThat(page).doesNotContain("{{").contains("lang=\"" + language.code() + "\"");
  }

  @Test
  void everyRowIsInTheListAndInThePicture() {
    for (int seed = 0; seed < 10; seed++) {
      List<Event> events = new RandomEvents(seed).list(100);
      int rows = Diagram.of(events).rows().size();
      String page = page(events);

      assertThat(count(page, "<li ")).isEqualTo(rows);
      assertThat(count(page, "class=\"row-ground\"")).isEqualTo(rows);
      assertThat(page).contains("max=\"" + rows + "\"");
    }
  }

  @Test
  void rowsSayWhatHappened() {
    String page = page(Experiments.tcpEcho());

    assertThat(page).contains("data-happened=\"");
    assertThat(Pattern.compile("data-happened=\"(.*?)\"").matcher(page).results())
        .extracting((MatchResult found) -> found.group(1))
        .allSatisfy(said -> assertThat(said).isNotBlank());
  }

  @Test
  void namesNoOtherPage() {
    String page = page(Experiments.tcpEcho()).replace("http://www.w3.org/2000/svg", "");

    assertThat(page).doesNotContain("http:", "https:", "src=", "href=", "url(/", "@import");
    assertThat(page).contains("default-src 'none'");
  }

  @Test
  void dataOfTheProgramsIsTextAndNoMarkup() {
    EventScript recording = new EventScript();
    recording.call("client#1", "send(5, \"</li><script>alert(1)</script>\", 0)", 10);

    assertThat(page(recording.events())).doesNotContain("<script>alert");
  }

  @Test
  void anExperimentOfWhichNothingIsKnownHasAPage() {
    assertThat(page(List.of())).contains("max=\"0\"");
  }
}
