package socketscope.ui.pane;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * An argument with what C has around it, which stays together in a line. While its field is edited,
 * a button beside it opens what can be chosen.
 */
final class ArgumentWord extends HBox {

  /** No wider than the comma and the blank behind a field: the next argument stays readable. */
  private static final double BUTTON_WIDTH = 12;

  private final ArgumentField field;
  private final Button chooser = new Button(null, new FontIcon(Feather.CHEVRON_DOWN));

  ArgumentWord(ArgumentField field) {
    this.field = field;
    setAlignment(Pos.BASELINE_LEFT);
    chooser.getStyleClass().setAll("choose-button");
    chooser.setFocusTraversable(false); // Alt+Down in the field opens the same
    chooser.setManaged(false);
    chooser.setOnAction(_ -> field.offer());
    chooser.visibleProperty().bind(Bindings.and(field.focusedProperty(), field.offersProperty()));
  }

  /** Adds what stands before the field, the field, and what stands after it. */
  void fill(Node... nodes) {
    getChildren().setAll(nodes);
    getChildren().add(chooser);
  }

  ArgumentField field() {
    return field;
  }

  Button chooser() {
    return chooser;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double height = field.getHeight();
    chooser.resizeRelocate(
        field.getLayoutX() + field.getWidth(), field.getLayoutY(), BUTTON_WIDTH, height);
  }
}
