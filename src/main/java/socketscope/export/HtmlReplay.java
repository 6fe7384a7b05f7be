package socketscope.export;

import static socketscope.export.Xml.attribute;
import static socketscope.export.Xml.escape;
import static socketscope.export.Xml.number;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketscope.diagram.Diagram;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.explain.Sentences;
import socketscope.explain.Transcript;
import socketscope.layout.Box;
import socketscope.layout.Ink;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Picture;
import socketscope.layout.RowShape;
import socketscope.layout.Sketch;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * An experiment as one HTML file that replays it in any browser (HTML Living Standard): play,
 * pause, step, slider, keys. It asks for nothing over any network, and forbids itself to.
 */
public final class HtmlReplay {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private static final double WIDTH = 960;

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
          "happened",
          "nothing",
          "events",
          "keys",
          "transcript-title");

  private final List<Event> events;
  private final Picture picture;
  private final DiagramWords words;
  private final Language language;
  private final Texts texts;
  private final ZoneId zone;
  private final String title;

  private HtmlReplay(List<Event> events, boolean folded, Language language, ZoneId zone) {
    this.events = events;
    this.words = DiagramWords.in(language);
    this.picture = Layout.of(Diagram.of(events), LayoutOptions.screen(WIDTH, words).folded(folded));
    this.language = language;
    this.texts = Texts.of("export", language);
    this.zone = zone;
    this.title =
        experiment().map(ExperimentStarted::title).orElseGet(() -> texts.get("replay.untitled"));
  }

  /**
   * The page of an experiment.
   *
   * @param events in the order of time
   * @param folded whether a program and its kernel share one line
   * @param zone for the date of the experiment
   */
  public static String of(List<Event> events, boolean folded, Language language, ZoneId zone) {
    return new HtmlReplay(events, folded, language, zone).page();
  }

  private Optional<ExperimentStarted> experiment() {
    return ExperimentStarted.among(events);
  }

  private String page() {
    Map<String, String> parts = new HashMap<>();
    parts.put("language", language.code());
    parts.put("generator", experiment().map(ExperimentStarted::application).orElse("Socketscope"));
    parts.put("title", escape(title));
    parts.put("made", escape(made()));
    parts.put("steps", Integer.toString(picture.rows().size()));
    parts.put("width", number(picture.width()));
    parts.put("colors", colors());
    parts.put("style", Resources.text("replay.css"));
    parts.put("script", Resources.text("replay.js"));
    parts.put("names", names());
    parts.put("picture", body());
    parts.put("list", list());
    parts.put("transcript", escape(transcript()));
    for (String word : WORDS) {
      parts.put(word, escape(texts.get("replay." + word)));
    }
    return PLACE
        .matcher(Resources.text("replay.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private String made() {
    return experiment()
        .map(started ->
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(language.locale())
                    .format(started.wallClock().atZone(zone))
                + " · "
                + started.system()
                + " · "
                + started.application())
        .orElse("");
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

  private static Map<Ink, String> variables() {
    Map<Ink, String> variables = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      variables.put(ink, "var(--" + ink.token() + ")");
    }
    return variables;
  }

  private SvgPen pen(double height, String name) {
    return new SvgPen(picture.width(), height, picture.metrics().scale(), variables(), name);
  }

  private String names() {
    SvgPen pen = pen(picture.headerHeight(), texts.get("replay.names"));
    Sketch.header(picture, pen);
    return pen.finish();
  }

  private String body() {
    Box whole = new Box(0, 0, picture.width(), picture.bodyHeight());
    SvgPen pen = pen(picture.bodyHeight(), title);
    pen.ground(whole);
    pen.curtain(whole);
    pen.group("clip-path", "url(#now)");
    Sketch.ground(picture, pen);
    pen.end();
    pen.group("class", "rows");
    for (RowShape shape : picture.rows()) {
      pen.begin(words.sentence(shape));
      pen.hold(shape.box());
      Sketch.row(shape, pen);
      pen.end();
    }
    pen.end();
    return pen.finish();
  }

  /** The diagram as a list that can be walked and read aloud; each with what happened. */
  private String list() {
    Map<Event, List<String>> happened = happened();
    StringBuilder html = new StringBuilder();
    for (RowShape shape : picture.rows()) {
      String said = String.join(" ", happened.getOrDefault(shape.row().event(), List.of()));
      html.append("<li")
          .append(attribute("data-bottom", number(shape.box().y() + shape.box().height())))
          .append(attribute("data-happened", said))
          .append('>')
          .append(escape(words.sentence(shape)))
          .append("</li>\n");
    }
    return html.toString();
  }

  private Map<Event, List<String>> happened() {
    List<List<String>> all = Sentences.of(language).allHappened(events);
    Map<Event, List<String>> happened = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      happened.put(events.get(i), all.get(i));
    }
    return happened;
  }

  private String transcript() {
    return String.join("\n", Transcript.of(language, zone).lines(events));
  }
}
