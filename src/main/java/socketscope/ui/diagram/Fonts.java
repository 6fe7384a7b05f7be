package socketscope.ui.diagram;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import socketscope.export.FontFamilies;
import socketscope.layout.Face;

/** The fonts of the diagram on this machine, and their widths. */
final class Fonts {

  private final Map<Face, String> families = new EnumMap<>(Face.class);
  private final Map<Face, Map<String, Double>> widths = new EnumMap<>(Face.class);

  Fonts() {
    List<String> available = Font.getFamilies();
    FontFamilies usual = FontFamilies.usual();
    for (Face face : Face.values()) {
      String otherwise = face.monospaced() ? "Monospaced" : "System";
      families.put(face, usual.firstOf(available, face.monospaced(), otherwise));
      widths.put(face, new HashMap<>());
    }
  }

  Font font(Face face, double scale) {
    FontWeight weight = face.bold() ? FontWeight.BOLD : FontWeight.NORMAL;
    return Font.font(families.get(face), weight, face.size() * scale);
  }

  double width(String text, Face face) {
    Map<String, Double> known = widths.get(face);
    if (known.size() > 2000) {
      known.clear();
    }
    return known.computeIfAbsent(text, _ -> measure(text, face));
  }

  private double measure(String text, Face face) {
    Text node = new Text(text);
    node.setFont(font(face, 1));
    return node.getLayoutBounds().getWidth();
  }
}
