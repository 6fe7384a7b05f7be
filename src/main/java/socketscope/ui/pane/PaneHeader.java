package socketscope.ui.pane;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import socketscope.status.ProgramStatus;
import socketscope.ui.wording.Words;

/** Who the program is and what it is doing. */
final class PaneHeader extends HBox {

  private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");
  private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");

  private final Words words;
  private final Label name = new Label();
  private final Label process = new Label();

  PaneHeader(Words words) {
    this.words = words;
    getStyleClass().add("pane-header");
    setAlignment(Pos.BASELINE_LEFT);
    name.getStyleClass().add("pane-title");
    process.getStyleClass().add("pane-process");
    process.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(name, space, process);
  }

  void show(ProgramStatus program) {
    String key = "program." + program.name();
    name.setText(words.texts().getValue().has(key) ? words.get(key) : program.name());
    boolean ended = program.end() != null;
    String state =
        program.pid() == 0
            ? "starting"
            : ended ? "ended" : program.blocked() ? "blocked" : "running";
    process.setText(words.get("process." + state, program.pid()));
    process.pseudoClassStateChanged(BLOCKED, !ended && program.blocked());
    process.pseudoClassStateChanged(ENDED, ended);
  }
}
