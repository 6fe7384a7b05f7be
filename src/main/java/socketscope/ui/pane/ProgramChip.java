package socketscope.ui.pane;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.wording.Words;

/** A program among several of one side. A press brings it to the front. */
final class ProgramChip extends Button {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final String program;
  private final Words words;

  ProgramChip(String program, Words words, Runnable choose) {
    this.program = program;
    this.words = words;
    setId("chip-" + program);
    getStyleClass().add("program-chip");
    setMnemonicParsing(false);
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> choose.run());
    setTooltip(new Tooltip());
  }

  /**
   * Shows what the program does.
   *
   * @param brief whether there are so many that a number and a shape must do
   */
  void show(Condition condition, boolean current, boolean brief) {
    String word = words.get("condition." + condition.key());
    String whole =
        condition == Condition.RUNNING ? program : words.get("chip.doing", program, word);
    setText(brief ? number() : whole);
    getTooltip().setText(whole);
    setAccessibleText(whole);
    Feather shape = condition.shape();
    setGraphic(shape == null ? null : new FontIcon(shape));
    pseudoClassStateChanged(CURRENT, current);
    for (Condition each : Condition.values()) {
      pseudoClassStateChanged(each.pseudoClass(), each == condition);
    }
  }

  /** What tells it from the others: {@code 12} of client12, the port of an address. */
  private String number() {
    if (!Character.isLetter(program.charAt(0))) {
      return program.substring(program.lastIndexOf(':'));
    }
    String digits = program.replaceFirst("^[^\\d.]+", "");
    return digits.isEmpty() ? program : digits;
  }
}
