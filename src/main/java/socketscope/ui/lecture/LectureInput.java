package socketscope.ui.lecture;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Takes the keys of a lecture before anybody else does. A remote may be pressed at any time, by
 * mistake, too: nothing that it sends makes a call beyond the lesson's next, or interrupts one.
 */
final class LectureInput {

  /** Keys that mean nothing in a text; among them those that remotes send at any time. */
  private static final Set<KeyCode> IN_TEXTS_TOO =
      EnumSet.of(
          KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.F1, KeyCode.F4, KeyCode.F5, KeyCode.F11);

  private final Lecture lecture;

  /** The pressed key was taken; the character that it types goes to nobody. */
  private boolean taken;

  /**
   * The lecture was left, and no other key has come since. The one button of a remote sends F5 and
   * Esc in turn: until something else is done, they come from there.
   */
  private boolean left;

  LectureInput(Lecture lecture, Scene scene) {
    this.lecture = lecture;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> left = false);
  }

  private void pressed(KeyEvent event) {
    taken = lecture.onProperty().get() ? inLecture(event) : afterwards(event);
    if (taken) {
      event.consume();
    }
  }

  private boolean inLecture(KeyEvent event) {
    Optional<LectureKey> found = LectureKey.of(event);
    if (event.getCode().isModifierKey()) {
      return false;
    }
    if (found.isEmpty() || !isFor(event, found.get())) {
      return unseen(event);
    }
    LectureKey key = found.get();
    boolean uncovered = lecture.uncover();
    if (!uncovered) {
      lecture.act(key);
      left = !lecture.onProperty().get();
    }
    return true;
  }

  /** While a text is written or a call is made, most keys are theirs who do it. */
  private boolean isFor(KeyEvent event, LectureKey key) {
    boolean pane = key == LectureKey.CLIENT || key == LectureKey.SERVER;
    if (pane || IN_TEXTS_TOO.contains(event.getCode())) {
      return true;
    }
    return !lecture.writing() && (!lecture.inPane() || key == LectureKey.LEAVE);
  }

  /** What the window would do where nobody sees it. */
  private static boolean unseen(KeyEvent event) {
    boolean shortcut = event.isShortcutDown();
    return switch (event.getCode()) {
      case F3 -> true;
      case F, DIGIT3, DIGIT4 -> shortcut;
      default -> false;
    };
  }

  private boolean afterwards(KeyEvent event) {
    boolean start = LectureKey.START == LectureKey.of(event).orElse(null);
    if (start && (left || event.isShiftDown())) {
      lecture.begin();
      return true;
    }
    boolean stop = event.getCode() == KeyCode.ESCAPE && left;
    left &= stop || event.getCode().isModifierKey();
    return stop;
  }

  private void typed(KeyEvent event) {
    boolean keys =
        lecture.onProperty().get() && event.getCharacter().equals("?") && !lecture.writing();
    if (keys && !lecture.uncover()) {
      lecture.act(LectureKey.KEYS);
    }
    if (keys || taken) {
      event.consume();
    }
  }
}
