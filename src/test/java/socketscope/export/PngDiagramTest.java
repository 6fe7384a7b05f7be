package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import socketscope.diagram.Diagram;
import socketscope.diagram.Experiments;
import socketscope.layout.Ink;
import socketscope.text.Language;

class PngDiagramTest {

  @Test
  void anImageHasTheColoursOfItsRolesAndCanBeReadBack() throws IOException {
    Diagram diagram = Diagram.of(Experiments.tcpEcho());
    DiagramWords words = DiagramWords.in(Language.SPANISH);
    BufferedImage image = PngDiagram.of(diagram, words, Palette.DARK, 2);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    PngDiagram.write(image, file);

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));

    assertThat(read.getWidth()).isEqualTo(1920);
    Set<Integer> colors = colors(read);
    for (Ink ink : new Ink[] {Ink.CALL, Ink.RST, Ink.DATA, Ink.STATE_ESTABLISHED, Ink.BLOCKED}) {
      int color = Integer.decode(Palette.DARK.colors().get(ink)) | 0xff000000;
      assertThat(colors).as(ink.toString()).contains(color);
    }
  }

  private static Set<Integer> colors(BufferedImage image) {
    Set<Integer> colors = new HashSet<>();
    for (int color :
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
      colors.add(color);
    }
    return colors;
  }
}
