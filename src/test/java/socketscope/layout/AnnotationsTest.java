package socketscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.diagram.Annotation;
import socketscope.diagram.Diagram;
import socketscope.diagram.Experiments;
import socketscope.diagram.Filter;
import socketscope.diagram.Look;
import socketscope.diagram.RandomEvents;
import socketscope.event.Event;
import socketscope.event.NoteWritten;
import socketscope.export.DiagramWords;
import socketscope.export.Palette;
import socketscope.export.SvgDiagram;
import socketscope.export.TextDiagram;
import socketscope.layout.RowShape.Tag;
import socketscope.text.Language;

class AnnotationsTest {

  private static final DiagramWords WORDS = DiagramWords.in(Language.ENGLISH);

  private record Placed(String text, Box box) {}

  /** A note about every row. */
  private static Diagram noted(List<? extends Event> events, String text) {
    List<Event> all = new ArrayList<>(events);
    Diagram.of(events).rows().forEach(row -> all.add(NoteWritten.about(row.event(), text)));
    return Diagram.of(all);
  }

  private static Placed placed(Label label, Picture picture) {
    double size = label.face().size() * picture.metrics().scale();
    return new Placed(
        label.text(), new Box(label.left(), label.y() - 0.74 * size, label.width(), 0.95 * size));
  }

  private static List<Placed> others(Picture picture) {
    List<Placed> all = new ArrayList<>();
    for (RowShape row : picture.rows()) {
      all.add(placed(row.time(), picture));
      row.labels().forEach(label -> all.add(placed(label, picture)));
      row.tags().forEach(tag -> all.add(new Placed(tag.label().text(), tag.box())));
      if (row.note() != null) {
        all.add(new Placed(row.note().label().text(), row.note().box()));
      }
    }
    picture
        .activations()
        .forEach(bar -> bar.labels().forEach(label -> all.add(placed(label, picture))));
    all.removeIf(one -> one.text().isEmpty());
    return all;
  }

  private static void keepClear(Picture picture) {
    List<Placed> others = others(picture);
    for (RowShape row : picture.rows()) {
      Tag note = row.annotation();
      assertThat(note).isNotNull();
      assertThat(note.box().x()).isGreaterThanOrEqualTo(0);
      assertThat(note.box().right()).isLessThanOrEqualTo(picture.width());
      for (Placed other : others) {
        assertThat(note.box().overlaps(other.box())).as("%s and %s", note, other).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 765, 1, false", "2, 765, 1, true", "3, 400, 1, false", "4, 400, 2.5, true",
    "5, 1600, 0.8, false", "6, 1600, 2.5, false", "7, 1000, 1.5, true", "8, 1920, 2.7, false"
  })
  void notesOverlapNothingThatIsWritten(long seed, double width, double scale, boolean folded) {
    LayoutOptions options =
        LayoutOptions.screen(width, WORDS).sized(Metrics.screen(scale)).folded(folded);
    for (String text :
        List.of("Here", "A note that is much longer than there is any room for it")) {
      keepClear(Layout.of(noted(new RandomEvents(seed).list(150), text), options));
      keepClear(Layout.of(noted(Experiments.tcpEcho(), text), options));
      keepClear(Layout.of(noted(Experiments.refusedAndKilled(), text), options));
    }
  }

  @Test
  void namesOfStatesThatFaceEachOtherInAFoldedPictureDoNotOverlap() {
    LayoutOptions options = LayoutOptions.screen(1100, WORDS).sized(Metrics.screen(2)).folded(true);
    Picture picture = Layout.of(Diagram.of(Experiments.tcpEcho()), options);
    List<Placed> all = others(picture);
    for (Placed one : all) {
      assertThat(all.stream().filter(other -> other.box().overlaps(one.box())))
          .containsExactly(one);
    }
  }

  @Test
  void aShortNoteIsShownWholeAndALongOneEndsInAnEllipsis() {
    LayoutOptions options = LayoutOptions.screen(960, WORDS);
    assertThat(Layout.of(noted(Experiments.tcpEcho(), "Look here"), options).rows())
        .allSatisfy(row -> assertThat(row.annotation().label().text()).isEqualTo("Look here"));
    assertThat(Layout.of(noted(Experiments.tcpEcho(), "long ".repeat(99)), options).rows())
        .allSatisfy(row -> {
          assertThat(row.annotation().label().text()).endsWith("…");
          assertThat(row.annotation().label().full()).isEqualTo("long ".repeat(99));
        });
  }

  @Test
  void theLastNoteAboutAnEventCountsAndAnEmptyOneTakesItAway() {
    List<Event> events = new ArrayList<>(Experiments.tcpEcho());
    Event first = Diagram.of(events).rows().getFirst().event();
    events.add(NoteWritten.about(first, "one"));
    events.add(NoteWritten.about(first, "two"));
    assertThat(Diagram.of(events).annotations()).containsExactly(new Annotation(0, "two"));
    assertThat(NoteWritten.about(events, first)).contains("two");
    events.add(NoteWritten.about(first, ""));
    assertThat(Diagram.of(events).annotations()).isEmpty();
    assertThat(NoteWritten.about(events, first)).isEmpty();
  }

  @Test
  void aNoteComesRightAfterItsEvent() {
    List<Event> events = new ArrayList<>(Experiments.tcpEcho());
    Event fourth = events.get(3);
    events.add(NoteWritten.about(fourth, "here"));
    assertThat(events.stream().sorted().toList().get(4)).isInstanceOf(NoteWritten.class);
    assertThat(events.reversed().stream().sorted().toList().get(4)).isInstanceOf(NoteWritten.class);
  }

  @Test
  void aFilterTakesTheNotesOfHiddenRowsWithThem() {
    Diagram all = noted(Experiments.tcpEcho(), "x");
    Diagram left = Filter.NONE.hidingAcks(true).over(all, Experiments.tcpEcho());
    assertThat(left.annotations()).hasSameSizeAs(left.rows());
    assertThat(left.rows()).noneMatch(row -> row.look() == Look.ACK);
  }

  @Test
  void notesAreInThePictureAndInTheText() {
    Diagram diagram = noted(Experiments.tcpEcho(), "Look");
    assertThat(SvgDiagram.of(diagram, WORDS, Palette.LIGHT, "title"))
        .contains("Note: Look</title>")
        .contains(">Look</text>");
    assertThat(TextDiagram.of(diagram, WORDS)).contains("[Look]");
  }
}
