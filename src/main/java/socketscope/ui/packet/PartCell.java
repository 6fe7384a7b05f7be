package socketscope.ui.packet;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line of the layers: a layer with its coloured bar, or a field. */
final class PartCell extends TreeCell<Part> {

  private static final PseudoClass LAYER = PseudoClass.getPseudoClass("layer");

  private final Region bar = new Region();
  private final Label name = new Label();
  private final Label value = new Label();
  private final HBox line = new HBox(bar, name, value);

  /**
   * @param hovered is told which part the pointer is over
   */
  PartCell(ObjectProperty<@Nullable Part> hovered) {
    getStyleClass().add("part-cell");
    line.getStyleClass().add("part-line");
    name.setMinWidth(USE_PREF_SIZE);
    value.setMinWidth(0);
    value.getStyleClass().addAll("code", "part-value");
    HBox.setHgrow(value, Priority.ALWAYS);
    // As wide as the view, so that a long value ends in dots and nothing scrolls sideways.
    setPrefWidth(0);
    setOnMouseEntered(_ -> hovered.set(getItem()));
    setOnMouseExited(_ -> hovered.set(null));
  }

  @Override
  protected void updateItem(@Nullable Part part, boolean empty) {
    super.updateItem(part, empty);
    pseudoClassStateChanged(LAYER, part != null && part.layer());
    if (empty || part == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    bar.getStyleClass().setAll("layer-bar", part.tint().styleClass());
    bar.setVisible(part.layer());
    bar.setManaged(part.layer());
    name.setText(part.name());
    name.getStyleClass().setAll("label", part.layer() ? "layer-name" : "field-name");
    value.setText(part.value());
    setAccessibleText(part.name() + ": " + part.value() + " " + part.note());
    setGraphic(line);
  }
}
