package socketscope.ui.compare;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.compare.Comparison;
import socketscope.compare.Stretch;
import socketscope.compare.Stretch.Verdict;
import socketscope.export.ComparisonWords;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.wording.Words;

/** Says in what the two differ at the call that is picked out, and leads from one to the next. */
final class DifferenceLine extends HBox {

  private final Words words;
  private final Label sign = new Label();
  private final Label text = new Label();
  private final Label count = new Label();
  private final Button previous;
  private final Button next;

  DifferenceLine(Commands commands, Words words) {
    this.words = words;
    getStyleClass().add("difference-line");
    setAlignment(Pos.CENTER_LEFT);
    sign.getStyleClass().add("gutter-sign");
    text.setId("difference");
    text.getStyleClass().add("code");
    text.setMinWidth(0);
    text.setTooltip(new Tooltip());
    text.getTooltip().textProperty().bind(text.textProperty());
    count.setId("differences");
    count.setMinWidth(USE_PREF_SIZE);
    sign.setMinWidth(USE_PREF_SIZE);
    previous = button(commands, Command.PREVIOUS_DIFFERENCE, Feather.CHEVRON_UP);
    next = button(commands, Command.NEXT_DIFFERENCE, Feather.CHEVRON_DOWN);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(sign, text, space, count, previous, next);
  }

  private Button button(Commands commands, Command command, Feather icon) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().add("icon-button");
    button.setId(command.name());
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> commands.run(command));
    words.tip(button, command.key());
    return button;
  }

  /**
   * Tells about a row.
   *
   * @param row the one that is picked out; negative for none
   */
  void show(Comparison comparison, int row) {
    ComparisonWords said = ComparisonWords.in(words.language());
    List<Stretch> differing = comparison.differing();
    count.setText(said.count(differing.size()));
    previous.setDisable(differing.isEmpty());
    next.setDisable(differing.isEmpty());
    Stretch at = at(comparison.stretches(), row);
    sign.setVisible(at != null);
    if (at == null) {
      text.setText(words.get("compare.press"));
      return;
    }
    Verdict verdict = at.verdict();
    sign.setText(ComparisonWords.mark(verdict));
    sign.getStyleClass().setAll("label", "gutter-sign", Gutter.style(verdict));
    text.setText(said.line(at));
  }

  /** The stretch that has that row, or the newest one. */
  private static @Nullable Stretch at(List<Stretch> stretches, int row) {
    return stretches.reversed().stream()
        .filter(stretch -> row < 0 || stretch.row() <= row)
        .findFirst()
        .orElse(null);
  }
}
