package socketscope.export;

import static socketscope.export.Xml.attribute;
import static socketscope.export.Xml.escape;
import static socketscope.export.Xml.number;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.explain.Transcript;
import socketscope.layout.Box;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Picture;
import socketscope.layout.RowShape;
import socketscope.layout.Sketch;
import socketscope.text.Language;
import socketscope.text.Texts;

/** An experiment as one HTML file that replays it in any browser, without any network. */
public final class HtmlReplay {

  private static final double WIDTH = 960;

  private final List<Event> events;
  private final OptionalLong origin;
  private final Picture picture;
  private final DiagramWords words;
  private final Language language;
  private final Texts texts;
  private final ZoneId zone;
  private final String title;

  private HtmlReplay(Excerpt excerpt, boolean folded, Language language, ZoneId zone) {
    this.events = excerpt.events();
    this.origin = excerpt.whole().origin();
    this.words = DiagramWords.in(language);
    this.picture =
        Layout.of(excerpt.diagram(), excerpt.in(LayoutOptions.screen(WIDTH, words).folded(folded)));
    this.language = language;
    this.texts = Texts.of("export", language);
    this.zone = zone;
    this.title =
        ExperimentStarted.among(events)
            .map(ExperimentStarted::title)
            .orElseGet(() -> texts.get("replay.untitled"));
  }

  /**
   * The page of an experiment.
   *
   * @param excerpt what is replayed of the experiment
   * @param folded whether a program and its kernel share one line
   * @param zone for the date of the experiment
   */
  public static String of(Excerpt excerpt, boolean folded, Language language, ZoneId zone) {
    return new HtmlReplay(excerpt, folded, language, zone).page();
  }

  private String page() {
    return new ReplayPage(language)
        .text("title", title)
        .made(events, zone, "")
        .text("layout", "one")
        .text("steps", Integer.toString(picture.rows().size()))
        .text("width", number(picture.width()))
        .markup("names", names())
        .markup("picture", body())
        .markup(
            "told",
            ReplayPage.told("happened", texts.get("replay.happened"), texts.get("replay.nothing")))
        .markup("list", list())
        .text(
            "transcript", String.join("\n", Transcript.of(language, zone).lines(events, 0, origin)))
        .html();
  }

  private SvgPen pen(double height, String name) {
    return new SvgPen(picture.width(), height, picture.metrics().scale(), ReplayPage.inks(), name);
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
    pen.rows(picture, words::sentence);
    return pen.finish();
  }

  /** The diagram as a list that can be walked and read aloud; each with what happened. */
  private String list() {
    Map<Event, List<String>> happened = ReplayPage.happened(events, language);
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
}
