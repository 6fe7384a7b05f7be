package socketscope.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import socketscope.ui.model.ComparedSide;
import socketscope.ui.topbar.CaptureBadge;
import socketscope.ui.wording.Words;

/** What one side is, and whether its packets are captured. */
final class SideHeading extends HBox {

  SideHeading(ComparedSide side, Words words) {
    getStyleClass().add("side-heading");
    setAlignment(Pos.CENTER_LEFT);
    Label title = new Label();
    title.getStyleClass().add("side-title");
    words.onChange(() -> title.setText(side.title(words)));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    CaptureBadge badge = new CaptureBadge(side.recording(), side.controller(), words);
    getChildren().addAll(title, space, badge);
  }
}
