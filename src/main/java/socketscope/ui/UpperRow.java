package socketscope.ui;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.event.Role;
import socketscope.ui.wording.Words;

/**
 * The programs' panes with the diagram between them. Where there is no room for both panes, one of
 * them is shown, on its side, with buttons above it that show the other, or fold it away, too: then
 * they stand beside the diagram.
 */
final class UpperRow extends HBox {

  private static final double LEAST_PANE = 304;
  private static final double WIDEST_PANE = 400;

  /** What a pane takes of the width. */
  private static final double PART = 0.217;

  /** In a narrow window the one pane takes no more than this, for the diagram's sake. */
  private static final double MOST_PART = 0.45;

  /** Below this, two panes would leave the diagram less than it needs. */
  private static final double ROOM_FOR_BOTH = 1000;

  private final Words words;
  private final Map<Role, VBox> sides;
  private final VBox folded;
  private final ObjectProperty<@Nullable Role> chosen = new SimpleObjectProperty<>(Role.SERVER);

  UpperRow(Region client, Region diagram, Region server, Words words) {
    this.words = words;
    this.sides = Map.of(Role.CLIENT, side(client), Role.SERVER, side(server));
    folded = new VBox(upright(button(Role.CLIENT)), upright(button(Role.SERVER)));
    folded.getStyleClass().add("side-buttons");
    getStyleClass().add("upper");
    HBox.setHgrow(diagram, Priority.ALWAYS);
    diagram.setMinWidth(0);
    getChildren().addAll(sides.get(Role.CLIENT), diagram, sides.get(Role.SERVER), folded);
    widthProperty().addListener(_ -> arrange());
    chosen.addListener(_ -> arrange());
    arrange();
  }

  /** Shows the pane of that role, where not both are shown. */
  void choose(Role role) {
    chosen.set(role);
  }

  private VBox side(Region pane) {
    HBox buttons = new HBox(button(Role.CLIENT), button(Role.SERVER));
    buttons.getStyleClass().add("side-buttons");
    buttons.visibleProperty().bind(widthProperty().lessThan(ROOM_FOR_BOTH));
    buttons.managedProperty().bind(buttons.visibleProperty());
    VBox.setVgrow(pane, Priority.ALWAYS);
    return new VBox(buttons, pane);
  }

  private ToggleButton button(Role role) {
    ToggleButton button =
        words.label(new ToggleButton(), role == Role.CLIENT ? "program.client" : "program.server");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    Tooltip tip = new Tooltip();
    words.bind(tip.textProperty(), "side.tip");
    button.setTooltip(tip);
    chosen.subscribe(now -> button.setSelected(now == role));
    button.setOnAction(_ -> chosen.set(button.isSelected() ? role : null));
    return button;
  }

  /** So that it takes little of the width. */
  private static Group upright(Region button) {
    button.setRotate(90);
    return new Group(button);
  }

  private void arrange() {
    boolean both = getWidth() <= 0 || getWidth() >= ROOM_FOR_BOTH;
    double usual = Math.clamp(getWidth() * PART, LEAST_PANE, WIDEST_PANE);
    double width = getWidth() <= 0 ? usual : Math.min(usual, getWidth() * MOST_PART);
    sides.forEach((role, side) -> {
      side.setMinWidth(width);
      side.setMaxWidth(width);
      side.setVisible(both || role == chosen.get());
      side.setManaged(side.isVisible());
    });
    folded.setVisible(!both && chosen.get() == null);
    folded.setManaged(folded.isVisible());
  }
}
