package socketscope.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import socketscope.diagram.Diagram;
import socketscope.layout.Ink;
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

  /**
   * The same cut between rows into pages, each with the names at its top.
   *
   * @param shape the height of a page by its width
   */
  public static List<BufferedImage> pages(
      Diagram diagram, LayoutOptions options, Palette palette, double resolution, double shape) {
    AwtFonts fonts = new AwtFonts();
    Picture picture = Layout.of(diagram, options.measuredBy(fonts::width));
    double height = picture.width() * shape;
    return Pages.of(picture, height - picture.headerHeight()).stream()
        .map(page -> page(picture, page, fonts, palette, resolution, height))
        .toList();
  }

  private static BufferedImage page(
      Picture picture,
      Pages.Page page,
      AwtFonts fonts,
      Palette palette,
      double resolution,
      double height) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(picture.width() * resolution),
            (int) Math.ceil(height * resolution),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.decode(palette.colors().get(Ink.SURFACE)));
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(resolution, resolution);
      Java2dPen pen = new Java2dPen(graphics, palette, fonts, picture);
      Sketch.header(picture, pen);
      graphics.translate(0, picture.headerHeight() - page.top());
      graphics.clip(
          new Rectangle2D.Double(0, page.top(), picture.width(), page.bottom() - page.top()));
      Sketch.ground(picture, pen);
      page.rows().forEach(row -> Sketch.row(row, pen));
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
