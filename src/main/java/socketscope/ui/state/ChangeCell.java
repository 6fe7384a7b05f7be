package socketscope.ui.state;

import java.util.Locale;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.state.Change;
import socketscope.state.Transition;

/** One line of a history: when, what it became, why, and whether the kernel said so. */
final class ChangeCell extends ListCell<Change> {

  private static final PseudoClass UNSEEN = PseudoClass.getPseudoClass("unseen");
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

  private final SocketWords words;

  /** When the change of that place happened, since the first call or the change above it. */
  private final IntFunction<String> time;

  private final Label when = new Label();
  private final Label to = new Label();
  private final Label why = new Label();
  private final FontIcon mark = new FontIcon(Feather.CHECK);
  private final HBox line = new HBox(when, to, why, mark);

  ChangeCell(SocketWords words, IntFunction<String> time) {
    this.words = words;
    this.time = time;
    getStyleClass().add("change-cell");
    line.getStyleClass().add("change-line");
    when.getStyleClass().addAll("code", "change-when");
    to.getStyleClass().addAll("code", "change-to");
    why.getStyleClass().add("change-why");
    mark.getStyleClass().add("change-mark");
    when.setMinWidth(USE_PREF_SIZE);
    to.setMinWidth(USE_PREF_SIZE);
    why.setMinWidth(0);
    why.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(why, Priority.ALWAYS);
    // As wide as the view, so that a long line ends in dots and nothing scrolls sideways.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Change change, boolean empty) {
    super.updateItem(change, empty);
    if (empty || change == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    boolean unseen = change instanceof Transition transition && !transition.seen();
    boolean broken =
        change instanceof Transition transition && transition.way() == Transition.Way.ABORTED;
    boolean confirmed = change instanceof Transition transition && transition.confirmed();
    pseudoClassStateChanged(UNSEEN, unseen);
    pseudoClassStateChanged(BROKEN, broken);
    String moment = time.apply(getIndex());
    when.setText(moment);
    to.setText(words.to(change));
    to.getStyleClass().setAll("label", "code", "change-to", "change-" + token(change));
    boolean roomy = getListView().getWidth() > ChangeList.ROOMY;
    why.setText(roomy ? words.why(change) : words.sign(change));
    mark.setVisible(confirmed);
    String current = words.spoken(change, moment);
    setAccessibleText(current);
    setTooltip(new Tooltip(current));
    setGraphic(line);
  }

  private static String token(Change change) {
    return change instanceof Transition transition
        ? transition.to().name().toLowerCase(Locale.ROOT).replace('_', '-')
        : "other";
  }
}
