package socketscope.ui.inspector;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import socketscope.event.Bytes;
import socketscope.ui.wording.Words;

/** The bytes that a call gave, as text and in hexadecimal; the first ones where they are many. */
final class ReceivedBytes extends VBox {

  private static final int LINE = 8;
  private static final int LINES = 32;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  ReceivedBytes(Bytes bytes, Words words) {
    getStyleClass().add("received-bytes");
    byte[] first = bytes.toArray(LINE * LINES);
    Label title = new Label(words.counted("inspector.bytes", bytes.length()));
    title.getStyleClass().add("caption");
    Label text = code(Bytes.copyOf(first) + (bytes.length() > first.length ? " …" : ""));
    text.setWrapText(true);
    Label digits = code(String.join("\n", dump(first)));
    digits.setId("received-hex");
    digits.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(title, text, digits);
    if (bytes.length() > first.length) {
      Label rest = new Label(words.get("inspector.bytes.first", first.length, bytes.length()));
      rest.getStyleClass().add("caption");
      getChildren().add(rest);
    }
  }

  private static Label code(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("code", "call-code");
    return label;
  }

  /** Lines of an offset, the digits, and the characters where they are printable ASCII. */
  private static List<String> dump(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += LINE) {
      int to = Math.min(from + LINE, bytes.length);
      StringBuilder characters = new StringBuilder();
      for (int i = from; i < to; i++) {
        characters.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
      }
      String digits = HEX.formatHex(bytes, from, to);
      int width = bytes.length > LINE ? 3 * LINE - 1 : digits.length();
      lines.add(String.format(Locale.ROOT, "%04x  %-" + width + "s  %s", from, digits, characters));
    }
    return lines;
  }
}
