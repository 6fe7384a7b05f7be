package socketscope.ui.packet;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.address.AddressField;
import socketscope.address.AddressStruct;
import socketscope.ui.packet.Part.Tint;
import socketscope.ui.wording.Words;

/** An address as struct sockaddr: its fields beside its bytes, each showing where the other is. */
public final class AddressView extends VBox {

  private static final double HEIGHT = 190;

  private final Words words;
  private final Label title = new Label();
  private final LayerTree fields;
  private final HexView hex;
  private final Label note = new Label();
  private List<Part> parts = List.of();

  /** A view of no address yet. */
  public AddressView(Words words) {
    this.words = words;
    fields = new LayerTree(words);
    fields.setId("address-fields");
    words.name(fields, "address.fields");
    hex = new HexView(index -> Part.innermost(parts, index).ifPresent(fields::select), words);
    hex.setId("address-hex");
    words.name(hex, "address.bytes");
    title.getStyleClass().add("caption");
    title.setId("address-title");
    title.setWrapText(true);
    note.getStyleClass().add("packet-note");
    note.setId("address-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    VBox right = new VBox(hex, note);
    right.getStyleClass().add("packet-bytes");
    VBox.setVgrow(hex, Priority.ALWAYS);
    HBox.setHgrow(fields, Priority.ALWAYS);
    fields.setMinWidth(0);
    HBox both = new HBox(fields, right);
    both.getStyleClass().add("packet-content");
    both.setPrefHeight(HEIGHT);
    both.setMinHeight(HEIGHT);
    getStyleClass().add("address-view");
    getChildren().setAll(title, both);
    fields.spokenProperty().addListener((_, _, part) -> speak(part));
  }

  private void speak(@Nullable Part part) {
    hex.light(part);
    note.setText(part == null ? "" : part.note());
  }

  /**
   * Shows an address.
   *
   * @param length the addrlen that went with it
   */
  public void show(AddressStruct address, long length) {
    title.setText(
        words.get("address.title", address.name(), "" + address.bytes().length(), "" + length));
    List<Part> inner = new ArrayList<>();
    for (AddressField field : address.fields()) {
      inner.add(
          new Part(
              field.name(),
              field.value(),
              note(field, length),
              Tint.IP,
              false,
              8 * field.offset(),
              8 * field.end(),
              List.of()));
    }
    parts = inner;
    hex.show(address.bytes());
    fields.show(parts);
  }

  private String note(AddressField field, long length) {
    String where = words.get("address.place", "" + field.offset(), "" + field.length());
    String uncovered = field.end() > length ? " " + words.get("address.uncovered") : "";
    return where + " " + meaning(field.kind()) + uncovered;
  }

  private String meaning(AddressField.Kind kind) {
    return switch (kind) {
      case LENGTH -> words.get("address.length");
      case FAMILY -> words.get("address.family");
      case PORT -> words.get("address.port");
      case ADDRESS -> words.get("address.address");
      case FLOW -> words.get("address.flow");
      case SCOPE -> words.get("address.scope");
      case ZERO -> words.get("address.zero");
      case PATH -> words.get("address.path");
      case ABSTRACT -> words.get("address.abstract");
      case DATA -> words.get("address.data");
    };
  }
}
