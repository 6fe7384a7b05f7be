package socketscope.ui.compare;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import socketscope.lesson.Lessons;
import socketscope.lesson.Lessons.LessonPair;
import socketscope.ui.file.FilePicker;
import socketscope.ui.model.Comparer;
import socketscope.ui.model.Comparer.Source;
import socketscope.ui.wording.Words;

/** Lets the user choose what to compare: one of the pairs, or any two things. */
final class CompareChooser extends StackPane {

  private static final double WIDTH = 720;

  private final Comparer comparer;
  private final Words words;
  private final Runnable closed;
  private final VBox card = new VBox();
  private final SideChoice left;
  private final SideChoice right;

  /**
   * Chooses for that comparer.
   *
   * @param closed called when it has been closed
   */
  CompareChooser(Comparer comparer, FilePicker files, Words words, Runnable closed) {
    this.comparer = comparer;
    this.words = words;
    this.closed = closed;
    setId("compare-chooser");
    getStyleClass().add("overlay");
    setVisible(false);
    left = new SideChoice("left", files, words);
    right = new SideChoice("right", files, words);
    card.getStyleClass().add("overlay-card");
    card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    getChildren().add(card);
    setOnMouseClicked(event -> {
      if (event.getTarget().equals(this)) {
        close();
      }
    });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !left.listing() && !right.listing()) {
            event.consume();
            close();
          }
        });
  }

  void open() {
    Label title = new Label(words.get("compare.choose"));
    title.getStyleClass().add("overlay-title");
    List<Button> pairs = Lessons.pairs(words.language()).stream().map(this::button).toList();
    card.getChildren().setAll(title);
    card.getChildren().addAll(pairs);
    card.getChildren().add(any());
    setVisible(true);
    toFront();
    applyCss();
    // A focus that only a key moves is seen: from the second to the first.
    pairs.get(1).requestFocus();
    pairs.get(1).requestFocusTraversal(TraversalDirection.PREVIOUS);
  }

  void close() {
    setVisible(false);
    card.getChildren().clear();
    closed.run();
  }

  private Button button(LessonPair pair) {
    Label title = new Label(pair.title());
    title.getStyleClass().add("pair-title");
    Text look = new Text(pair.look());
    look.getStyleClass().add("pair-look");
    look.setWrappingWidth(WIDTH - 90);
    VBox both = new VBox(title, look);
    both.getStyleClass().add("pair-text");
    Button button = new Button(null, both);
    button.setId("pair-" + pair.id());
    button.getStyleClass().add("pair-button");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setAccessibleText(pair.title() + ". " + pair.look());
    button.setOnAction(
        _ -> compare(new Source.Shipped(pair.left()), new Source.Shipped(pair.right())));
    return button;
  }

  private VBox any() {
    Button compare = new Button(words.get("compare.go"));
    compare.setId("compare-go");
    compare.getStyleClass().add("accent");
    compare.setOnAction(_ -> compareChosen());
    Button cancel = new Button(words.get("overlay.close"));
    cancel.setOnAction(_ -> close());
    HBox buttons = new HBox(compare, cancel);
    buttons.getStyleClass().add("compare-any");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    left.open(0);
    right.open(1);
    Label title = new Label(words.get("compare.choose.any"));
    title.getStyleClass().add("pair-title");
    VBox any = new VBox(title, left, right, buttons);
    any.getStyleClass().addAll("pair-text", "compare-any");
    return any;
  }

  private void compareChosen() {
    left.chosen().ifPresent(ours -> right.chosen().ifPresent(theirs -> compare(ours, theirs)));
  }

  private void compare(Source ours, Source theirs) {
    setVisible(false);
    card.getChildren().clear();
    comparer.open(ours, theirs, words.language());
    closed.run();
  }
}
