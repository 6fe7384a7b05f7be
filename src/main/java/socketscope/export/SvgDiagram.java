package socketscope.export;

import socketscope.diagram.Diagram;
import socketscope.layout.Box;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Picture;
import socketscope.layout.Sketch;

/** A diagram as a stand-alone SVG 1.1 file. Every row is a group with a sentence as its title. */
public final class SvgDiagram {

  private SvgDiagram() {}

  /** Four lifelines, 960 pixels wide. */
  public static String of(Diagram diagram, DiagramWords words, Palette palette, String title) {
    return of(diagram, LayoutOptions.screen(960, words), words, palette, title);
  }

  /** As the options say. */
  public static String of(
      Diagram diagram, LayoutOptions options, DiagramWords words, Palette palette, String title) {
    Picture picture = Layout.of(diagram, options);
    double scale = picture.metrics().scale();
    SvgPen pen = new SvgPen(picture.width(), picture.height(), scale, palette.colors(), title);
    pen.ground(new Box(0, 0, picture.width(), picture.height()));
    Sketch.header(picture, pen);
    pen.lower(picture.headerHeight());
    Sketch.body(picture, words::sentence, pen);
    pen.end();
    return pen.finish();
  }
}
