package socketscope.export;

import static socketscope.export.Xml.attribute;
import static socketscope.export.Xml.escape;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.explain.Sentences;
import socketscope.layout.Ink;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * A page that replays rows (HTML Living Standard): play, pause, step, slider, keys. It asks for
 * nothing over any network, and forbids itself to.
 */
final class ReplayPage {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  /** The texts of the page, by the names of their places. */
  private static final List<String> WORDS =
      List.of(
          "controls",
          "first",
          "back",
          "play",
          "pause",
          "forward",
          "last",
          "moment",
          "speed",
          "theme",
          "diagram",
          "events",
          "keys",
          "transcript-title");

  private final Language language;
  private final Map<String, String> parts = new HashMap<>();

  /** A page in that language, of which nothing but its controls is there yet. */
  ReplayPage(Language language) {
    this.language = language;
    Texts texts = Texts.of("export", language);
    WORDS.forEach(word -> text(word, texts.get("replay." + word)));
    text("language", language.code());
    markup("colors", colors());
    markup("style", Resources.text("replay.css"));
    markup("script", Resources.text("replay.js"));
  }

  /** Puts a text in its place, in place of what was there. */
  ReplayPage text(String place, String text) {
    return markup(place, escape(text));
  }

  /** Puts elements in their place, in place of what was there. */
  ReplayPage markup(String place, String html) {
    parts.put(place, html);
    return this;
  }

  /** What made it, and when, where that is known. */
  ReplayPage made(List<Event> events, ZoneId zone, String before) {
    String made = ExperimentStarted.among(events).map(started -> made(started, zone)).orElse("");
    text(
        "generator",
        ExperimentStarted.among(events).map(ExperimentStarted::application).orElse("Socketscope"));
    return text("made", before + (before.isEmpty() || made.isEmpty() ? "" : " · ") + made);
  }

  private String made(ExperimentStarted started, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(language.locale())
            .format(started.wallClock().atZone(zone))
        + " · "
        + started.system()
        + " · "
        + started.application();
  }

  /**
   * An element that tells of the row that was shown last.
   *
   * @param name its id; the rows' words for it are in their attribute {@code data-NAME}
   * @param heading above it
   * @param nothing what it says before the first row
   */
  static String told(String name, String heading, String nothing) {
    return "<h2"
        + attribute("id", name + "-title")
        + ">"
        + escape(heading)
        + "</h2>\n<p class=\"told\" aria-live=\"polite\""
        + attribute("id", name)
        + attribute("data-tells", name)
        + attribute("aria-labelledby", name + "-title")
        + ">"
        + escape(nothing)
        + "</p>\n";
  }

  /** What is to be said of each event. */
  static Map<Event, List<String>> happened(List<Event> events, Language language) {
    List<List<String>> all = Sentences.of(language).allHappened(events);
    Map<Event, List<String>> happened = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      happened.put(events.get(i), all.get(i));
    }
    return happened;
  }

  /** The page, when all of its places are filled. */
  String html() {
    return PLACE
        .matcher(Resources.text("replay.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  /** Light and dark, as the system says or the reader chooses. */
  private static String colors() {
    String light = declarations(Palette.LIGHT);
    String dark = declarations(Palette.DARK);
    return ":root { color-scheme: light; "
        + light
        + "}\n"
        + "@media (prefers-color-scheme: dark) { :root { color-scheme: dark; "
        + dark
        + "} }\n"
        + ":root[data-theme=light] { color-scheme: light; "
        + light
        + "}\n"
        + ":root[data-theme=dark] { color-scheme: dark; "
        + dark
        + "}\n";
  }

  private static String declarations(Palette palette) {
    StringBuilder css = new StringBuilder();
    palette.colors().forEach((ink, color) -> css.append("--" + ink.token() + ": " + color + "; "));
    return css.toString();
  }

  /** The colours of pictures in the page. */
  static Map<Ink, String> inks() {
    Map<Ink, String> variables = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      variables.put(ink, "var(--" + ink.token() + ")");
    }
    return variables;
  }
}
