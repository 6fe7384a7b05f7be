package socketscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.Experiments;
import socketscope.diagram.Lifeline;
import socketscope.diagram.RandomEvents;
import socketscope.export.DiagramWords;
import socketscope.layout.LayoutOptions.Extent;
import socketscope.layout.Picture.ActivationShape;
import socketscope.text.Language;

class LayoutTest {

  private static final DiagramWords WORDS = DiagramWords.in(Language.SPANISH);

  private record Placed(String text, Box box) {}

  private static List<Placed> placed(Picture picture) {
    List<Placed> all = new ArrayList<>();
    for (RowShape row : picture.rows()) {
      all.add(placed(row.time(), picture));
      row.labels().forEach(label -> all.add(placed(label, picture)));
      row.tags().forEach(tag -> all.add(new Placed(tag.label().text(), tag.box())));
      if (row.note() != null) {
        all.add(new Placed(row.note().label().text(), row.note().box()));
      }
    }
    all.removeIf(one -> one.text().isEmpty());
    return all;
  }

  /** The ink of a line of text, which is less than the height of its line. */
  private static Placed placed(Label label, Picture picture) {
    double size = label.face().size() * picture.metrics().scale();
    return new Placed(
        label.text(), new Box(label.left(), label.y() - 0.74 * size, label.width(), 0.95 * size));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 765, 1, false", "2, 765, 1, true", "3, 400, 1, false", "4, 400, 2.5, true",
    "5, 1600, 0.8, false", "6, 1600, 2.5, false", "7, 1000, 1.5, true", "8, 1200, 1, false",
    "9, 2000, 1, true", "10, 900, 1.2, false"
  })
  void textsNeitherOverlapNorAreCut(long seed, double width, double scale, boolean folded) {
    Diagram diagram = Diagram.of(new RandomEvents(seed).list(150));
    LayoutOptions options =
        LayoutOptions.screen(width, WORDS).sized(Metrics.screen(scale)).folded(folded);
    Picture picture = Layout.of(diagram, options);
    List<Placed> all = placed(picture);
    assertThat(all).hasSizeGreaterThan(80);
    for (int i = 0; i < all.size(); i++) {
      Placed one = all.get(i);
      assertThat(one.box().x()).as(one.text()).isGreaterThanOrEqualTo(0);
      assertThat(one.box().right()).as(one.text()).isLessThanOrEqualTo(picture.width());
      for (Placed other : all.subList(i + 1, all.size())) {
        assertThat(one.box().overlaps(other.box())).as("%s and %s", one, other).isFalse();
      }
    }
  }

  @Test
  void labelsOfBlockedCallsKeepClearOfEverything() {
    for (List<socketscope.event.Event> events :
        List.of(Experiments.tcpEcho(), Experiments.refusedAndKilled())) {
      Picture picture = Layout.of(Diagram.of(events), LayoutOptions.screen(765, WORDS));
      for (ActivationShape activation : picture.activations()) {
        assertThat(activation.labels()).isNotEmpty();
        for (Label label : activation.labels()) {
          assertThat(label.text()).as("in full").isEqualTo(label.full());
          Placed set = placed(label, picture);
          assertThat(placed(picture)).noneMatch(other -> other.box().overlaps(set.box()));
        }
      }
    }
  }

  @Test
  void aPartOfTheRowsIsPlacedAsInTheWhole() {
    Diagram diagram = Diagram.of(new RandomEvents(5).list(500));
    LayoutOptions options = LayoutOptions.screen(900, WORDS);
    Picture whole = Layout.of(diagram, options);

    Picture part =
        Layout.of(diagram, options.extending(new Extent(40, 60, diagram.rows().size(), 0)));

    assertThat(part.rows()).isEqualTo(whole.rows().subList(40, 60));
    assertThat(part.bodyHeight()).isEqualTo(whole.bodyHeight());
    assertThat(part.bands()).hasSizeLessThan(whole.bands().size());
    double low = part.rows().getLast().box().bottom() + 2 * part.metrics().row();
    assertThat(part.bands()).allMatch(band -> band.box().bottom() <= low);
  }

  @Test
  void nothingOfRowsAfterTheEndIsThere() {
    Diagram diagram = Diagram.of(Experiments.tcpEcho());
    LayoutOptions options = LayoutOptions.screen(900, WORDS).extending(new Extent(0, 99, 5, 0));
    Picture picture = Layout.of(diagram, options);

    assertThat(picture.rows()).hasSize(5);
    assertThat(picture.activations()).isEmpty();
    assertThat(picture.bands()).hasSize(1);
  }

  @Test
  void foldingLeavesOneLineForEachProgram() {
    Diagram diagram = Diagram.of(Experiments.tcpEcho());
    LayoutOptions options = LayoutOptions.screen(900, WORDS);

    assertThat(Layout.of(diagram, options).stems()).hasSize(4);
    assertThat(Layout.of(diagram, options.folded(true)).stems())
        .extracting(stem -> stem.lifeline().kind())
        .containsExactly(Lifeline.Kind.KERNEL, Lifeline.Kind.KERNEL);
  }

  @Test
  void callsGoToTheKernelAndAnswersComeBackDashed() {
    Diagram diagram = Diagram.of(Experiments.tcpEcho());
    Picture picture = Layout.of(diagram, LayoutOptions.screen(900, WORDS));
    Arrow connect = picture.rows().get(7).arrow();
    Arrow answer = picture.rows().get(8).arrow();
    Arrow failed = picture.rows().getLast().answer();

    assertThat(connect.x1()).isLessThan(connect.x2());
    assertThat(connect.shaft()).isEqualTo(Arrow.Shaft.SOLID);
    assertThat(answer.x1()).isEqualTo(connect.x2());
    assertThat(answer.x2()).isEqualTo(connect.x1());
    assertThat(answer.shaft()).isEqualTo(Arrow.Shaft.DASHED);
    assertThat(failed.x2()).as("the error comes back").isEqualTo(connect.x1());
    assertThat(failed.mark()).isEqualTo(Arrow.Mark.CROSS);
    assertThat(failed.ink()).isEqualTo(Ink.RST);
  }

  @Test
  void anEmptyDiagramHasARoomOfItsOwn() {
    Picture picture = Layout.of(Diagram.EMPTY, LayoutOptions.screen(500, WORDS));

    assertThat(picture.width()).isEqualTo(500);
    assertThat(picture.rows()).isEmpty();
  }
}
