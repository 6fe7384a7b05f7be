package socketscope.export;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import socketscope.layout.Face;

/** The fonts of this machine for Java2D, and their widths. */
final class AwtFonts {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final Map<Face, Font> fonts = new EnumMap<>(Face.class);

  AwtFonts() {
    List<String> available =
        List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
    FontFamilies families = FontFamilies.usual();
    for (Face face : Face.values()) {
      String otherwise = face.monospaced() ? Font.MONOSPACED : Font.SANS_SERIF;
      String family = families.firstOf(available, face.monospaced(), otherwise);
      Font font = new Font(family, face.bold() ? Font.BOLD : Font.PLAIN, 1);
      fonts.put(face, font.deriveFont((float) face.size()));
    }
  }

  /** The font of a face at a text scale of 1. */
  Font font(Face face) {
    return fonts.get(face);
  }

  double width(String text, Face face) {
    return font(face).getStringBounds(text, CONTEXT).getWidth();
  }
}
