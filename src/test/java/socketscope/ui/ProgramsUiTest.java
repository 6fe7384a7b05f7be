package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.event.Role;
import socketscope.event.Signal;
import socketscope.event.SocketId;
import socketscope.status.ProgramStatus;
import socketscope.status.SocketStatus;
import socketscope.text.Language;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Theme;

class ProgramsUiTest {

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  private List<ProgramStatus> running(Role role) {
    return window.parts.recording.statusProperty().get().programs(role).stream()
        .filter(ProgramStatus::running)
        .toList();
  }

  private void run(Role role, int count) {
    TestWindow.until(count + " run", () -> running(role).size() == count);
  }

  private ProgramStatus program(String name) {
    return window.parts.recording.statusProperty().get().program(name).orElseThrow();
  }

  private void fire(FxRobot robot, String selector) {
    robot.interact(() -> window.find(selector, Button.class).fire());
  }

  /** Chooses an entry of the menu in the head of a pane. */
  private void choose(FxRobot robot, Role role, String text) {
    robot.interact(() ->
        window.find("#program-menu-" + role, MenuButton.class).getItems().stream()
            .filter(item -> text.equals(item.getText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(text))
            .fire());
  }

  private List<String> chips() {
    return window.parts.scene.getRoot().lookupAll(".program-chip").stream()
        .filter(ProgramsUiTest::isShown)
        .map(chip -> ((Labeled) chip).getText())
        .toList();
  }

  private static boolean isShown(Node node) {
    return node == null || node.isVisible() && isShown(node.getParent());
  }

  private String result(String row) {
    return window.find("#" + row + " .call-result", Label.class).getText();
  }

  @Test
  void oneMoreClientIsAProcessOfItsOwnAndMakesItsOwnCalls(FxRobot robot) {
    run(Role.CLIENT, 1);
    assertThat(chips()).isEmpty();
    fire(robot, "#add-CLIENT");
    run(Role.CLIENT, 2);
    assertThat(chips()).containsExactly("client", "client2");
    assertThat(window.find(".pane-title", Label.class).getText()).isEqualTo("Client 2");
    fire(robot, "#client-socket .call-button");
    TestWindow.until("a socket", () -> result("client-socket").startsWith("= "));
    assertThat(program("client2").sockets()).hasSize(1);
    assertThat(program("client").sockets()).isEmpty();
    assertThat(program("client2").pid()).isNotEqualTo(program("client").pid());

    fire(robot, "#chip-client");
    assertThat(result("client-socket")).isEmpty();
    fire(robot, "#add-SERVER");
    run(Role.SERVER, 2);
    assertThat(chips()).containsExactly("client", "client2", "server", "server2");
  }

  @Test
  void manyClientsAreNumbersWithAShapeAndTheShapesAreSaidInWords(FxRobot robot) throws Exception {
    run(Role.CLIENT, 1);
    choose(robot, Role.CLIENT, "Add 5 clients");
    choose(robot, Role.CLIENT, "Add 5 clients");
    run(Role.CLIENT, 11);
    assertThat(chips())
        .containsExactly("client", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    assertThat(window.find(".chip-sum", Label.class).getText()).isEqualTo("11 running");
    ProcessHandle.of(program("client7").pid()).orElseThrow().destroyForcibly();
    TestWindow.until("ended", () -> program("client7").end() != null);
    Button ended = window.find("#chip-client7", Button.class);
    assertThat(ended.getAccessibleText()).isEqualTo("client7 · ended");
    assertThat(ended.getGraphic()).isNotNull();
    assertThat(window.parts.scene.getRoot().lookupAll(".chip-sum"))
        .extracting(sum -> ((Label) sum).getText())
        .containsExactly("10 running", "1 ended");
    window.saveScreenshot("programs", Language.ENGLISH, Theme.DARK, 1280, 800);
    window.saveScreenshot("programs", Language.SPANISH, Theme.LIGHT, 1280, 800);
    List<Long> pids = running(Role.CLIENT).stream().map(ProgramStatus::pid).toList();
    assertThat(pids).hasSize(10);
    window.close();
    assertThat(pids).as("nothing is left behind").allMatch(pid -> ProcessHandle.of(pid).isEmpty());
  }

  @Test
  void aProgramIsStoppedContinuedAndEndedByTheMenuOfItsPane(FxRobot robot) {
    run(Role.SERVER, 1);
    choose(robot, Role.SERVER, "Stop (SIGSTOP)");
    TestWindow.until("stopped", () -> program("server").stopped());
    assertThat(process(Role.SERVER)).endsWith("stopped");
    fire(robot, "#server-socket .call-button");
    choose(robot, Role.SERVER, "Continue (SIGCONT)");
    TestWindow.until("a socket", () -> result("server-socket").startsWith("= "));
    assertThat(process(Role.SERVER)).doesNotContain("stopped");
    choose(robot, Role.SERVER, "Kill at once (kill -9)");
    TestWindow.until("ended", () -> program("server").end() != null);
    assertThat(program("server").end().signal()).isEqualTo(9);
    choose(robot, Role.SERVER, "Start again");
    run(Role.SERVER, 1);
    choose(robot, Role.SERVER, "Terminate (SIGTERM)");
    TestWindow.until("ended", () -> program("server").end() != null);
    assertThat(program("server").end().signal()).isEqualTo(15);
  }

  private String process(Role role) {
    Node menu = window.find("#program-menu-" + role, Node.class);
    return ((Label) menu.getParent().lookup(".pane-process")).getText();
  }

  @Test
  void aServerThatServesByItselfMakesItsListenerFirstAndAnswersEachClient(FxRobot robot) {
    run(Role.SERVER, 1);
    run(Role.CLIENT, 1);
    robot.interact(() -> window.parts.chooser.exchange(Exchange.UNIX_STREAM));
    run(Role.SERVER, 1);
    run(Role.CLIENT, 1);
    robot.interact(() ->
        window.find("#program-menu-SERVER", MenuButton.class).getItems().stream()
            .filter(Menu.class::isInstance)
            .map(item -> ((Menu) item).getItems().getLast())
            .forEach(MenuItem::fire));
    TestWindow.until("it serves", () -> !program("server").services().isEmpty());
    assertThat(window.parts.scene.getRoot().lookupAll(".serving-line"))
        .filteredOn(Node::isVisible)
        .extracting(line -> ((Label) line).getText())
        .singleElement()
        .asString()
        .contains("thread for each");
    assertThat(result("server-listen")).isEqualTo("= 0");
    assertThat(window.parts.scene.getRoot().lookupAll(".state-pill"))
        .extracting(pill -> ((Label) pill).getText())
        .contains("listening");
    for (String call : List.of("socket", "connect", "send", "recv")) {
      fire(robot, "#client-" + call + " .call-button");
      TestWindow.until(call, () -> result("client-" + call).startsWith("= "));
    }
    assertThat(result("client-recv")).isEqualTo("= 4 \"hola\"");
  }

  @Test
  void whatWaitsBehindABlockedCallIsMadeFromASecondThread(FxRobot robot) {
    run(Role.SERVER, 1);
    for (String call : List.of("socket", "listen")) {
      fire(robot, "#server-" + call + " .call-button");
      TestWindow.until(call, () -> result("server-" + call).startsWith("= "));
    }
    fire(robot, "#server-accept .call-button");
    TestWindow.until("blocked", () -> program("server").blocked());
    robot.interact(() -> window.settings.moreCallsProperty().set(true));
    type(robot, "server-shutdown", "SHUT_RDWR");
    fire(robot, "#server-shutdown .call-button");
    TestWindow.until(
        "it waits",
        () -> window.find("#server-shutdown .another-thread-button", Node.class) != null);
    fire(robot, "#server-shutdown .another-thread-button");
    TestWindow.until("accept wakes", () -> result("server-accept").equals("= -1 EINVAL"));
    TestWindow.until("all done", () -> program("server").waiting().isEmpty());
  }

  @Test
  void aCallIsMadeInAllClientsEachOnItsOwnSocket(FxRobot robot) {
    run(Role.CLIENT, 1);
    choose(robot, Role.CLIENT, "Add a client");
    run(Role.CLIENT, 2);
    type(robot, "client-connect", "127.0.0.1:1"); // where nobody listens
    for (String call : List.of("socket", "connect")) {
      robot.interact(() ->
          window
              .find("#client-" + call + " .call-button", Button.class)
              .getContextMenu()
              .getItems()
              .getLast()
              .fire());
      TestWindow.until(
          call,
          () ->
              running(Role.CLIENT).stream()
                  .allMatch(each -> each.results().size() == (call.equals("socket") ? 1 : 2)));
    }
    assertThat(running(Role.CLIENT)).allMatch(client -> client.sockets().size() == 1);
    assertThat(result("client-connect")).isEqualTo("= -1 ECONNREFUSED");
  }

  @Test
  void aChildHasAPaneOfItsOwnWithTheSocketsOfItsParent(FxRobot robot) {
    run(Role.SERVER, 1);
    fire(robot, "#server-socket .call-button");
    TestWindow.until("a socket", () -> result("server-socket").startsWith("= "));
    robot.interact(() -> window.settings.moreCallsProperty().set(true));
    fire(robot, "#server-fork .call-button");
    run(Role.SERVER, 2);
    String pid = String.valueOf(program("server.1").pid());
    TestWindow.until("a child", () -> result("server-fork").equals("= " + pid));
    assertThat(chips()).containsExactly("server", "server.1");
    SocketId socket = program("server").sockets().getFirst().id();
    assertThat(program("server.1").sockets()).extracting(SocketStatus::id).containsExactly(socket);

    robot.interact(() -> chip("server.1").fire());
    assertThat(titles()).contains("Server.1");
    fire(robot, "#server-listen .call-button");
    TestWindow.until("the child listens", () -> result("server-listen").equals("= 0"));
    robot.interact(() -> window.parts.controller.signal("server.1", Signal.SIGKILL));
    TestWindow.until("it has ended", () -> program("server.1").end() != null);
    assertThat(program("server.1").end().signal()).isEqualTo(9);
    assertThat(window.parts.scene.getRoot().lookupAll(".ended-line .button"))
        .noneMatch(ProgramsUiTest::isShown);
    assertThat(program("server").sockets().getFirst().listening()).isTrue();
  }

  private Button chip(String program) {
    return window.parts.scene.getRoot().lookupAll(".program-chip").stream()
        .map(Button.class::cast)
        .filter(chip -> ("chip-" + program).equals(chip.getId()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> titles() {
    return window.parts.scene.getRoot().lookupAll(".pane-title").stream()
        .map(title -> ((Label) title).getText())
        .toList();
  }

  /** Types into the last field of a row. */
  private void type(FxRobot robot, String row, String text) {
    List<Node> fields =
        List.copyOf(window.find("#" + row, Parent.class).lookupAll(".argument-field"));
    robot.interact(() -> ((TextField) fields.getLast()).setText(text));
  }
}
