package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.event.CallEvent;
import socketscope.event.CallReturned;
import socketscope.event.CaptureEvent;
import socketscope.event.ConnectionForgotten;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.state.Change;
import socketscope.text.Language;
import socketscope.trace.TraceReader;
import socketscope.ui.model.Theme;

/** The states in the window, of experiments that were recorded. */
class StatesTabUiTest {

  @RegisterExtension final TestWindow window = new TestWindow();

  private static List<Event> recorded(String name) throws Exception {
    URL trace = StatesTabUiTest.class.getResource("/socketscope/state/" + name + ".jsonl");
    return TraceReader.read(Path.of(Objects.requireNonNull(trace).toURI())).events();
  }

  private void open(FxRobot robot, List<Event> events) {
    robot.interact(() -> {
      window.parts.recording.begin().accept(events);
      TabPane tabs = window.find(".tab-pane", TabPane.class);
      tabs.getTabs().stream()
          .filter(tab -> List.of("States", "Estados").contains(tab.getText()))
          .forEach(tab -> tabs.getSelectionModel().select(tab));
    });
  }

  private static List<Event> withoutPackets(List<Event> events) {
    return events.stream().filter(event -> !(event instanceof CaptureEvent)).toList();
  }

  /** The last event that the text names. */
  private static Event call(List<Event> events, String text) {
    return events.stream()
        .filter(event -> event instanceof CallEvent || event instanceof ConnectionForgotten)
        .filter(event -> event.toString().contains(text))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static Event returned(List<Event> events, String text) {
    long call = ((CallEvent) call(events, text)).callId();
    return events.stream()
        .filter(event -> event instanceof CallReturned end && end.callId() == call)
        .findFirst()
        .orElseThrow();
  }

  private void look(FxRobot robot, Event event) {
    robot.interact(() -> window.parts.recording.selectedProperty().set(event));
  }

  private Pane figure() {
    return window.find("#state-figure", Pane.class);
  }

  @SuppressWarnings("unchecked") // the list of the changes
  private ListView<Change> changes() {
    return (ListView<Change>) window.find("#state-changes", ListView.class);
  }

  @Test
  void theFigureTellsWhereBothEndsAre(FxRobot robot) throws Exception {
    open(robot, recorded("half-close"));

    assertThat(figure().getAccessibleText())
        .contains("client fd 5, closed is in TIME_WAIT")
        .contains("server fd 6, closed is in CLOSED")
        .contains("SYN_SENT, ESTABLISHED, FIN_WAIT1, FIN_WAIT2, TIME_WAIT");
  }

  @Test
  void aChangeThatIsGoneToPicksItsEventAndTheTabStays(FxRobot robot) throws Exception {
    open(robot, recorded("half-close"));
    robot.interact(() -> window.parts.recording.selectedProperty().set(null));
    Change synSent = robotFirst(robot);

    assertThat(synSent.event()).isInstanceOf(PacketSeen.class);
    assertThat(window.parts.recording.selectedProperty().get()).isEqualTo(synSent.event());
    assertThat(figure().getAccessibleText()).contains("is in SYN_SENT");
    TabPane tabs = window.find(".tab-pane", TabPane.class);
    assertThat(tabs.getSelectionModel().getSelectedItem().getText()).isEqualTo("States");

    robot.interact(() -> changes().requestFocus());
    robot.type(KeyCode.DOWN);
    assertThat(figure().getAccessibleText()).contains("is in ESTABLISHED");
  }

  private Change robotFirst(FxRobot robot) {
    robot.interact(() -> changes().getSelectionModel().select(0));
    return changes().getItems().getFirst();
  }

  @Test
  void whatJustHappenedNamesTheStatesThatAPacketChanged(FxRobot robot) throws Exception {
    open(robot, recorded("half-close"));
    look(robot, changes().getItems().get(1).event());
    assertThat(window.find("#happened", Label.class).getText())
        .contains("client fd 5: from SYN_SENT to ESTABLISHED.")
        .contains("server, waiting for accept: from LISTEN to SYN_RECV.");
  }

  @Test
  void whatTheKernelListsIsSpokenOfOnlyWhereItIsPicked(FxRobot robot) throws Exception {
    List<Event> events = recorded("accept-queue");
    Event listed = call(events, "ConnectionForgotten");
    open(robot, events.subList(0, events.indexOf(listed) + 1));
    assertThat(window.parts.recording.currentEvents().getLast()).isInstanceOf(CallEvent.class);
    look(robot, listed);
    assertThat(window.parts.recording.currentEvents().getLast()).isEqualTo(listed);
  }

  @Test
  void timeWaitShowsHowLongTheKernelStillKeepsIt(FxRobot robot) throws Exception {
    open(robot, recorded("refused"));
    assertThat(window.find(".state-end", Button.class).getAccessibleText())
        .matches("client fd 5 .* TIME_WAIT \\d\\d s left");
    window.saveScreenshot("states-countdown", Language.ENGLISH, Theme.DARK, 1280, 800);
  }

  @Test
  void theChangesAreReadInTheLanguageOfTheMoment(FxRobot robot) throws Exception {
    open(robot, recorded("half-close"));
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    robot.interact(() -> {
      window.parts.scene.getRoot().applyCss();
      window.parts.scene.getRoot().layout();
    });
    List<String> current =
        changes().lookupAll(".change-cell").stream()
            .map(Node::getAccessibleText)
            .filter(text -> !text.isEmpty())
            .toList();
    assertThat(current).isNotEmpty().allMatch(text -> text.matches(".*(recibe|envía|confirma).*"));
  }

  @Test
  void inThePastTheFigureShowsThePast(FxRobot robot) throws Exception {
    open(robot, recorded("half-close"));
    robot.interact(() -> window.parts.recording.goTo(4));
    assertThat(changes().getItems()).hasSizeLessThan(5);
    robot.interact(() -> window.parts.recording.goToNow());
    assertThat(figure().getAccessibleText()).contains("TIME_WAIT");
  }

  @Test
  void aSocketOfUdpHasWordsInsteadOfStates(FxRobot robot) throws Exception {
    List<Event> events = recorded("udp");
    open(robot, events);
    look(robot, returned(events, "connect"));
    assertThat(window.find("#state-figure", Pane.class)).isNull();
    assertThat(prose()).contains("UDP has no states").contains("no packet crossed");
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    assertThat(prose()).contains("UDP no tiene estados");
  }

  private String prose() {
    return window.find("#state-prose", Pane.class).getChildren().stream()
        .map(node -> ((Label) node).getText())
        .reduce("", (all, text) -> all + text + "\n");
  }

  @Test
  void anySocketCanBeChosen(FxRobot robot) throws Exception {
    open(robot, recorded("accept-queue"));
    MenuButton choice = window.find("#state-choice", MenuButton.class);
    assertThat(choice.getItems()).hasSize(6);
    robot.interact(() -> choice.getItems().get(4).fire());
    assertThat(figure().getAccessibleText()).contains("server, waiting for accept was broken off");
  }

  @Test
  void screenshots(FxRobot robot) throws Exception {
    picture(robot, "closed", recorded("half-close"), null);
    List<Event> half = recorded("half-close");
    SplitPane split = window.find(".split-pane", SplitPane.class);
    double divider = split.getDividerPositions()[0];
    robot.interact(() -> split.setDividerPositions(0.42));
    window.saveScreenshot("states-large", Language.ENGLISH, Theme.DARK, 1920, 1080);
    robot.interact(() -> split.setDividerPositions(divider));
    picture(robot, "half", upTo(half, "shutdown"), null);
    picture(robot, "calls-only", withoutPackets(half), null);
    picture(robot, "unread", recorded("unread"), null);
    picture(
        robot, "crossing", recorded("crossing-fins"), call(recorded("crossing-fins"), "shutdown"));
    List<Event> queue = recorded("accept-queue");
    picture(robot, "queue", upTo(queue, "connect(5"), null);
    picture(robot, "udp", recorded("udp"), returned(recorded("udp"), "connect"));
  }

  /** What was there up to the last event that the text names, with what was observed after it. */
  private static List<Event> upTo(List<Event> events, String text) {
    return events.subList(0, events.indexOf(call(events, text)) + 8);
  }

  private void picture(FxRobot robot, String name, List<Event> events, Event looked)
      throws Exception {
    open(robot, events);
    if (looked != null) {
      look(robot, looked);
    }
    String file = "states-" + name;
    window.saveScreenshot(file, Language.ENGLISH, Theme.DARK, 1280, 800);
    if (Stream.of("closed", "half", "udp").anyMatch(name::equals)) {
      window.saveScreenshot(file, Language.SPANISH, Theme.LIGHT, 1280, 800);
      window.saveScreenshot(file, Language.SPANISH, Theme.LIGHT, 1920, 1080);
      window.saveScreenshot(file, Language.ENGLISH, Theme.DARK, 1920, 1080);
    }
    robot.interact(() -> window.settings.languageProperty().set(Language.ENGLISH));
  }
}
