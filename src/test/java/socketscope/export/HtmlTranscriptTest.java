package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.diagram.Experiments;
import socketscope.diagram.RandomEvents;
import socketscope.event.Event;
import socketscope.explain.Transcript;
import socketscope.text.Language;

class HtmlTranscriptTest {

  private static String plain(String page) {
    return page.replaceAll("<[^>]*>", "")
        .replace("&nbsp;", " ")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceOfTheTranscriptIsOnThePage(Language language) {
    for (int seed = 0; seed < 10; seed++) {
      List<Event> events = new RandomEvents(seed).list(80);
      Transcript.Account account = Transcript.of(language, ZoneOffset.UTC).account(events);
      String page = HtmlTranscript.of(Excerpt.of(events), language, ZoneOffset.UTC);
      assertThat(Pattern.compile("<li>").matcher(page).results().count())
          .isEqualTo(account.entries().size() + account.facts().size());
      String text = plain(page);
      account
          .entries()
          .forEach(entry -> {
            assertThat(text).contains(entry.said());
            entry.below().forEach(below -> assertThat(text).contains(below));
          });
    }
  }

  @Test
  void thePageSaysItsLanguageAndHasHeadingsAndNoScript() {
    String page =
        HtmlTranscript.of(Excerpt.of(Experiments.tcpEcho()), Language.SPANISH, ZoneOffset.UTC);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"es\">")
        .contains("<h1>", "<h2>Lo que pasó</h2>", "<ol>")
        .doesNotContain("<script", "http://", "https://");
  }
}
