package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.Role;
import socketscope.lesson.Family;
import socketscope.status.ProgramStatus;
import socketscope.text.Language;
import socketscope.trace.TraceReader;
import socketscope.ui.command.Command;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Theme;
import socketscope.ui.model.UnixName;

class WindowUiTest {

  @TempDir Path folder;

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  private ProgramStatus program(String name) {
    return window.parts.recording.statusProperty().get().program(name).orElse(null);
  }

  private void bothRun() {
    TestWindow.until(
        "both programs run",
        () ->
            program("client") != null
                && program("client").running()
                && program("server") != null
                && program("server").running());
  }

  private void press(FxRobot robot, String row) {
    robot.interact(() -> window.find("#" + row + " .call-button", Button.class).fire());
  }

  private String result(String row) {
    return window.find("#" + row + " .call-result", Label.class).getText();
  }

  private void pressAndAwait(FxRobot robot, String row, String result) {
    press(robot, row);
    TestWindow.until(row + " " + result, () -> result(row).equals(result));
  }

  private String text(String selector) {
    return window.find(selector, Labeled.class).getText();
  }

  /** Types into the field of that place in a row. */
  private void type(FxRobot robot, String row, int field, String text) {
    List<Node> fields =
        List.copyOf(window.find("#" + row, Parent.class).lookupAll(".argument-field"));
    robot.interact(() -> ((TextField) fields.get(field)).setText(text));
  }

  private void listen(FxRobot robot) {
    bothRun();
    press(robot, "server-socket");
    TestWindow.until("a socket", () -> !program("server").sockets().isEmpty());
    type(robot, "server-bind", 1, "127.0.0.1:0");
    pressAndAwait(robot, "server-bind", "= 0");
    pressAndAwait(robot, "server-listen", "= 0");
  }

  @Test
  void aPressMakesTheCallAndItsResultAndItsSocketAppear(FxRobot robot) {
    bothRun();
    assertThat(text("#empty")).contains("socket()");
    robot.clickOn("#server-socket .call-name");
    TestWindow.until("a result", () -> result("server-socket").matches("= [0-9]+"));
    String descriptor = result("server-socket").substring(2);
    assertThat(text(".socket-descriptor")).isEqualTo("fd " + descriptor);
    assertThat(text("#call-headline"))
        .isEqualTo("server: socket(AF_INET, SOCK_STREAM, 0) = " + descriptor);
    assertThat(window.find("#empty", Node.class).getParent().isVisible()).isFalse();
  }

  @Test
  void noCallMovesAwayWhenTheFirstSocketsAppear(FxRobot robot) {
    bothRun();
    assertThat(text("#no-sockets-server")).isEqualTo("no sockets yet");
    double before = top("#server-bind");
    for (int sockets = 1; sockets <= 2; sockets++) {
      int wanted = sockets;
      press(robot, "server-socket");
      TestWindow.until("a card", () -> program("server").sockets().size() == wanted);
      assertThat(top("#server-bind")).isEqualTo(before);
    }
    assertThat(window.find("#no-sockets-server", Node.class)).isNull();
  }

  /** How far below the top of the window a node begins. */
  private double top(String selector) {
    Node node = window.find(selector, Node.class);
    return node.localToScene(node.getBoundsInLocal()).getMinY();
  }

  @Test
  void aRefusedConnectIsExplained(FxRobot robot) {
    bothRun();
    press(robot, "client-socket");
    TestWindow.until("a socket", () -> result("client-socket").startsWith("= "));
    type(robot, "client-connect", 1, "127.0.0.1:1");
    pressAndAwait(robot, "client-connect", "= -1 ECONNREFUSED");
    assertThat(window.find("#client-connect .call-result", Label.class).getStyleClass())
        .contains("failed");
    assertThat(text(".errno-title")).contains("ECONNREFUSED").contains("111");
  }

  @Test
  void aBadArgumentSaysWhyAndMakesNoCall(FxRobot robot) {
    bothRun();
    type(robot, "server-bind", 1, "localhost");
    press(robot, "server-bind");
    assertThat(text("#server-bind .call-reason")).contains("127.0.0.1:5000").contains("localhost");
    type(robot, "client-connect", 1, "192.0.2.1:5000");
    press(robot, "client-connect");
    assertThat(text("#client-connect .call-reason"))
        .contains("192.0.2.1:5000")
        .contains("loopback");
    pressAndAwait(robot, "server-listen", "= -1 EBADF");
    assertThat(window.parts.recording.all().stream().filter(CallStarted.class::isInstance))
        .hasSize(1);
    type(robot, "server-bind", 1, "127.0.0.1:0");
    pressAndAwait(robot, "server-bind", "= -1 EBADF");
    assertThat(text("#server-bind .call-reason")).isEmpty();
  }

  @Test
  void aBlockedCallShowsThatItIsBlockedAndCanBeInterrupted(FxRobot robot) {
    listen(robot);
    press(robot, "server-accept");
    TestWindow.until("blocked", () -> program("server").blocked());
    assertThat(window.find("#server-accept .waiting-line .label", Label.class).getText())
        .contains("blocked");
    assertThat(text("#server-listen .call-result")).isEqualTo("= 0");
    robot.clickOn("#server-accept .interrupt-button");
    TestWindow.until("EINTR", () -> result("server-accept").equals("= -1 EINTR"));
    assertThat(program("server").blocked()).isFalse();

    press(robot, "server-accept");
    TestWindow.until("blocked", () -> program("server").blocked());
    robot.push(KeyCode.ESCAPE);
    TestWindow.until("interrupted by Esc", () -> !program("server").blocked());
  }

  @Test
  void whatIsTypedStaysAndAnEmptiedFieldFollowsTheSocketsAgain(FxRobot robot) {
    bothRun();
    type(robot, "client-close", 0, "99");
    press(robot, "client-socket");
    TestWindow.until("a socket", () -> result("client-socket").startsWith("= "));
    TextField field = window.find("#client-close .argument-field", TextField.class);
    assertThat(field.getText()).isEqualTo("99");
    type(robot, "client-close", 0, "");
    press(robot, "client-socket");
    TestWindow.until("two sockets", () -> program("client").sockets().size() == 2);
    assertThat(field.getText()).isEqualTo("" + program("client").sockets().getLast().descriptor());
  }

  @Test
  void everyTextChangesWithTheLanguage(FxRobot robot) {
    listen(robot);
    press(robot, "server-accept");
    TestWindow.until("blocked", () -> program("server").blocked());
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    List<String> spanish = texts();
    robot.interact(() -> window.find("#language", Button.class).fire());
    List<String> english = texts();
    assertThat(spanish).contains("Servidor", "Cola de accept", "Qué acaba de pasar");
    assertThat(english).contains("Server", "Accept queue", "What just happened");
    assertThat(english).hasSameSizeAs(spanish);
    assertThat(
            spanish.stream().filter(english::contains).filter(text -> text.matches(".*[a-z]{4}.*")))
        .as("the same in both languages: words of the field only")
        .allMatch(text ->
            text.matches(
                ".*(socket|bind|listen|accept|recv|send|close|connect|shutdown"
                    + "|strace|IPv4|stream|Socketscope|kernel|SIOC).*"));
  }

  /** The texts of all labels that are shown. */
  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    collect(window.parts.scene.getRoot(), texts);
    return texts;
  }

  private static void collect(Node node, List<String> texts) {
    if (node.isVisible() && node instanceof Labeled labeled && labeled.getText() != null) {
      texts.add(labeled.getText());
    }
    if (node.isVisible() && node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  @Test
  void steppingBackShowsThePastAndChangesNothing(FxRobot robot) {
    listen(robot);
    List<Event> before = window.parts.recording.all();
    robot.interact(() -> window.parts.commands().run(Command.FIRST));
    assertThat(program("server").sockets()).isEmpty();
    assertThat(window.find("#past", Node.class).isVisible()).isTrue();
    assertThat(window.parts.recording.all()).isEqualTo(before);
    robot.interact(() -> window.parts.commands().run(Command.FORWARD));
    robot.interact(() -> window.parts.commands().run(Command.LAST));
    assertThat(window.find("#past", Node.class).isVisible()).isFalse();
    assertThat(program("server").sockets()).hasSize(1);
  }

  @Test
  void theSliderGoesToAnyMomentAndFollowsTheKeys(FxRobot robot) {
    Slider slider = window.find("#moment", Slider.class);
    assertThat(slider.isDisabled()).isTrue();
    listen(robot);
    assertThat(slider.getMax()).isEqualTo(3);
    assertThat(slider.getValue()).isEqualTo(3);
    robot.interact(() -> slider.setValue(1.2));
    assertThat(window.parts.recording.moment()).isEqualTo(1);
    assertThat(window.find("#past", Node.class).isVisible()).isTrue();
    assertThat(window.find("#moment:past", Node.class)).isEqualTo(slider);
    robot.interact(() -> window.parts.commands().run(Command.FORWARD));
    assertThat(slider.getValue()).isEqualTo(2);
    robot.interact(() -> slider.setValue(3));
    assertThat(window.parts.recording.inPast()).isFalse();
    robot.interact(() -> window.parts.commands().run(Command.NEW_EXPERIMENT));
    assertThat(slider.getValue()).isZero();
    assertThat(slider.getAccessibleText()).isEqualTo("The event that is shown");
  }

  @Test
  void aProgramThatWasKilledSaysSoAndCanBeStartedAgain(FxRobot robot) {
    bothRun();
    long pid = program("client").pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    TestWindow.until("the end", () -> program("client").end() != null);
    assertThat(texts()).anyMatch(text -> text.contains("signal 9"));
    robot.clickOn("Start again");
    TestWindow.until("a new process", () -> program("client").running());
    assertThat(program("client").pid()).isNotEqualTo(pid);
  }

  @Test
  void aLessonIsPlayedStepByStepOverEitherFamily(FxRobot robot) {
    for (Family family : Family.values()) {
      robot.interact(() -> {
        window.parts.chooser.family(family);
        window.parts.chooser.shipped("tcp", Language.ENGLISH);
      });
      var play = window.parts.controller.lessonProperty().get();
      assertThat(play).isNotNull();
      while (play.next().isPresent()) {
        int made = play.madeProperty().get();
        robot.interact(() -> window.parts.commands().run(Command.FORWARD));
        TestWindow.until("step " + made, () -> play.madeProperty().get() == made + 1);
      }
      assertThat(text("#step"))
          .matches("step " + play.total() + "/" + play.total() + " · event ([0-9]+)/\\1");
      TestWindow.until("its end", () -> window.parts.notices.currentProperty().get() != null);
      assertThat(text("#notice .label")).contains("answered as the lesson says");
      robot.interact(() -> window.parts.chooser.exchange(Exchange.TCP));
    }
  }

  @Test
  void playingMakesTheStepsOfALessonByItself(FxRobot robot) {
    robot.interact(() -> {
      window.settings.speedProperty().set(4);
      window.parts.chooser.shipped("udp", Language.SPANISH);
      window.parts.commands().run(Command.PLAY);
    });
    var play = window.parts.controller.lessonProperty().get();
    TestWindow.until("three steps", () -> play.madeProperty().get() >= 3);
    robot.interact(() -> window.parts.commands().run(Command.PLAY));
    robot.interact(() -> window.parts.commands().run(Command.FIRST));
    assertThat(window.parts.recording.inPast()).isTrue();
    robot.interact(() -> window.parts.commands().run(Command.PLAY));
    TestWindow.until("now again", () -> !window.parts.recording.inPast());
  }

  @Test
  void theTopBarFitsTheSmallestWindowInEveryLanguage(FxRobot robot) {
    // The least width of the window is 1024, with its borders.
    Region bar = window.find(".top-bar", Region.class);
    for (Language language : Language.values()) {
      robot.interact(() -> window.settings.languageProperty().set(language));
      assertThat(bar.minWidth(-1)).as("%s", language).isLessThanOrEqualTo(1016);
    }
    robot.interact(() -> window.parts.chooser.exchange(Exchange.UNIX_SEQPACKET));
    robot.interact(() -> window.parts.chooser.unixName(UnixName.ABSTRACT));
    assertThat(bar.minWidth(-1)).as("the longest names").isLessThanOrEqualTo(1016);
  }

  @Test
  void theKeysAreListedUntilEscape(FxRobot robot) {
    robot.push(KeyCode.F1);
    assertThat(texts()).contains("Ctrl+N", "Alt+Home");
    robot.push(KeyCode.ESCAPE);
    assertThat(texts()).doesNotContain("Alt+Home");
  }

  @Test
  void theExperimentBeforeIsKeptAndCanBeOpenedAgain(FxRobot robot) throws Exception {
    listen(robot);
    List<Event> before = window.parts.recording.all();
    robot.interact(() -> window.parts.commands().run(Command.NEW_EXPERIMENT));
    bothRun();
    assertThat(program("server").sockets()).isEmpty();
    robot.clickOn("Open it");
    assertThat(window.parts.recording.all()).containsAll(before);
    assertThat(window.find("#server-socket", Node.class).isDisabled()).isTrue();

    Path saved = folder.resolve("saved.jsonl");
    window.pick(saved);
    robot.interact(() -> window.parts.commands().run(Command.SAVE_TRACE));
    assertThat(TraceReader.read(saved).events()).isEqualTo(window.parts.recording.all());
  }

  @Test
  void aBrokenTraceIsOneSentence(FxRobot robot) throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), "hello");
    window.pick(broken);
    robot.interact(() -> window.parts.commands().run(Command.OPEN_TRACE));
    assertThat(text("#notice .label")).contains("broken.jsonl");
    assertThat(window.parts.controller.live()).isTrue();
  }

  @Test
  void closingEndsThePrograms(FxRobot robot) {
    bothRun();
    List<Long> pids = List.of(program("client").pid(), program("server").pid());
    window.close();
    assertThat(pids).allMatch(pid -> ProcessHandle.of(pid).isEmpty());
  }

  @Test
  void screenshots(FxRobot robot) throws Exception {
    listen(robot);
    press(robot, "server-accept");
    TestWindow.until("blocked", () -> program("server").blocked());
    String port = program("server").sockets().getLast().local().toString();
    press(robot, "client-socket");
    TestWindow.until("a socket", () -> result("client-socket").startsWith("= "));
    type(robot, "client-connect", 1, port);
    pressAndAwait(robot, "client-connect", "= 0");
    TestWindow.until("accepted", () -> result("server-accept").startsWith("= "));
    pressAndAwait(robot, "client-send", "= 4");
    press(robot, "server-accept");
    TestWindow.until("blocked", () -> program("server").blocked());
    screenshots("window");
    List<Event> packets =
        window.parts.recording.all().stream().filter(PacketSeen.class::isInstance).toList();
    if (!packets.isEmpty()) {
      robot.interact(() -> window.parts.recording.selectedProperty().set(data(packets)));
      screenshots("packet");
      robot.interact(this::openTcp);
      window.saveScreenshot("packet-fields", Language.ENGLISH, Theme.DARK, 1280, 800);
      window.saveScreenshot("packet-fields", Language.SPANISH, Theme.LIGHT, 1280, 800);
    }
    assertThat(window.parts.recording.statusProperty().get().programs(Role.CLIENT)).hasSize(1);
  }

  /** The one that carries what the client sent. */
  private static Event data(List<Event> packets) {
    return packets.stream()
        .filter(event -> ((PacketSeen) event).bytes().escaped().contains("hola"))
        .findFirst()
        .orElse(packets.getLast());
  }

  private void openTcp() {
    TreeView<?> layers = window.find("#packet-layers", TreeView.class);
    layers.getTreeItem(1).setExpanded(true);
    layers.getSelectionModel().select(10);
    layers.scrollTo(4);
  }

  private void screenshots(String name) throws Exception {
    for (Language language : Language.values()) {
      for (Theme theme : Theme.values()) {
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
          window.saveScreenshot(name, language, theme, size[0], size[1]);
        }
      }
    }
  }
}
