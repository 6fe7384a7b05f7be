package socketscope.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import socketscope.lesson.LessonPair;
import socketscope.lesson.Lessons;
import socketscope.lesson.ShippedLesson;
import socketscope.ui.file.FilePicker;
import socketscope.ui.model.Comparer;
import socketscope.ui.model.Comparer.Source;
import socketscope.ui.wording.Words;

/** Lets the user choose what to compare: one of the pairs, or any two things. */
final class CompareChooser extends StackPane {

  private static final double WIDTH = 720;

  /** Something in the lists; what is picked as a file is chosen then. */
  private record Offer(String name, Kind kind, String id) {

    private enum Kind {
      CURRENT,
      SHIPPED,
      LESSON_FILE,
      TRACE_FILE
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final Comparer comparer;
  private final FilePicker files;
  private final Words words;
  private final Runnable closed;
  private final VBox card = new VBox();
  private final ComboBox<Offer> left = new ComboBox<>();
  private final ComboBox<Offer> right = new ComboBox<>();

  /**
   * Chooses for that comparer.
   *
   * @param closed called when it has been closed
   */
  CompareChooser(Comparer comparer, FilePicker files, Words words, Runnable closed) {
    this.comparer = comparer;
    this.files = files;
    this.words = words;
    this.closed = closed;
    setId("compare-chooser");
    getStyleClass().add("overlay");
    setVisible(false);
    left.setId("compare-choose-left");
    right.setId("compare-choose-right");
    words.name(left, "compare.choose.left");
    words.name(right, "compare.choose.right");
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
          if (event.getCode() == KeyCode.ESCAPE && !left.isShowing() && !right.isShowing()) {
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
    List<Offer> offers = offers();
    for (ComboBox<Offer> list : List.of(left, right)) {
      list.setItems(FXCollections.observableList(offers));
      list.setMaxWidth(Double.MAX_VALUE);
      list.setMinWidth(0);
      list.setPrefWidth(200);
      HBox.setHgrow(list, Priority.ALWAYS);
    }
    left.getSelectionModel().select(0);
    right.getSelectionModel().select(1);
    Button compare = new Button(words.get("compare.go"));
    compare.setId("compare-go");
    compare.getStyleClass().add("accent");
    compare.setMinWidth(Region.USE_PREF_SIZE);
    compare.setOnAction(_ -> compareChosen());
    Button cancel = new Button(words.get("overlay.close"));
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(_ -> close());
    Label beside = new Label(words.get("compare.beside"));
    beside.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(left, beside, right, compare, cancel);
    line.getStyleClass().add("compare-any");
    line.setAlignment(Pos.CENTER_LEFT);
    Label title = new Label(words.get("compare.choose.any"));
    title.getStyleClass().add("pair-title");
    VBox any = new VBox(title, line);
    any.getStyleClass().add("pair-text");
    return any;
  }

  private List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    offers.add(new Offer(words.get("compare.current"), Offer.Kind.CURRENT, ""));
    for (ShippedLesson lesson : Lessons.all(words.language())) {
      offers.add(new Offer(lesson.lesson().title(), Offer.Kind.SHIPPED, lesson.id()));
    }
    offers.add(new Offer(words.get("compare.lesson-file"), Offer.Kind.LESSON_FILE, ""));
    offers.add(new Offer(words.get("compare.trace-file"), Offer.Kind.TRACE_FILE, ""));
    return offers;
  }

  private void compareChosen() {
    source(left.getValue())
        .ifPresent(ours -> source(right.getValue()).ifPresent(theirs -> compare(ours, theirs)));
  }

  private Optional<Source> source(Offer offer) {
    return switch (offer.kind()) {
      case CURRENT -> Optional.of(new Source.Current());
      case SHIPPED -> Optional.of(new Source.Shipped(offer.id()));
      case LESSON_FILE -> {
        Optional<Path> file = files.open(FilePicker.Kind.LESSON);
        yield file.map(Source.LessonFile::new);
      }
      case TRACE_FILE -> {
        Optional<Path> file = files.open(FilePicker.Kind.TRACE);
        yield file.map(Source.SavedTrace::new);
      }
    };
  }

  private void compare(Source ours, Source theirs) {
    setVisible(false);
    card.getChildren().clear();
    comparer.open(ours, theirs, words.language());
    closed.run();
  }
}
