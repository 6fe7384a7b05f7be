package socketscope.export;

import socketscope.diagram.Diagram;
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
    SvgPen pen = new SvgPen(picture, palette, title);
    Sketch.header(picture, pen);
    pen.beginBody(picture.headerHeight());
    Sketch.body(picture, words::sentence, pen);
    pen.end();
    return pen.finish();
  }
}
