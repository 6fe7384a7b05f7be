package socketscope.export;

import java.util.ArrayList;
import java.util.List;
import socketscope.diagram.Diagram;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Picture;
import socketscope.layout.Picture.HeaderShape;
import socketscope.layout.Sketch;

/** A diagram as monospaced text. */
public final class TextDiagram {

  /** Wide enough for four lifelines with their labels. */
  public static final int USUAL_WIDTH = 148;

  private TextDiagram() {}

  /** Four lifelines at the usual width. */
  public static String of(Diagram diagram, DiagramWords words) {
    return of(diagram, LayoutOptions.cells(USUAL_WIDTH, words));
  }

  /** As the options say, which are those for cells. Lines end with {@code \n}. */
  public static String of(Diagram diagram, LayoutOptions options) {
    Picture picture = Layout.of(diagram, options);
    GridPen header = new GridPen((int) Math.ceil(picture.width()), 2);
    for (HeaderShape shape : picture.headers()) {
      header.labelAt(shape.name(), 0);
      header.labelAt(shape.kind(), 1);
    }
    GridPen body =
        new GridPen((int) Math.ceil(picture.width()), (int) Math.ceil(picture.bodyHeight()));
    Sketch.body(picture, _ -> "", body);
    List<String> lines = new ArrayList<>(header.lines());
    lines.addAll(body.linesThatSay());
    return String.join("\n", lines) + "\n";
  }
}
