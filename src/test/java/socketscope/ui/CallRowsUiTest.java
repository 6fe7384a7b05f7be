package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import socketscope.event.Role;
import socketscope.status.ProgramStatus;
import socketscope.ui.model.Plan;

class CallRowsUiTest {

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  private ProgramStatus program(Role role) {
    return window.parts.recording.statusProperty().get().programs(role).getFirst();
  }

  private void bothRun() {
    TestWindow.until(
        "both run",
        () ->
            List.of(Role.values()).stream()
                .allMatch(role ->
                    window.parts.recording.statusProperty().get().programs(role).stream()
                        .anyMatch(ProgramStatus::running)));
  }

  private void press(FxRobot robot, String row) {
    robot.interact(() -> window.find("#" + row + " .call-button", Button.class).fire());
  }

  private Label result(String row) {
    return window.find("#" + row + " .call-result", Label.class);
  }

  private TextField field(String row, int place) {
    List<Node> fields =
        List.copyOf(window.find("#" + row, Parent.class).lookupAll(".argument-field"));
    return (TextField) fields.get(place);
  }

  private Bounds onScreen(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private double top(String row) {
    return onScreen(window.find("#" + row, Node.class)).getMinY();
  }

  private void awaitResult(String row, String text) {
    TestWindow.until(row + " " + text, () -> result(row).getText().equals(text));
  }

  @Test
  void anAnswerToOtherArgumentsStandsApartWithTheCallThatItBelongsTo(FxRobot robot) {
    bothRun();
    press(robot, "client-close");
    awaitResult("client-close", "= -1 EBADF");
    robot.interact(() -> field("client-close", 0).setText("99"));
    assertThat(result("client-close").getText()).isEqualTo("before: close(-1) = -1 EBADF");
    robot.interact(() -> field("client-close", 0).setText("-1"));
    assertThat(result("client-close").getText()).isEqualTo("= -1 EBADF");
  }

  @Test
  void anAnswerStandsApartOnceTheCallIsOfferedForAnotherSocket(FxRobot robot) {
    bothRun();
    press(robot, "client-close");
    awaitResult("client-close", "= -1 EBADF");
    press(robot, "client-socket");
    awaitResult("client-close", "before: close(-1) = -1 EBADF");
    assertThat(result("client-socket").getText()).startsWith("= ");
    Button close = window.find("#client-close .call-button", Button.class);
    assertThat(close.getAccessibleText()).contains("before: close(-1)");
  }

  @Test
  void anAnswerWithoutRoomBesideItsCallMovesNoOtherCall(FxRobot robot) {
    bothRun();
    press(robot, "client-socket");
    TestWindow.until("a socket", () -> !program(Role.CLIENT).sockets().isEmpty());
    double before = top("client-send");
    press(robot, "client-connect");
    awaitResult("client-connect", "= -1 ECONNREFUSED");
    Label answer = result("client-connect");
    assertThat(onScreen(answer).getMinY())
        .isGreaterThan(onScreen(field("client-connect", 1)).getCenterY());
    assertThat(onScreen(answer).getMaxY())
        .isLessThanOrEqualTo(
            onScreen(window.find("#client-connect .call-button", Node.class)).getMaxY());
    assertThat(top("client-send")).isEqualTo(before);
  }

  @Test
  void noCallMovesUnderThePointerHoweverManySocketsThereAre(FxRobot robot) {
    bothRun();
    robot.moveTo("#client-connect .call-name");
    double before = top("client-connect");
    for (int sockets = 1; sockets <= 4; sockets++) {
      int wanted = sockets;
      press(robot, "client-socket");
      TestWindow.until("a socket", () -> program(Role.CLIENT).sockets().size() == wanted);
    }
    assertThat(top("client-connect")).isEqualTo(before);
    robot.moveTo(".diagram-view");
    assertThat(top("client-connect")).isGreaterThan(before);
  }

  @Test
  void aBlockedCallSaysSoInItsRowAndMovesNoOther(FxRobot robot) {
    bothRun();
    press(robot, "server-socket");
    TestWindow.until("a socket", () -> !program(Role.SERVER).sockets().isEmpty());
    press(robot, "server-listen");
    awaitResult("server-listen", "= 0");
    robot.moveTo("#server-accept .call-name");
    double before = top("server-recv");
    press(robot, "server-accept");
    TestWindow.until(
        "it blocks", () -> window.find("#server-accept .interrupt-button", Node.class) != null);
    assertThat(top("server-recv")).isEqualTo(before);
    robot.clickOn("#server-accept .interrupt-button");
    awaitResult("server-accept", "= -1 EINTR");
    assertThat(top("server-recv")).isEqualTo(before);
  }

  @Test
  void whyACallIsNotMadeHangsOverTheOthersUntilItIsClickedOn(FxRobot robot) {
    bothRun();
    double before = top("server-listen");
    robot.interact(() -> field("server-bind", 1).setText("localhost"));
    press(robot, "server-bind");
    Node reason = window.find("#server-bind .call-reason", Node.class);
    assertThat(reason.isVisible()).isTrue();
    assertThat(top("server-listen")).isEqualTo(before);
    robot.clickOn(reason);
    assertThat(reason.isVisible()).isFalse();
  }

  @Test
  void aClickOnAnArgumentMakesTheCallAndADoubleClickEditsIt(FxRobot robot) {
    bothRun();
    robot.clickOn(field("client-socket", 1));
    TestWindow.until("a socket", () -> program(Role.CLIENT).sockets().size() == 1);
    TextField protocol = field("client-socket", 2);
    robot.doubleClickOn(protocol);
    assertThat(protocol.isFocused()).isTrue();
    assertThat(protocol.getSelectedText()).isEqualTo("0");
    robot.push(KeyCode.ESCAPE);
    assertThat(program(Role.CLIENT).sockets()).hasSize(1);
  }

  @Test
  void thePencilAndF2EditWhatIsNoDescriptor(FxRobot robot) {
    bothRun();
    robot.clickOn("#client-connect .edit-button");
    assertThat(field("client-connect", 1).isFocused()).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(window.find("#client-connect .call-button", Node.class).isFocused()).isTrue();
    robot.push(KeyCode.F2);
    assertThat(field("client-connect", 1).isFocused()).isTrue();
    assertThat(program(Role.CLIENT).calls()).isEmpty();
  }

  @Test
  void theQueuesAreInSightHoweverManyCallsThereAre(FxRobot robot) throws Exception {
    bothRun();
    robot.interact(() -> window.settings.moreCallsProperty().set(true));
    for (int height : List.of(800, 1080)) {
      Bounds queues =
          WaitForAsyncUtils.asyncFx(
                  () -> window.at(1280, height, scene -> below(scene, ".accept-queue")))
              .get(30, TimeUnit.SECONDS);
      assertThat(queues.getHeight()).isPositive();
      assertThat(queues.getMaxY()).isLessThan(height);
    }
  }

  /** How that lies below the top of the pane, in the window. */
  private static Bounds below(Scene scene, String selector) {
    Node pane = scene.lookup("#server-socket");
    while (!pane.getStyleClass().contains("program-pane")) {
      pane = pane.getParent();
    }
    Node part = pane.lookup(selector);
    Bounds seen = part.localToScene(part.getLayoutBounds());
    Bounds room = pane.localToScene(pane.getLayoutBounds());
    assertThat(seen.getMaxY()).isLessThanOrEqualTo(room.getMaxY());
    return seen;
  }

  @Test
  void theButtonThatOffersChoicesLeavesTheNextArgumentReadable(FxRobot robot) {
    bothRun();
    robot.doubleClickOn(field("client-socket", 0));
    Node chooser = window.find("#client-socket .choose-button", Node.class);
    assertThat(chooser.isVisible()).isTrue();
    assertThat(onScreen(chooser).getMaxX())
        .isLessThanOrEqualTo(onScreen(field("client-socket", 1)).getMinX());
  }
}
