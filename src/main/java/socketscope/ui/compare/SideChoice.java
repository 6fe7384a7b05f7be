package socketscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Chapter.ShippedLesson;
import socketscope.lesson.Family;
import socketscope.lesson.Lessons;
import socketscope.ui.file.FilePicker;
import socketscope.ui.model.Comparer.Source;
import socketscope.ui.wording.Words;

/** What one side shall be, and over which version of IP where it is a lesson. */
final class SideChoice extends HBox {

  private static final double NAMES = 96;
  private static final double FAMILIES = 170;

  /**
   * Something in the list; what is picked as a file is chosen then.
   *
   * @param families over which it can be played; empty where that is no question
   */
  private record Offer(String name, Kind kind, String id, Set<Family> families) {

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

  /**
   * A version of IP in the list.
   *
   * @param family null for that which the lesson is written for
   */
  private record Over(String name, @Nullable Family family) {

    @Override
    public String toString() {
      return name;
    }
  }

  private final FilePicker files;
  private final Words words;
  private final Label name = new Label();
  private final ComboBox<Offer> offers = new ComboBox<>();
  private final ComboBox<Over> families = new ComboBox<>();

  /**
   * A choice.
   *
   * @param side left, right
   */
  SideChoice(String side, FilePicker files, Words words) {
    this.files = files;
    this.words = words;
    getStyleClass().add("compare-any");
    setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(NAMES);
    words.onChange(() -> name.setText(words.get("compare.choose." + side)));
    offers.setId("compare-choose-" + side);
    families.setId("compare-family-" + side);
    words.name(offers, "compare.choose." + side);
    words.name(families, "top.family");
    offers.setMaxWidth(Double.MAX_VALUE);
    offers.setMinWidth(0);
    offers.setPrefWidth(200);
    HBox.setHgrow(offers, Priority.ALWAYS);
    families.setMinWidth(FAMILIES);
    families.setMaxWidth(FAMILIES);
    offers.valueProperty().subscribe(this::offerFamilies);
    getChildren().addAll(name, offers, families);
  }

  /** Offers what there is now, and chooses the one in that place. */
  void open(int place) {
    offers.getItems().setAll(offered());
    offers.getSelectionModel().select(place);
  }

  /** Whether one of its lists is open. */
  boolean listing() {
    return offers.isShowing() || families.isShowing();
  }

  private List<Offer> offered() {
    List<Offer> all = new ArrayList<>();
    all.add(offer("compare.current", Offer.Kind.CURRENT, Set.of()));
    for (ShippedLesson shipped : Lessons.all(words.language())) {
      all.add(
          new Offer(
              shipped.lesson().title(),
              Offer.Kind.SHIPPED,
              shipped.id(),
              shipped.lesson().families()));
    }
    all.add(offer("compare.lesson-file", Offer.Kind.LESSON_FILE, Set.of(Family.values())));
    all.add(offer("compare.trace-file", Offer.Kind.TRACE_FILE, Set.of()));
    return all;
  }

  private Offer offer(String key, Offer.Kind kind, Set<Family> possible) {
    return new Offer(words.get(key), kind, "", possible);
  }

  private void offerFamilies(@Nullable Offer offer) {
    Set<Family> possible = offer == null ? Set.of() : offer.families();
    List<Over> all = new ArrayList<>();
    all.add(new Over(words.get("compare.as-written"), null));
    for (Family family : Family.values()) {
      if (possible.contains(family)) {
        all.add(new Over(words.get("family." + family), family));
      }
    }
    families.getItems().setAll(all);
    families.getSelectionModel().selectFirst();
    families.setVisible(possible.size() > 1);
  }

  /** What was chosen; empty where it is in a file, and none was picked. */
  Optional<Source> chosen() {
    Offer offer = offers.getValue();
    Family family = families.getValue().family();
    return switch (offer.kind()) {
      case CURRENT -> Optional.of(new Source.Current());
      case SHIPPED -> Optional.of(new Source.Shipped(offer.id(), family));
      case LESSON_FILE ->
          files.open(FilePicker.Kind.LESSON).map(file -> new Source.LessonFile(file, family));
      case TRACE_FILE -> files.open(FilePicker.Kind.TRACE).map(Source.SavedTrace::new);
    };
  }
}
