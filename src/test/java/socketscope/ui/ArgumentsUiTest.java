package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import socketscope.event.Role;
import socketscope.status.SocketStatus;
import socketscope.ui.model.Plan;

class ArgumentsUiTest {

  @TempDir Path folder;

  @RegisterExtension
  final TestWindow window =
      new TestWindow(opened -> {
        opened.parts.controller.begin(Plan.FIRST);
        opened.settings.moreCallsProperty().set(true);
      });

  private void bothRun() {
    TestWindow.until(
        "both run",
        () ->
            List.of(Role.values()).stream()
                .allMatch(role ->
                    window.parts.recording.statusProperty().get().programs(role).stream()
                        .anyMatch(program -> program.running())));
  }

  private TextField field(String row, int place) {
    List<Node> fields =
        List.copyOf(window.find("#" + row, Parent.class).lookupAll(".argument-field"));
    return (TextField) fields.get(place);
  }

  /** Opens with the keys what is offered for a field, and chooses the entry of that text. */
  private void choose(FxRobot robot, TextField field, String text) {
    robot.interact(field::requestFocus);
    robot.press(KeyCode.ALT).push(KeyCode.DOWN).release(KeyCode.ALT);
    robot.interact(() -> {
      ContextMenu menu =
          Window.getWindows().stream()
              .filter(ContextMenu.class::isInstance)
              .map(ContextMenu.class::cast)
              .findFirst()
              .orElseThrow(() -> new AssertionError("no menu"));
      menu.getItems().stream()
          .filter(item -> item.getOnAction() != null && shows((CustomMenuItem) item, text))
          .findFirst()
          .orElseThrow(() -> new AssertionError(text))
          .fire();
      menu.hide();
    });
  }

  private static boolean shows(CustomMenuItem item, String text) {
    Label label = (Label) ((Parent) item.getContent()).getChildrenUnmodifiable().getFirst();
    return label.getText().endsWith(text);
  }

  private String press(FxRobot robot, String row) {
    Label result = window.find("#" + row + " .call-result", Label.class);
    robot.interact(() -> {
      result.setText("");
      window.find("#" + row + " .call-button", Button.class).fire();
    });
    TestWindow.until(row, () -> result.getText().startsWith("= "));
    return result.getText();
  }

  @Test
  void anOptionIsChosenWithItsLevelAndAValueAndTheKernelTakesIt(FxRobot robot) {
    bothRun();
    press(robot, "client-socket");
    choose(robot, field("client-setsockopt", 2), "TCP_NODELAY, 1");
    assertThat(field("client-setsockopt", 1).getText()).isEqualTo("IPPROTO_TCP");
    assertThat(press(robot, "client-setsockopt")).isEqualTo("= 0");
    choose(robot, field("client-getsockopt", 1), "TCP_NODELAY");
    assertThat(press(robot, "client-getsockopt")).isEqualTo("= 0 [1]");
    choose(robot, field("client-setsockopt", 2), "SO_LINGER, {1, 0}");
    assertThat(press(robot, "client-setsockopt")).isEqualTo("= 0");
  }

  @Test
  void flagsAreJoinedAndTakenOutAgain(FxRobot robot) {
    bothRun();
    TextField flags = field("client-recv", 2);
    choose(robot, flags, "MSG_PEEK");
    choose(robot, flags, "MSG_DONTWAIT");
    assertThat(flags.getText()).isEqualTo("MSG_PEEK|MSG_DONTWAIT");
    choose(robot, flags, "MSG_PEEK");
    choose(robot, flags, "MSG_DONTWAIT");
    assertThat(flags.getText()).isEqualTo("0");
  }

  @Test
  void whatCMayGetWrongIsOneChoiceAway(FxRobot robot) {
    bothRun();
    press(robot, "server-socket");
    choose(robot, field("server-bind", 1), "…, 2");
    assertThat(field("server-bind", 1).getText()).isEqualTo("127.0.0.1:5000, 2");
    assertThat(press(robot, "server-bind")).isEqualTo("= -1 EINVAL");
    choose(robot, field("server-bind", 1), "BAD");
    assertThat(press(robot, "server-bind")).isEqualTo("= -1 EFAULT");
    choose(robot, field("server-bind", 0), "99");
    assertThat(press(robot, "server-bind")).isEqualTo("= -1 EBADF");
  }

  @Test
  void escapeBringsTheUsualArgumentBack(FxRobot robot) {
    bothRun();
    TextField data = field("client-send", 1);
    robot.interact(() -> {
      data.requestFocus();
      data.setText("\"mine\"");
    });
    robot.push(KeyCode.ESCAPE);
    assertThat(data.getText()).isEqualTo("\"hola\"");
  }

  @Test
  void theContentOfAFileIsSent(FxRobot robot) throws Exception {
    bothRun();
    Path file = Files.write(folder.resolve("picture.png"), new byte[3000]);
    window.pick(file);
    robot.interact(() -> {
      field("client-socketpair", 1).setText("SOCK_STREAM");
      assertThat(field("client-write", 1).getText()).isEqualTo("\"hola\"");
    });
    press(robot, "client-socketpair");
    choose(robot, field("client-write", 1), "file:…");
    assertThat(field("client-write", 1).getText()).isEqualTo("file:" + file);
    assertThat(window.find("#client-write", Parent.class).lookupAll(".call-syntax"))
        .anyMatch(label -> ((Label) label).getText().equals(", 3000"));
    assertThat(press(robot, "client-write")).isEqualTo("= 3000");
    robot.interact(() -> field("client-write", 1).setText("file:/there/is/none"));
    robot.interact(() -> window.find("#client-write .call-button", Button.class).fire());
    assertThat(window.find("#client-write .call-reason", Label.class).getText())
        .contains("could not be read");
  }

  @Test
  void pollWatchesAllSocketsOfTheProgram(FxRobot robot) {
    bothRun();
    press(robot, "client-socketpair");
    List<Integer> pair = pair();
    String all = "[{" + pair.getFirst() + ", POLLIN}, {" + pair.getLast() + ", POLLIN}]";
    choose(robot, field("client-poll", 0), all);
    assertThat(press(robot, "client-poll")).isEqualTo("= 0 []");
  }

  @Test
  void aPartialSendAndAShortReadArePlainlyMarked(FxRobot robot) {
    bothRun();
    press(robot, "client-socketpair");
    robot.interact(() -> {
      field("client-send", 1).setText("\"x\" * 4000000");
      field("client-send", 2).setText("MSG_DONTWAIT");
    });
    assertThat(press(robot, "client-send")).isNotEqualTo("= 4000000");
    assertThat(portion("client-send")).matches("partial send: [0-9,]+ of 4,000,000 bytes");
    assertThat(window.find(".inspector-content .call-portion", Label.class).getText())
        .isEqualTo(portion("client-send"));
    robot.interact(() -> field("client-recv", 0).setText("" + pair().getFirst()));
    assertThat(press(robot, "client-recv")).startsWith("= 1024 ");
    assertThat(portion("client-recv")).isEmpty();
    assertThat(window.find("#received-hex", Label.class).getText())
        .startsWith("0000  78 78 78 78 78 78 78 78  xxxxxxxx\n");
  }

  /** The descriptors of the program's sockets. */
  private List<Integer> pair() {
    return window
        .parts
        .recording
        .statusProperty()
        .get()
        .program("client")
        .orElseThrow()
        .sockets()
        .stream()
        .map(SocketStatus::descriptor)
        .toList();
  }

  private String portion(String row) {
    return window.find("#" + row + " .call-portion", Label.class).getText();
  }
}
