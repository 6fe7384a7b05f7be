package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.Colors.Eyes;
import socketscope.diagram.Diagram;
import socketscope.diagram.PacketRow;
import socketscope.layout.Arrow;
import socketscope.layout.Ink;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.RowShape;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/** What packets mean can be told by their shape or their lightness, whatever eyes look at them. */
class ColorBlindnessTest {

  /** Lightness that can be told apart in lines as thin as these. */
  private static final double APART = 10;

  /** All of an arrow but its place and its colour. */
  private record Shape(Arrow.Shaft shaft, Arrow.Mark mark, long width) {

    static Shape of(Arrow arrow) {
      return new Shape(arrow.shaft(), arrow.mark(), Math.round(100 * arrow.width()));
    }
  }

  private static Map<Ink, Shape> packets() throws Exception {
    Map<Ink, Shape> shapes = new EnumMap<>(Ink.class);
    LayoutOptions options = LayoutOptions.screen(960, DiagramWords.in(Language.ENGLISH));
    for (String trace : List.of("captured-tcp.jsonl", "captured-refused.jsonl")) {
      Path file = Path.of("src/test/resources/socketscope/export", trace);
      for (RowShape row : Layout.of(Diagram.of(TraceReader.read(file).events()), options).rows()) {
        if (row.row() instanceof PacketRow && row.arrow() != null) {
          shapes.put(row.arrow().ink(), Shape.of(row.arrow()));
        }
      }
    }
    return shapes;
  }

  @ParameterizedTest
  @EnumSource
  void packetsCanBeToldApartByShapeOrLightness(Palette palette) throws Exception {
    Map<Ink, Shape> packets = packets();
    assertThat(packets.keySet())
        .isEqualTo(Set.of(Ink.HANDSHAKE, Ink.DATA, Ink.ACK, Ink.FIN, Ink.RST));
    packets.forEach((one, shape) ->
        packets.forEach((other, otherShape) -> {
          if (one.compareTo(other) < 0 && shape.equals(otherShape)) {
            assertApart(palette, one, other);
          }
        }));
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleStandsOutFromTheGround(Palette palette) {
    for (Ink ink : List.of(Ink.CALL, Ink.HANDSHAKE, Ink.DATA, Ink.ACK, Ink.FIN, Ink.RST)) {
      for (Eyes eyes : Eyes.values()) {
        assertThat(difference(palette, eyes, ink, Ink.SURFACE))
            .as("%s to %s", ink, eyes)
            .isGreaterThan(4 * APART);
      }
    }
  }

  private static void assertApart(Palette palette, Ink one, Ink other) {
    for (Eyes eyes : Eyes.values()) {
      assertThat(difference(palette, eyes, one, other))
          .as("%s and %s to %s", one, other, eyes)
          .isGreaterThan(APART);
    }
  }

  private static double difference(Palette palette, Eyes eyes, Ink one, Ink other) {
    Map<Ink, String> colors = palette.colors();
    return Math.abs(eyes.lightness(rgb(colors.get(one))) - eyes.lightness(rgb(colors.get(other))));
  }

  private static int rgb(String color) {
    return Integer.parseInt(color.substring(1), 16);
  }
}
