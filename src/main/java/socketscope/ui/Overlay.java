package socketscope.ui;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import socketscope.lab.Application;
import socketscope.ui.command.Command;
import socketscope.ui.lecture.KeyList;
import socketscope.ui.wording.Words;

/** What is shown above the window until it is closed: the list of keys, and who made this. */
final class Overlay {

  private final StackPane pane = new StackPane();
  private final Words words;

  Overlay(Words words) {
    this.words = words;
    pane.setId("overlay");
    pane.getStyleClass().add("overlay");
    pane.setVisible(false);
    pane.setOnMouseClicked(event -> {
      if (event.getTarget().equals(pane)) {
        close();
      }
    });
  }

  private void closeWithEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && close()) {
      event.consume();
    }
  }

  /** Closes with Esc, wherever in that part of the window the focus is. */
  void closeWithEscapeIn(Node window) {
    window.addEventFilter(KeyEvent.KEY_PRESSED, this::closeWithEscape);
  }

  Node node() {
    return pane;
  }

  /** Closes what is open; false where nothing is. */
  boolean close() {
    boolean open = pane.isVisible();
    pane.setVisible(false);
    pane.getChildren().clear();
    return open;
  }

  void showKeys() {
    GridPane grid = new GridPane(24, 6);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(names, keys);
    int row = 0;
    for (Command command : Command.values()) {
      Optional<KeyCombination> combination = command.keys();
      if (combination.isPresent()) {
        Label key = new Label(combination.get().getDisplayText());
        key.getStyleClass().addAll("code", "key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(row++, new Label(words.get(command.key())), key);
      }
    }
    Label lecture = new Label(words.get("keys.lecture"));
    lecture.getStyleClass().add("overlay-title");
    show(
        words.get(Command.KEYS.key()),
        grid,
        prose(words.get("keys.more")),
        lecture,
        KeyList.of(words));
  }

  void showAbout() {
    show(
        words.get(Command.ABOUT.key()),
        prose(words.get("about.text", Application.nameAndVersion())),
        prose(Application.system()));
  }

  private static Label prose(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("prose");
    return label;
  }

  private void show(String title, Node... content) {
    Label heading = new Label(title);
    heading.getStyleClass().add("overlay-title");
    VBox all = new VBox(content);
    all.getStyleClass().add("overlay-content");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox card = new VBox(heading, scroll);
    Button close = new Button(words.get("overlay.close"));
    close.setOnAction(_ -> close());
    card.getChildren().add(close);
    card.getStyleClass().add("overlay-card");
    card.setAlignment(Pos.TOP_LEFT);
    card.setMaxSize(520, Region.USE_PREF_SIZE);
    pane.getChildren().setAll(card);
    pane.setVisible(true);
    close.requestFocus();
  }
}
