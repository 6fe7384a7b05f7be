package socketscope.export;

import static socketscope.export.Xml.attribute;
import static socketscope.export.Xml.escape;
import static socketscope.export.Xml.number;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import socketscope.compare.Comparison;
import socketscope.compare.Stretch;
import socketscope.compare.Stretch.Verdict;
import socketscope.diagram.GapRow;
import socketscope.event.Event;
import socketscope.layout.Box;
import socketscope.layout.LayoutOptions.TextMeasure;
import socketscope.layout.Picture;
import socketscope.layout.RowShape;
import socketscope.layout.Sketch;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * Two experiments side by side as one HTML file that replays both in step, row by row, in any
 * browser and without any network. What differs is marked between them as soon as it is known.
 */
public final class HtmlComparison {

  /**
   * One of the two.
   *
   * @param title above its side
   * @param events in the order of time
   */
  public record Side(String title, List<Event> events) {

    /** Keeps a copy. */
    public Side {
      events = List.copyOf(events);
    }
  }

  private final Side left;
  private final Side right;
  private final Comparison comparison;
  private final ComparisonSides sides;
  private final DiagramWords diagramWords;
  private final ComparisonWords words;
  private final Language language;
  private final Texts texts;
  private final ZoneId zone;

  /** The stretches by the row with which it is known what is to be said of them. */
  private final Map<Integer, List<Stretch>> known = new HashMap<>();

  private HtmlComparison(Side left, Side right, boolean folded, Language language, ZoneId zone) {
    this.left = left;
    this.right = right;
    this.language = language;
    this.zone = zone;
    this.texts = Texts.of("export", language);
    this.words = ComparisonWords.in(language);
    this.diagramWords = DiagramWords.in(language);
    this.comparison = Comparison.of(left.events(), right.events());
    this.sides = ComparisonSides.of(comparison, folded, diagramWords, TextMeasure.fixed());
    KnownRows rows = new KnownRows(comparison);
    for (int i = 0; i < comparison.stretches().size(); i++) {
      known.computeIfAbsent(rows.of(i), _ -> new ArrayList<>()).add(comparison.stretches().get(i));
    }
  }

  /**
   * The page of two experiments.
   *
   * @param folded whether each side has two lifelines instead of four
   * @param zone for the date of the experiment
   */
  public static String of(Side left, Side right, boolean folded, Language language, ZoneId zone) {
    return new HtmlComparison(left, right, folded, language, zone).page();
  }

  private String page() {
    String title = left.title() + " | " + right.title();
    return new ReplayPage(language)
        .text("title", title)
        .made(left.events(), zone, count())
        .text("layout", "two")
        .text("steps", Integer.toString(comparison.rows()))
        .text("width", number(sides.width()))
        .markup("names", names())
        .markup("picture", body(title))
        .markup("told", told())
        .text("keys", texts.get("replay.keys") + " " + texts.get("replay.keys.beside"))
        .markup("list", list())
        .text(
            "transcript",
            String.join("\n", ComparisonText.of(comparison, left.title(), right.title(), language)))
        .html();
  }

  private String count() {
    return words.count(comparison.differing().size());
  }

  private SvgPen pen(double height, String name) {
    return new SvgPen(sides.width(), height, 1, ReplayPage.inks(), name);
  }

  private String names() {
    SvgPen pen = pen(sides.headerHeight(), texts.get("replay.names"));
    sides.titles(left.title(), right.title(), pen);
    names(sides.left(), 0, pen);
    names(sides.right(), sides.rightX(), pen);
    return pen.finish();
  }

  private static void names(Picture picture, double x, SvgPen pen) {
    pen.move(x, ComparisonSides.TITLE);
    Sketch.header(picture, pen);
    pen.end();
  }

  /** Three columns with as many rows: a diagram, the marks, a diagram. */
  private String body(String title) {
    Box whole = new Box(0, 0, sides.width(), sides.bodyHeight());
    SvgPen pen = pen(sides.bodyHeight(), title);
    pen.ground(whole);
    pen.curtain(whole);
    pen.rows(sides.left(), diagramWords::sentence);
    pen.move(sides.rightX(), 0);
    pen.rows(sides.right(), diagramWords::sentence);
    pen.end();
    pen.group("class", "rows");
    for (RowShape shape : sides.left().rows()) {
      marks(shape, pen);
    }
    pen.end();
    return pen.finish();
  }

  private void marks(RowShape shape, SvgPen pen) {
    List<Stretch> said = known.getOrDefault(shape.index(), List.of());
    pen.begin(String.join("\n", said.stream().map(words::line).toList()));
    double x = sides.left().width();
    pen.hold(new Box(x, shape.box().y(), ComparisonSides.GUTTER, shape.box().height()));
    for (Stretch stretch : said) {
      sides.mark(stretch.verdict(), stretch.row(), 0, pen);
    }
    pen.end();
  }

  /** In what the newest calls differ, with the way to the next, and what happened on each side. */
  private String told() {
    return "<div class=\"differing\">\n"
        + "<p class=\"told\" id=\"difference\" data-tells=\"difference\" aria-live=\"polite\">"
        + escape(count())
        + "</p>\n"
        + button("previous", "D", "M3 11l5-6 5 6")
        + button("next", "d", "M3 5l5 6 5-6")
        + "</div>\n<div class=\"side-told\">\n"
        + ReplayPage.told("left", left.title(), texts.get("replay.nothing"))
        + "</div>\n<div class=\"side-told\">\n"
        + ReplayPage.told("right", right.title(), texts.get("replay.nothing"))
        + "</div>\n";
  }

  private String button(String id, String key, String path) {
    String name = texts.get("replay." + id);
    return "<button type=\"button\""
        + attribute("id", id)
        + attribute("title", name + " (" + key + ")")
        + attribute("aria-label", name)
        + "><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path class=\"ring\""
        + attribute("d", path)
        + "/></svg></button>\n";
  }

  /** Both diagrams as one list that can be walked and read aloud. */
  private String list() {
    Map<Event, List<String>> leftHappened = ReplayPage.happened(left.events(), language);
    Map<Event, List<String>> rightHappened = ReplayPage.happened(right.events(), language);
    StringBuilder html = new StringBuilder();
    String difference = count();
    for (int i = 0; i < comparison.rows(); i++) {
      List<Stretch> said = known.getOrDefault(i, List.of());
      List<Stretch> different =
          said.stream().filter(stretch -> stretch.verdict() != Verdict.SAME).toList();
      boolean differs = !different.isEmpty();
      if (differs) {
        difference = different.stream().map(this::line).collect(Collectors.joining("; "));
      } else if (!said.isEmpty()) {
        difference = line(said.getLast());
      }
      RowShape ours = sides.left().rows().get(i);
      RowShape theirs = sides.right().rows().get(i);
      html.append("<li")
          .append(attribute("data-bottom", number(ours.box().y() + ours.box().height())))
          .append(attribute("data-left", happened(ours, leftHappened)))
          .append(attribute("data-right", happened(theirs, rightHappened)))
          .append(attribute("data-difference", difference))
          .append(differs ? " data-differs" : "")
          .append("><span>")
          .append(escape(sentence(ours)))
          .append("</span> <span>")
          .append(escape(sentence(theirs)))
          .append("</span></li>\n");
    }
    return html.toString();
  }

  private String line(Stretch stretch) {
    return ComparisonWords.mark(stretch.verdict()) + " " + words.line(stretch);
  }

  private String happened(RowShape shape, Map<Event, List<String>> happened) {
    return shape.row() instanceof GapRow
        ? texts.get("replay.gap")
        : String.join(" ", happened.getOrDefault(shape.row().event(), List.of()));
  }

  private String sentence(RowShape shape) {
    return shape.row() instanceof GapRow ? "—" : diagramWords.sentence(shape);
  }
}
