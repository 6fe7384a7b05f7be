package socketscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.event.TcpState;
import socketscope.layout.StateFigure.Spot;
import socketscope.layout.StateFigure.StateArrow;
import socketscope.layout.StateFigure.StateBox;
import socketscope.layout.StateFigure.StateWord;
import socketscope.state.Edge;

class StateFigureTest {

  /** A character of the small letters is this wide, in parts of the scale. */
  private static final double CHARACTER = 5.1;

  private static final double LETTER_HEIGHT = 7;

  private static Box around(StateWord word, double scale) {
    double width = word.text().length() * CHARACTER * scale;
    double x =
        switch (word.anchor()) {
          case START -> word.x();
          case MIDDLE -> word.x() - width / 2;
          case END -> word.x() - width;
        };
    return new Box(x, word.y() - LETTER_HEIGHT * scale, width, LETTER_HEIGHT * scale);
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }

  /** The pieces of an arrow, which run across or straight up and down, as boxes without width. */
  private static List<Box> pieces(StateArrow arrow) {
    List<Box> pieces = new ArrayList<>();
    for (int i = 1; i < arrow.spots().size(); i++) {
      Spot a = arrow.spots().get(i - 1);
      Spot b = arrow.spots().get(i);
      assertThat(a.x() == b.x() || a.y() == b.y()).as("%s bends squarely", arrow.edge()).isTrue();
      double x = Math.min(a.x(), b.x());
      double y = Math.min(a.y(), b.y());
      double thin = 0.001;
      pieces.add(new Box(x + thin, y + thin, Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())));
    }
    return pieces;
  }

  @ParameterizedTest
  @CsvSource({"658,150", "700,180", "900,170", "658,400", "1000,260", "1400,500", "300,90"})
  void nothingCoversAnything(double width, double height) {
    StateFigure figure = StateFigure.of(width, height);
    List<Box> boxes = figure.boxes().stream().map(StateBox::box).toList();
    List<Box> words = new ArrayList<>();
    for (StateArrow arrow : figure.arrows()) {
      for (StateWord word : arrow.words()) {
        Box place = around(word, figure.scale());
        assertThat(words)
            .as("%s: %s", arrow.edge(), word)
            .noneMatch(other -> overlap(place, other));
        assertThat(boxes).as("%s: %s", arrow.edge(), word).noneMatch(box -> overlap(place, box));
        assertThat(place.x() >= 0 && place.right() <= figure.width()).as("%s", word).isTrue();
        assertThat(place.y() >= 0 && place.bottom() <= figure.height()).as("%s", word).isTrue();
        words.add(place);
      }
    }
    for (StateArrow arrow : figure.arrows()) {
      for (Box piece : pieces(arrow)) {
        assertThat(words)
            .as("%s over a word", arrow.edge())
            .noneMatch(word -> overlap(piece, word));
        for (StateArrow other : figure.arrows()) {
          assertThat(other != arrow && pieces(other).stream().anyMatch(p -> overlap(piece, p)))
              .as("%s crosses %s", arrow.edge(), other.edge())
              .isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"658,150", "1400,500"})
  void everyStateAndEveryArrowIsThereAndAnArrowTouchesItsTwoBoxesOnly(double width, double height) {
    StateFigure figure = StateFigure.of(width, height);

    for (TcpState state : TcpState.values()) {
      assertThat(figure.box(state, false).state()).isEqualTo(state);
    }
    assertThat(figure.box(TcpState.CLOSED, true).end()).isTrue();
    for (Edge edge : Edge.values()) {
      StateArrow arrow = figure.arrow(edge).orElseThrow();
      assertThat(touched(figure, arrow.spots().getFirst())).isEqualTo(edge.from());
      assertThat(touched(figure, arrow.spots().getLast())).isEqualTo(edge.to());
      for (StateBox box : figure.boxes()) {
        assertThat(pieces(arrow)).noneMatch(piece -> overlap(shrunk(box.box()), piece));
      }
    }
  }

  private static Box shrunk(Box box) {
    return new Box(box.x() + 0.1, box.y() + 0.1, box.width() - 0.2, box.height() - 0.2);
  }

  private static TcpState touched(StateFigure figure, Spot spot) {
    return figure.boxes().stream()
        .filter(box ->
            spot.x() >= box.box().x() - 0.1
                && spot.x() <= box.box().right() + 0.1
                && spot.y() >= box.box().y() - 0.1
                && spot.y() <= box.box().bottom() + 0.1)
        .map(StateBox::state)
        .findFirst()
        .orElseThrow();
  }
}
