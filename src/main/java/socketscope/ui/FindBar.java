package socketscope.ui;

import java.util.Collections;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.diagram.DiagramView;
import socketscope.ui.wording.Words;

/** Finds rows of the diagram by their words, and goes from one to the next. */
final class FindBar extends HBox {

  private final DiagramView diagram;
  private final Words words;
  private final TextField field = new TextField();
  private final Label count = new Label();

  FindBar(DiagramView diagram, Words words) {
    this.diagram = diagram;
    this.words = words;
    setId("find");
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    field.setId("find-field");
    field.setPrefColumnCount(22);
    words.bind(field.promptTextProperty(), "find.prompt");
    words.name(field, "find.prompt");
    count.setId("find-count");
    count.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            new FontIcon(Feather.SEARCH),
            field,
            count,
            button(Feather.CHEVRON_UP, "find.previous", () -> go(-1)),
            button(Feather.CHEVRON_DOWN, "find.next", () -> go(1)),
            button(Feather.X, "find.close", this::close));
    field.textProperty().addListener((_, _, _) -> typed());
    field.setOnAction(_ -> go(1));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    diagram.selectedEventProperty().addListener((_, _, _) -> tell());
    words.onChange(this::tell);
    close();
  }

  private Button button(Feather icon, String key, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().add("icon-button");
    button.setId(key);
    button.setOnAction(_ -> action.run());
    return words.tip(button, key);
  }

  void open() {
    setVisible(true);
    setManaged(true);
    diagram.prepareToFind();
    field.requestFocus();
    field.selectAll();
    tell();
  }

  private void close() {
    boolean open = isVisible();
    setVisible(false);
    setManaged(false);
    if (open) {
      diagram.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    boolean back =
        event.getCode() == KeyCode.UP || event.getCode() == KeyCode.ENTER && event.isShiftDown();
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (back) {
      go(-1);
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      go(1);
      event.consume();
    }
  }

  /** Stays at the marked row while it fits what is typed. */
  private void typed() {
    List<Integer> found = found();
    if (!found.isEmpty() && Collections.binarySearch(found, diagram.selectedRow()) < 0) {
      diagram.select(next(found, diagram.selectedRow(), 1));
    }
    tell();
  }

  private List<Integer> found() {
    return diagram.find(field.getText());
  }

  private void go(int direction) {
    List<Integer> found = found();
    if (!found.isEmpty()) {
      diagram.select(next(found, diagram.selectedRow(), direction));
    }
    tell();
  }

  /** After the last comes the first. */
  private static int next(List<Integer> found, int from, int direction) {
    int at = Collections.binarySearch(found, from);
    int after = at < 0 ? -at - 1 : at + 1;
    int before = (at < 0 ? -at - 1 : at) - 1;
    return direction > 0
        ? found.get(after < found.size() ? after : 0)
        : found.get(before < 0 ? found.size() - 1 : before);
  }

  /** Which one of those found is marked, from 1; 0 for none. */
  private int place(List<Integer> found) {
    return Math.max(0, Collections.binarySearch(found, diagram.selectedRow()) + 1);
  }

  private void tell() {
    if (!isVisible()) {
      return;
    }
    List<Integer> found = found();
    count.setText(
        field.getText().isBlank()
            ? ""
            : found.isEmpty()
                ? words.get("find.none")
                : words.get("find.count", place(found), found.size()));
  }
}
