package socketscope.export;

import static socketscope.export.Xml.attribute;
import static socketscope.export.Xml.escape;

import java.time.ZoneId;
import java.util.List;
import socketscope.explain.Transcript;
import socketscope.explain.Transcript.Account;
import socketscope.explain.Transcript.Entry;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * An experiment as a page to be read or heard (HTML Living Standard): headings, the facts, and a
 * numbered list with one sentence an event. It has no script, and asks for nothing over any
 * network.
 */
public final class HtmlTranscript {

  private HtmlTranscript() {}

  /**
   * The page of an experiment.
   *
   * @param excerpt what is told of the experiment
   * @param zone for the date of the experiment
   */
  public static String of(Excerpt excerpt, Language language, ZoneId zone) {
    Texts texts = Texts.of("export", language);
    Account account =
        Transcript.of(language, zone).account(excerpt.events(), excerpt.whole().origin());
    String title = account.title().isEmpty() ? texts.get("replay.untitled") : account.title();
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html");
    page.append(attribute("lang", language.code())).append(">\n<head>\n");
    page.append("<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\"");
    page.append(attribute("content", "default-src 'none'; style-src 'unsafe-inline'"));
    page.append(">\n<title>").append(escape(title)).append("</title>\n<style>\n");
    page.append(Resources.text("transcript.css")).append("</style>\n</head>\n<body>\n<main>\n");
    page.append("<h1>").append(escape(title)).append("</h1>\n");
    list(page, account.facts());
    page.append("<h2>").append(escape(texts.get("page.events"))).append("</h2>\n<ol>\n");
    account.entries().forEach(entry -> entry(page, entry));
    page.append("</ol>\n");
    if (!account.summary().isEmpty()) {
      page.append("<h2>").append(escape(texts.get("page.lesson"))).append("</h2>\n");
      page.append("<p>").append(escape(account.summary())).append("</p>\n");
    }
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void list(StringBuilder page, List<String> facts) {
    if (!facts.isEmpty()) {
      page.append("<ul>\n");
      facts.forEach(fact -> page.append("<li>").append(escape(fact)).append("</li>\n"));
      page.append("</ul>\n");
    }
  }

  private static void entry(StringBuilder page, Entry entry) {
    page.append("<li>");
    if (!entry.time().isEmpty()) {
      page.append("<span class=\"time\">").append(escape(entry.time())).append("&nbsp;s</span> ");
    }
    page.append(escape(entry.said()));
    entry.below().forEach(text -> page.append("\n<p>").append(escape(text)).append("</p>"));
    page.append("</li>\n");
  }
}
