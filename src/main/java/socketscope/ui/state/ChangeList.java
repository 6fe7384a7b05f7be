package socketscope.ui.state;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import socketscope.layout.TimeText;
import socketscope.state.Change;

/** The changes of one socket, one below the other; to go to one is to pick its event. */
final class ChangeList extends ListView<Change> {

  /** Above that width there is room for words, below it for signs. */
  static final double ROOMY = 340;

  private final SocketWords words;
  private long origin;
  private boolean showing;

  /**
   * @param pick is told the change that the user goes to
   */
  ChangeList(SocketWords words, Consumer<Change> pick) {
    this.words = words;
    getStyleClass().add("change-list");
    setId("state-changes");
    setMinHeight(44);
    setPrefHeight(60);
    setCellFactory(_ -> new ChangeCell(words, this::when));
    widthProperty()
        .addListener((_, before, now) -> {
          if (before.doubleValue() > ROOMY != now.doubleValue() > ROOMY) {
            refresh();
          }
        });
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, change) -> {
          if (!showing && change != null) {
            pick.accept(change);
          }
        });
  }

  /** When a change happened, so that it is told from the one above it. */
  private String when(int index) {
    char separator = words.decimalSeparator();
    long moment = moment(index);
    return index == 0
        ? TimeText.of(moment, separator)
        : TimeText.below(moment(index - 1), moment, separator);
  }

  private long moment(int index) {
    return getItems().get(index).event().stamp().nanos() - origin;
  }

  /**
   * Shows those changes.
   *
   * @param current the last one that had happened at the current moment
   * @param zero the zero of the shown time, on the clock of the stamps
   */
  void show(List<Change> changes, @Nullable Change current, long zero) {
    showing = true;
    String name = words.get("changes");
    boolean otherLanguage = !name.equals(getAccessibleText());
    boolean other = origin != zero || otherLanguage;
    origin = zero;
    setAccessibleText(name);
    if (!getItems().equals(changes)) {
      getItems().setAll(changes);
    } else if (other) {
      refresh();
    }
    // Confirmations come later and make it another record of the same change.
    int at = -1;
    for (int i = 0; current != null && i < changes.size(); i++) {
      if (changes.get(i).event().compareTo(current.event()) <= 0) {
        at = i;
      }
    }
    if (at < 0) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedIndex() != at) {
      getSelectionModel().select(at);
      scrollTo(Math.max(0, at - 2));
    }
    showing = false;
  }
}
