package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.ui.command.Command;
import socketscope.ui.model.Plan;

class UndoUiTest {

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  /** The last argument of that row. */
  private TextField field(String row) {
    return window.parts.scene.getRoot().lookupAll("#" + row + " .argument-field").stream()
        .map(TextField.class::cast)
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private void type(FxRobot robot, String row, String text) {
    robot.interact(() -> {
      field(row).requestFocus();
      field(row).selectAll();
    });
    robot.write(text);
    robot.interact(() -> window.parts.commands().run(Command.DIAGRAM));
  }

  private void undo(FxRobot robot) {
    robot.press(KeyCode.CONTROL).push(KeyCode.Z).release(KeyCode.CONTROL);
  }

  private void redo(FxRobot robot) {
    robot.press(KeyCode.CONTROL).push(KeyCode.Y).release(KeyCode.CONTROL);
  }

  @Test
  void argumentsComeBackInTheirOrder(FxRobot robot) {
    String port = field("client-connect").getText();
    String backlog = field("server-listen").getText();
    type(robot, "client-connect", "127.0.0.1:7");
    type(robot, "server-listen", "3");
    undo(robot);
    assertThat(field("server-listen").getText()).isEqualTo(backlog);
    assertThat(field("client-connect").getText()).isEqualTo("127.0.0.1:7");
    undo(robot);
    assertThat(field("client-connect").getText()).isEqualTo(port);
    redo(robot);
    redo(robot);
    assertThat(field("client-connect").getText()).isEqualTo("127.0.0.1:7");
    assertThat(field("server-listen").getText()).isEqualTo("3");
  }

  @Test
  void whyACallWasNotMadeGoesWithTheArgumentThatWasWrong(FxRobot robot) {
    type(robot, "client-connect", "localhost");
    robot.interact(() -> window.find("#client-connect .call-button", Button.class).fire());
    Node reason = window.find("#client-connect .call-reason", Node.class);
    assertThat(reason.isVisible()).isTrue();
    robot.interact(() -> window.parts.commands().run(Command.DIAGRAM));
    undo(robot);
    assertThat(field("client-connect").getText()).isEqualTo("127.0.0.1:5000");
    assertThat(reason.isVisible()).isFalse();
  }

  @Test
  void aFieldUndoesItsOwnTypingFirst(FxRobot robot) {
    type(robot, "client-connect", "127.0.0.1:7");
    String backlog = field("server-listen").getText();
    robot.interact(() -> {
      field("server-listen").requestFocus();
      field("server-listen").selectAll();
    });
    robot.write("9");
    undo(robot);
    assertThat(field("server-listen").getText()).isEqualTo(backlog);
    assertThat(field("client-connect").getText()).isEqualTo("127.0.0.1:7");
    undo(robot);
    assertThat(field("client-connect").getText()).isNotEqualTo("127.0.0.1:7");
  }

  @Test
  void whatEscBroughtBackCanBeUndone(FxRobot robot) {
    type(robot, "server-listen", "3");
    robot.interact(() -> field("server-listen").requestFocus());
    robot.push(KeyCode.ESCAPE);
    assertThat(field("server-listen").getText()).isNotEqualTo("3");
    robot.interact(() -> window.parts.commands().run(Command.DIAGRAM));
    undo(robot);
    assertThat(field("server-listen").getText()).isEqualTo("3");
  }

  @Test
  void aNewExperimentForgetsWhatWasTypedInOneEdit(FxRobot robot) {
    type(robot, "client-connect", "127.0.0.1:7");
    type(robot, "server-listen", "3");
    robot.interact(() -> window.parts.commands().run(Command.NEW_EXPERIMENT));
    assertThat(field("server-listen").getText()).isNotEqualTo("3");
    undo(robot);
    assertThat(field("server-listen").getText()).isEqualTo("3");
  }

  @Test
  void whereNothingWasTypedTheMenuSaysSo(FxRobot robot) {
    assertThat(window.menuItem(Command.UNDO).isDisable()).isTrue();
    assertThat(window.menuItem(Command.REDO).isDisable()).isTrue();
    type(robot, "server-listen", "3");
    assertThat(window.menuItem(Command.UNDO).isDisable()).isFalse();
    undo(robot);
    assertThat(window.menuItem(Command.UNDO).isDisable()).isTrue();
    assertThat(window.menuItem(Command.REDO).isDisable()).isFalse();
  }
}
