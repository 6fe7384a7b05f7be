package socketscope.ui.pane;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import socketscope.event.ProgramEnded;
import socketscope.status.ProgramStatus;
import socketscope.ui.wording.Words;

/** Says that the process has ended, and offers another. */
final class EndedLine extends VBox {

  private final Words words;
  private final Label sentence = new Label();
  private final Button again = new Button();

  EndedLine(Words words, CallActions calls) {
    this.words = words;
    getStyleClass().add("ended-line");
    sentence.setWrapText(true);
    words.label(again, "process.again");
    again.setOnAction(_ -> calls.startAgain());
    getChildren().addAll(sentence, again);
  }

  /**
   * Shows how it ended, or that it is a saved one; takes no room while it runs.
   *
   * @param captured whether nothing but its packets was kept
   */
  void show(ProgramStatus program, boolean live, boolean captured) {
    ProgramEnded end = program.end();
    setVisible(end != null || !live);
    setManaged(end != null || !live);
    // Another child is made by another fork() of its parent.
    boolean repeatable = live && program.parent() == null;
    again.setVisible(repeatable);
    again.setManaged(repeatable);
    if (!live) {
      sentence.setText(words.get(captured ? "process.captured" : "process.saved"));
    } else if (end != null) {
      sentence.setText(
          end.signal() != 0
              ? words.get("process.killed", end.signal())
              : words.get("process.exited", end.exitStatus()));
    }
  }
}
