package socketscope.ui.topbar;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.wording.Words;

/**
 * Above what shows the past: the word that it does, and the way back to now. It keeps its room
 * while now is shown, so that nothing below it moves.
 */
public final class PastBanner extends HBox {

  private final Label label = new Label();

  /** Says nothing yet. */
  public PastBanner(Commands commands, Words words) {
    getStyleClass().add("past-banner");
    setAlignment(Pos.CENTER_LEFT);
    label.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button now = words.label(new Button(), Command.LAST.key());
    now.setOnAction(_ -> commands.run(Command.LAST));
    now.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(new FontIcon(Feather.ROTATE_CCW), label, space, now);
    show(false, "");
  }

  /** Is seen with that text while the past is shown. */
  public void show(boolean past, String text) {
    setVisible(past);
    label.setText(text);
  }
}
