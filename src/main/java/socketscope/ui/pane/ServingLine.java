package socketscope.ui.pane;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.event.ServiceStarted;
import socketscope.status.ProgramStatus;
import socketscope.ui.wording.Words;

/** Says that the program serves by itself, and how. */
final class ServingLine extends Label {

  private final Words words;

  ServingLine(Words words) {
    this.words = words;
    getStyleClass().add("serving-line");
    setGraphic(new FontIcon(Feather.REPEAT));
    setWrapText(true);
    setMaxWidth(Double.MAX_VALUE);
  }

  /** Takes no room where it does not. */
  void show(ProgramStatus program) {
    setVisible(!program.services().isEmpty());
    setManaged(!program.services().isEmpty());
    if (!program.services().isEmpty()) {
      ServiceStarted service = program.services().getLast();
      setText(words.get("serving." + service.service(), service.descriptor()));
    }
  }
}
