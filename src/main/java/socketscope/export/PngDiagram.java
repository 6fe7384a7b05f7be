package socketscope.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import socketscope.diagram.Diagram;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Picture;
import socketscope.layout.Sketch;

/** A diagram as an image. No display is needed. */
public final class PngDiagram {

  private PngDiagram() {}

  /**
   * Draws four lifelines, 960 units wide.
   *
   * @param resolution pixels for each unit of the layout
   */
  public static BufferedImage of(
      Diagram diagram, DiagramWords words, Palette palette, double resolution) {
    return of(diagram, LayoutOptions.screen(960, words), palette, resolution);
  }

  /** As the options say, except that texts are measured in the fonts of the image. */
  public static BufferedImage of(
      Diagram diagram, LayoutOptions options, Palette palette, double resolution) {
    AwtFonts fonts = new AwtFonts();
    Picture picture = Layout.of(diagram, options.measuredBy(fonts::width));
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(picture.width() * resolution),
            (int) Math.ceil(picture.height() * resolution),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(resolution, resolution);
      Java2dPen pen = new Java2dPen(graphics, palette, fonts, picture);
      Sketch.header(picture, pen);
      graphics.translate(0, picture.headerHeight());
      Sketch.body(picture, _ -> "", pen);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** Writes an image as PNG; does not close the stream. */
  public static void write(BufferedImage image, OutputStream out) throws IOException {
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("no writer for PNG");
    }
  }
}
