package socketscope.ui.pane;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import socketscope.status.ProgramStatus;
import socketscope.ui.wording.Words;

/** Chooses between several programs of one side. It takes no room where there is one. */
final class ProgramChips extends FlowPane {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Words words;
  private final Consumer<String> choose;

  ProgramChips(Words words, Consumer<String> choose) {
    super(6, 6);
    this.words = words;
    this.choose = choose;
    getStyleClass().add("program-chips");
  }

  void show(List<ProgramStatus> programs, String current) {
    setVisible(programs.size() > 1);
    setManaged(programs.size() > 1);
    getChildren().setAll(programs.stream().map(program -> chip(program, current)).toList());
  }

  private Button chip(ProgramStatus program, String current) {
    String blocked = program.blocked() ? "chip.blocked" : "chip";
    Button chip = new Button(words.get(blocked, program.name()));
    chip.getStyleClass().add("program-chip");
    chip.pseudoClassStateChanged(CURRENT, program.name().equals(current));
    chip.setOnAction(_ -> choose.accept(program.name()));
    return chip;
  }
}
