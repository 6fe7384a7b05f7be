package socketscope.ui.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.ui.wording.Words;

/** The bytes of a packet: offset, sixteen bytes a line in two groups, and the same as ASCII. */
final class HexView extends ListView<Integer> {

  /** How many bytes a line has. */
  static final int LINE = 16;

  private static final double LINE_HEIGHT = 22;

  private final List<HexLine> lines = new ArrayList<>();
  private final IntConsumer chosen;
  private byte[] bytes = {};
  private @Nullable Part lit;
  private int cursor;

  /**
   * @param chosen is told which byte is clicked, or come to with the keys
   */
  HexView(IntConsumer chosen, Words words) {
    this.chosen = chosen;
    getStyleClass().add("hex-view");
    setId("packet-hex");
    words.name(this, "packet.bytes");
    setFixedCellSize(LINE_HEIGHT);
    setCellFactory(_ -> line());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private HexLine line() {
    HexLine line = new HexLine(this);
    lines.add(line);
    return line;
  }

  /** Shows these bytes. */
  void show(Bytes shown) {
    bytes = shown.toArray();
    cursor = Math.clamp(cursor, 0, Math.max(0, bytes.length - 1));
    getItems()
        .setAll(IntStream.iterate(0, at -> at < bytes.length, at -> at + LINE).boxed().toList());
    lines.forEach(HexLine::draw);
  }

  /** Lights the bytes of a part, and none for null. */
  void light(@Nullable Part part) {
    if (lit != null) {
      getStyleClass().remove(lit.tint().styleClass());
    }
    lit = part;
    if (part != null) {
      getStyleClass().add(part.tint().styleClass());
      if (part.from() < part.end() && !part.touches(cursor)) {
        cursor = part.from();
        scrollTo(Math.max(0, cursor / LINE - 1));
      }
    }
    lines.forEach(HexLine::light);
  }

  /** Goes to a byte and tells so. */
  void choose(int index) {
    if (index >= 0 && index < bytes.length) {
      cursor = index;
      chosen.accept(index);
      lines.forEach(HexLine::light);
    }
  }

  private void key(KeyEvent event) {
    int wanted =
        switch (event.getCode()) {
          case LEFT -> cursor - 1;
          case RIGHT -> cursor + 1;
          case UP -> cursor - LINE;
          case DOWN -> cursor + LINE;
          case HOME -> 0;
          case END -> bytes.length - 1;
          default -> Integer.MIN_VALUE;
        };
    if (wanted != Integer.MIN_VALUE && !event.isShortcutDown() && !event.isAltDown()) {
      choose(wanted);
      scrollTo(Math.max(0, cursor / LINE - 1));
      event.consume();
    }
  }

  int length() {
    return bytes.length;
  }

  int value(int index) {
    return bytes[index] & 0xff;
  }

  boolean isLit(int index) {
    return lit != null && lit.touches(index);
  }

  boolean isCursor(int index) {
    return index == cursor;
  }
}
