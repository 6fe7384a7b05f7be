package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.status.ProgramStatus;
import socketscope.text.Language;
import socketscope.ui.model.Plan;

@ExtendWith(ApplicationExtension.class)
class PaletteUiTest {

  @TempDir Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = new TestWindow(stage, folder);
    window.parts.bench.begin(Plan.FIRST);
  }

  @AfterEach
  void endPrograms() {
    window.close();
  }

  private boolean open() {
    return window.find("#palette", Node.class).isVisible();
  }

  private void type(FxRobot robot, String text) {
    robot.press(KeyCode.CONTROL).push(KeyCode.K).release(KeyCode.CONTROL);
    TestWindow.until("the palette", this::open);
    robot.interact(() -> window.find("#palette-field", TextField.class).setText(text));
  }

  @Test
  void aCommandIsFoundAndDone(FxRobot robot) {
    type(robot, "two lifelines");
    robot.push(KeyCode.ENTER);
    TestWindow.until("folded", () -> window.settings.foldedProperty().get());
    assertThat(open()).isFalse();
    assertThat(window.settings.usedProperty().get()).isEqualTo(List.of("command.FOLD"));
  }

  @Test
  void theWordsOfBothLanguagesFind(FxRobot robot) {
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    type(robot, "reduced motion");
    robot.push(KeyCode.ENTER);
    TestWindow.until("motion again", () -> !window.settings.reducedMotionProperty().get());
  }

  @Test
  void aCallIsMadeAsItStandsInItsRow(FxRobot robot) {
    TestWindow.until(
        "the server runs",
        () ->
            window.parts.recording.statusProperty().get().program("server").stream()
                .anyMatch(ProgramStatus::running));
    type(robot, "server socket");
    robot.push(KeyCode.ENTER);
    TestWindow.until("a socket of the server", this::serverMadeASocket);
  }

  private boolean serverMadeASocket() {
    return window.parts.recording.all().stream()
        .filter(CallStarted.class::isInstance)
        .map(CallStarted.class::cast)
        .anyMatch(call -> call.call().function() == Function.SOCKET);
  }

  @Test
  void arrowsGoThroughTheListAndRoundIt(FxRobot robot) {
    type(robot, "export");
    ListView<?> list = window.find("#palette-list", ListView.class);
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
    robot.push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP);
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(list.getItems().size() - 1);
  }

  @Test
  void escapeGivesTheFocusBack(FxRobot robot) {
    Node field = window.find("#client-connect .argument-field", Node.class);
    robot.interact(field::requestFocus);
    type(robot, "");
    assertThat(field.isFocused()).isFalse();
    robot.push(KeyCode.ESCAPE);
    TestWindow.until("closed", () -> !open());
    assertThat(field.isFocused()).isTrue();
  }

  @Test
  void whatMakesNoSenseNowIsShownAndNotDone(FxRobot robot) {
    type(robot, "back to now");
    robot.push(KeyCode.ENTER);
    assertThat(open()).as("it stays, for something else to be chosen").isTrue();
  }

  @Test
  void aLessonIsBegun(FxRobot robot) {
    type(robot, "lesson half close");
    robot.push(KeyCode.ENTER);
    TestWindow.until("the lesson", () -> window.parts.bench.lessonProperty().get() != null);
  }
}
