package socketscope.ui;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.ui.scroll.DirectScroll;
import socketscope.ui.wording.Words;

/** A page above the window until it is closed; it scrolls where it is too long. */
final class Overlay {

  private static final double WIDTH = 820;
  private static final double MARGIN = 24;

  private final StackPane pane = new StackPane();
  private final Words words;
  private @Nullable Node before;
  private Runnable again = () -> {};

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
    words.onChange(() -> again.run());
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

  /** Closes what is open, and gives the focus back; false where nothing is open. */
  boolean close() {
    boolean open = pane.isVisible();
    pane.setVisible(false);
    pane.getChildren().clear();
    again = () -> {};
    if (open && before != null) {
      before.requestFocus();
    }
    return open;
  }

  /**
   * Opens a page.
   *
   * @param title the key of its title
   * @param page makes it, in the language of the moment
   */
  void show(String title, Supplier<Node> page) {
    if (!pane.isVisible() && pane.getScene() != null) {
      before = pane.getScene().getFocusOwner();
    }
    fill(title, page.get());
    pane.setVisible(true);
    again = () -> fill(title, page.get());
  }

  private void fill(String title, Node page) {
    Label heading = new Label(words.get(title));
    heading.getStyleClass().add("overlay-title");
    page.getStyleClass().add("overlay-page");
    ScrollPane scroll = new DirectScroll(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("overlay-scroll");
    scroll.setId("overlay-scroll");
    scroll.setMinHeight(0);
    if (page instanceof Region content) {
      // Only at its width does a page with long lines know how high it is.
      content.heightProperty().subscribe(high -> scroll.setPrefHeight(high.doubleValue() + 2));
    }
    VBox.setVgrow(scroll, Priority.SOMETIMES);
    Button close = new Button(words.get("overlay.close"));
    close.setOnAction(_ -> close());
    close.setCancelButton(false);
    close.setMinHeight(Region.USE_PREF_SIZE);
    HBox foot = new HBox(close);
    foot.setAlignment(Pos.CENTER_RIGHT);
    foot.setMinHeight(Region.USE_PREF_SIZE);
    VBox card = new VBox(heading, scroll, foot);
    card.getStyleClass().add("overlay-card");
    card.setAlignment(Pos.TOP_LEFT);
    card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    StackPane.setMargin(card, new javafx.geometry.Insets(MARGIN));
    pane.getChildren().setAll(card);
    close.requestFocus();
  }
}
