package socketscope.ui.lecture;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import socketscope.ui.wording.Words;

/** The keys of a lecture, and what they do. */
public final class KeyList {

  private KeyList() {}

  /** One line a key, in the language of now. */
  public static GridPane of(Words words) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-list");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(names, keys);
    int row = 0;
    for (LectureKey each : LectureKey.values()) {
      Label name = new Label(words.get(each.key()));
      Label key = new Label(each.keys());
      key.getStyleClass().addAll("code", "key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(row++, name, key);
    }
    return grid;
  }

  /** The same as a card above the lecture. */
  static StackPane card(Words words) {
    StackPane card = new StackPane(of(words));
    card.setId("lecture-keys");
    card.getStyleClass().add("lecture-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return card;
  }
}
