package socketscope.ui.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Sixteen bytes of a packet. */
final class HexLine extends ListCell<Integer> {

  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
  private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");

  private final HexView view;
  private final Label offset = label("hex-offset");
  private final List<Label> digits = new ArrayList<>();
  private final List<Label> characters = new ArrayList<>();
  private final HBox line = new HBox(offset);

  HexLine(HexView view) {
    this.view = view;
    getStyleClass().add("hex-line");
    for (int i = 0; i < HexView.LINE; i++) {
      if (i == HexView.LINE / 2) {
        line.getChildren().add(gap());
      }
      line.getChildren().add(add(digits, i, "hex-byte"));
    }
    line.getChildren().add(gap());
    for (int i = 0; i < HexView.LINE; i++) {
      line.getChildren().add(add(characters, i, "hex-character"));
    }
  }

  private Label add(List<Label> labels, int place, String styleClass) {
    Label label = label(styleClass);
    label.setOnMousePressed(_ -> view.choose(getItem() == null ? -1 : getItem() + place));
    labels.add(label);
    return label;
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().addAll("code", styleClass);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Region gap() {
    Region gap = new Region();
    gap.getStyleClass().add("hex-gap");
    return gap;
  }

  @Override
  protected void updateItem(@Nullable Integer from, boolean empty) {
    super.updateItem(from, empty);
    draw();
  }

  /** Shows the bytes as they are now. */
  void draw() {
    Integer from = getItem();
    if (isEmpty() || from == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    offset.setText(String.format(Locale.ROOT, "%04x", from));
    for (int i = 0; i < HexView.LINE; i++) {
      boolean there = from + i < view.length();
      int value = there ? view.value(from + i) : ' ';
      digits.get(i).setText(there ? String.format(Locale.ROOT, "%02x", value) : "  ");
      characters.get(i).setText(value >= ' ' && value < 0x7f ? "" + (char) value : ".");
    }
    setAccessibleText(
        offset.getText()
            + ": "
            + digits.stream().map(Label::getText).collect(Collectors.joining(" ")).strip());
    setGraphic(line);
    light();
  }

  /** Shows which of the bytes are lit. */
  void light() {
    if (getItem() != null) {
      for (int i = 0; i < HexView.LINE; i++) {
        int index = getItem() + i;
        digits.get(i).pseudoClassStateChanged(LIT, view.isLit(index));
        digits.get(i).pseudoClassStateChanged(CURSOR, view.isCursor(index));
        characters.get(i).pseudoClassStateChanged(LIT, view.isLit(index));
      }
    }
  }
}
