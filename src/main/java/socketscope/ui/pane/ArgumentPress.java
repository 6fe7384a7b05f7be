package socketscope.ui.pane;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells a press of a call from the double click that opens one of its arguments. A press anywhere
 * else is one at once; a press on an argument waits for as long as a second click may take, for a
 * call cannot be taken back.
 */
final class ArgumentPress {

  /** As quick as people click twice on purpose; the desktops' limits are meant for the slowest. */
  private static final Duration SECOND_CLICK = Duration.millis(250);

  private final List<ArgumentField> fields;
  private final Runnable press;
  private final PauseTransition waiting = new PauseTransition(SECOND_CLICK);

  /** The argument under the pointer when the mouse was pressed last; null for none. */
  private @Nullable ArgumentField target;

  private boolean second;

  /**
   * The presses of a call.
   *
   * @param press makes it
   */
  ArgumentPress(List<ArgumentField> fields, Runnable press) {
    this.fields = fields;
    this.press = press;
    waiting.setOnFinished(_ -> press.run());
  }

  /** Looks at where the mouse is pressed, before the button does. */
  void mousePressed(MouseEvent event) {
    Optional<ArgumentField> under =
        fields.stream()
            .filter(
                field -> field.contains(field.sceneToLocal(event.getSceneX(), event.getSceneY())))
            .findFirst();
    target = event.getButton() == MouseButton.PRIMARY ? under.orElse(null) : null;
    second = waiting.getStatus() == PauseTransition.Status.RUNNING;
    if (second) {
      waiting.stop();
    }
  }

  /** The button was pressed, by the mouse or otherwise. */
  void pressed() {
    ArgumentField argument = target;
    target = null;
    if (argument == null) {
      press.run();
    } else if (second) {
      argument.edit();
    } else {
      waiting.playFromStart();
    }
  }
}
