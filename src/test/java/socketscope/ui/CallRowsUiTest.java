package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
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
  void theCallsBelowABlockedOneComeUpOnlyOnceThePointerIsElsewhere(FxRobot robot) {
    bothRun();
    press(robot, "server-socket");
    TestWindow.until("a socket", () -> !program(Role.SERVER).sockets().isEmpty());
    double before = top("server-recv");
    press(robot, "server-listen");
    awaitResult("server-listen", "= 0");
    press(robot, "server-accept");
    TestWindow.until(
        "it blocks", () -> window.find("#server-accept .interrupt-button", Node.class) != null);
    robot.moveTo("#server-accept .interrupt-button");
    double blocked = top("server-recv");
    assertThat(blocked).isGreaterThan(before);
    robot.interact(() -> window.find("#server-accept .interrupt-button", Button.class).fire());
    awaitResult("server-accept", "= -1 EINTR");
    assertThat(top("server-recv")).isEqualTo(blocked);
    robot.moveTo(".diagram-view");
    assertThat(top("server-recv")).isEqualTo(before);
  }

  @Test
  void theButtonThatOffersChoicesLeavesTheNextArgumentReadable(FxRobot robot) {
    bothRun();
    robot.moveTo(field("client-socket", 0));
    Node chooser = window.find("#client-socket .choose-button", Node.class);
    assertThat(chooser.isVisible()).isTrue();
    assertThat(onScreen(chooser).getMaxX())
        .isLessThanOrEqualTo(onScreen(field("client-socket", 1)).getMinX());
  }
}
