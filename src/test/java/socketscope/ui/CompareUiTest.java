package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import socketscope.compare.Comparison;
import socketscope.compare.Stretch;
import socketscope.compare.Stretch.Verdict;
import socketscope.diagram.GapRow;
import socketscope.event.Event;
import socketscope.event.ProgramStarted;
import socketscope.export.ComparisonWords;
import socketscope.text.Language;
import socketscope.trace.TraceReader;
import socketscope.ui.command.Command;
import socketscope.ui.diagram.DiagramView;
import socketscope.ui.model.Comparer.Source;
import socketscope.ui.model.ComparisonPlayback;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Theme;

/** Two experiments side by side in the window, with real programs. */
class CompareUiTest {

  private static final Path TRACE =
      Path.of("src/test/resources/socketscope/export/captured-tcp.jsonl");

  @TempDir Path folder;
  @RegisterExtension final TestWindow window = new TestWindow();

  private ComparisonPlayback compared() {
    return window.parts.comparer.openProperty().get();
  }

  private Comparison comparison() {
    return compared().comparisonProperty().get();
  }

  private void run(FxRobot robot, Command command) {
    robot.interact(() -> window.parts.commands().run(command));
  }

  private void choose(FxRobot robot, String pair) {
    run(robot, Command.COMPARE);
    robot.interact(() -> window.find("#pair-" + pair, Button.class).fire());
    assertThat(compared()).isNotNull();
  }

  @Test
  void thePairThatEnterWouldChooseIsSeenFromTheStart(FxRobot robot) {
    run(robot, Command.COMPARE);
    assertThat(window.parts.scene.getFocusOwner().isFocusVisible()).isTrue();
    assertThat(window.parts.scene.getFocusOwner())
        .isEqualTo(window.parts.scene.lookup("#compare-chooser .pair-button"));
  }

  /** Makes all steps, each as soon as the one before has come to its end on both sides. */
  private void stepToTheEnd(FxRobot robot) {
    while (compared().position() < compared().total()) {
      int before = compared().position();
      TestWindow.until(
          "step " + (before + 1),
          () -> {
            window.parts.commands().run(Command.FORWARD);
            return compared().position() > before;
          });
    }
    TestWindow.until(
        "the last call's return",
        () -> {
          Stretch last = comparison().stretches().getLast();
          return comparison().stretches().size() == compared().total()
              && (last.left() == null || last.left().result() != null)
              && (last.right() == null || last.right().result() != null);
        });
  }

  private List<Long> processes() {
    return List.of(compared().left(), compared().right()).stream()
        .flatMap(side -> side.recording().all().stream())
        .filter(ProgramStarted.class::isInstance)
        .map(event -> ((ProgramStarted) event).pid())
        .toList();
  }

  private DiagramView diagram(String side) {
    return window.find("#compare-" + side, DiagramView.class);
  }

  private String difference() {
    return window.find("#difference", Label.class).getText();
  }

  @Test
  void tcpStandsBesideUdpInStep(FxRobot robot) throws Exception {
    choose(robot, "tcp-udp");
    stepToTheEnd(robot);
    Comparison now = comparison();

    assertThat(now.stretches())
        .filteredOn(stretch -> stretch.verdict() == Verdict.ONLY_LEFT)
        .extracting(stretch -> stretch.left().call().function().cName())
        .containsExactly("listen", "accept", "connect", "recv", "close");
    assertThat(now.stretches()).noneMatch(each -> each.verdict() == Verdict.ONLY_RIGHT);
    robot.interact(() -> window.parts.scene.getRoot().layout());
    assertThat(diagram("left").scrolledProperty().get())
        .isEqualTo(diagram("right").scrolledProperty().get());

    Stretch connect =
        now.stretches().stream()
            .filter(each -> each.verdict() == Verdict.ONLY_LEFT)
            .filter(each -> each.left().call().function().cName().equals("connect"))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> diagram("left").select(connect.row()));
    assertThat(diagram("right").selectedRow()).isEqualTo(connect.row());
    assertThat(now.right().rows().get(connect.row())).isInstanceOf(GapRow.class);
    assertThat(difference()).isEqualTo("client connect: only on the left");
    pictures("compare-tcp-udp");
  }

  @Test
  void bothArePlayedByThemselvesUntilPaused(FxRobot robot) {
    robot.interact(() -> window.settings.speedProperty().set(4));
    choose(robot, "reuseaddr");
    run(robot, Command.PLAY);
    TestWindow.until("three steps", () -> compared().position() >= 3);
    run(robot, Command.PLAY);
    assertThat(compared().playingProperty().get()).isFalse();
  }

  @Test
  void reuseaddrMakesTheSecondBindAnother(FxRobot robot) throws Exception {
    choose(robot, "reuseaddr");
    assertThat(difference()).startsWith("Step forward");
    stepToTheEnd(robot);

    run(robot, Command.NEXT_DIFFERENCE);
    assertThat(difference()).isEqualTo("server setsockopt: only on the right");
    run(robot, Command.NEXT_DIFFERENCE);
    run(robot, Command.NEXT_DIFFERENCE);
    assertThat(difference()).isEqualTo("server bind: EADDRINUSE | 0");
    pictures("compare-reuseaddr");
    robot.interact(() -> window.settings.languageProperty().set(Language.ENGLISH));
    run(robot, Command.PREVIOUS_DIFFERENCE);
    assertThat(difference()).isEqualTo("server setsockopt: only on the right");
    String count = window.find("#differences", Label.class).getText();
    assertThat(count).isEqualTo(comparison().differing().size() + " differences");
    List<String> words =
        robot.lookup(".gutter-word").queryAll().stream()
            .map(node -> ((Label) node).getText())
            .toList();
    assertThat(words).contains("differs", "right only");
  }

  @Test
  void aStepAfterADifferenceSpeaksOfTheMomentShown(FxRobot robot) throws Exception {
    choose(robot, "reuseaddr");
    stepToTheEnd(robot);
    Node past = window.find("#compare-past", Node.class);
    assertThat(past.isVisible()).isFalse();
    run(robot, Command.NEXT_DIFFERENCE);
    String picked = difference();

    for (Command step : List.of(Command.BACK, Command.BACK, Command.FORWARD)) {
      run(robot, step);
      Stretch newest = comparison().stretches().getLast();
      assertThat(difference())
          .isEqualTo(ComparisonWords.in(Language.ENGLISH).line(newest))
          .isNotEqualTo(picked);
      assertThat(diagram("left").selectedRow()).isNegative();
      assertThat(diagram("right").selectedRow()).isNegative();
      assertThat(past.isVisible()).isTrue();
    }
    assertThat(((Label) past.lookup(".label")).getText())
        .startsWith("This is the past: step " + compared().position() + " of ");
    for (Theme theme : Theme.values()) {
      window.saveScreenshot("compare-past", Language.SPANISH, theme, 1280, 800);
    }
    robot.interact(() -> ((Button) past.lookup(".button")).fire());
    assertThat(past.isVisible()).isFalse();
    assertThat(compared().position()).isEqualTo(compared().total());
  }

  private void pictures(String name) throws Exception {
    for (Theme theme : Theme.values()) {
      window.saveScreenshot(name, Language.ENGLISH, theme, 1280, 800);
      window.saveScreenshot(name, Language.SPANISH, theme, 1920, 1080);
    }
  }

  @Test
  void pastIsSteppedThroughOnBothSidesAndNothingIsMadeAgain(FxRobot robot) {
    choose(robot, "nonblock");
    stepToTheEnd(robot);
    int calls = comparison().stretches().size();
    run(robot, Command.FIRST);
    assertThat(comparison().stretches()).isEmpty();
    run(robot, Command.FORWARD);
    assertThat(comparison().stretches()).hasSize(1);
    assertThat(compared().inPast()).isTrue();
    run(robot, Command.LAST);
    assertThat(comparison().stretches()).hasSize(calls);
    run(robot, Command.BACK);
    assertThat(comparison().stretches()).hasSize(calls - 1);
  }

  @Test
  void leavingEndsBothWithTheirProgramsAndGivesTheWindowBack(FxRobot robot) {
    List<Event> before = window.parts.recording.all();
    robot.interact(() -> window.parts.controller.begin(Plan.FIRST));
    TestWindow.until(
        "the window's own programs",
        () -> window.parts.recording.all().stream().anyMatch(ProgramStarted.class::isInstance));
    choose(robot, "goodbye");
    run(robot, Command.FORWARD);
    TestWindow.until("four programs", () -> processes().size() == 4);
    List<Long> processes = processes();
    assertThat(processes).allMatch(pid -> ProcessHandle.of(pid).isPresent());

    robot.interact(() -> window.find("#compare-save", Node.class).requestFocus());
    robot.push(KeyCode.ESCAPE);
    TestWindow.until("the window", () -> compared() == null);
    assertThat(robot.lookup("#compare").tryQuery()).isEmpty();
    TestWindow.until(
        "the end of the programs",
        () -> processes.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
    assertThat(window.parts.controller.live()).isTrue();
    assertThat(window.parts.recording.all()).hasSizeGreaterThan(before.size());
    assertThat(window.find("#BACK", Node.class).getParent().isDisabled()).isFalse();
  }

  @Test
  void experimentOfTheWindowIsComparedWithATrace(FxRobot robot) throws Exception {
    robot.interact(() -> window.parts.open(TRACE));
    window.pick(TRACE);
    run(robot, Command.COMPARE);
    robot.interact(() -> {
      ComboBox<?> right = window.find("#compare-choose-right", ComboBox.class);
      right.getSelectionModel().selectLast();
      window.find("#compare-go", Button.class).fire();
    });

    assertThat(compared().position()).isEqualTo(compared().total()).isPositive();
    assertThat(comparison().differing()).isEmpty();
    assertThat(window.find("#differences", Label.class).getText()).isEqualTo("no differences");
    run(robot, Command.BACK);
    assertThat(compared().inPast()).isTrue();
    window.saveScreenshot("compare-traces", Language.ENGLISH, Theme.LIGHT, 1280, 800);
  }

  @Test
  void aLessonIsComparedWithItselfOverTheOtherVersionOfIp(FxRobot robot) throws Exception {
    run(robot, Command.COMPARE);
    robot.interact(() -> {
      for (String side : List.of("left", "right")) {
        ComboBox<?> offers = window.find("#compare-choose-" + side, ComboBox.class);
        ComboBox<?> families = window.find("#compare-family-" + side, ComboBox.class);
        offers.getSelectionModel().select(0);
        assertThat(families.isVisible()).as("the window's own experiment").isFalse();
        offers.getSelectionModel().select(1);
        assertThat(families.isVisible()).isTrue();
        families.getSelectionModel().select(side.equals("left") ? 1 : 2);
      }
    });
    window.saveScreenshot("compare-families", Language.ENGLISH, Theme.LIGHT, 1280, 800);
    window.saveScreenshot("compare-families", Language.SPANISH, Theme.DARK, 1280, 800);
    robot.interact(() -> window.find("#compare-go", Button.class).fire());

    assertThat(compared().left().title(window.parts.words)).endsWith(" · IPv4 127.0.0.1");
    assertThat(compared().right().title(window.parts.words)).endsWith(" · IPv6 ::1");
    run(robot, Command.FORWARD);
    TestWindow.until(
        "the first call of both",
        () ->
            !comparison().stretches().isEmpty()
                && comparison().stretches().getFirst().verdict() == Verdict.DIFFERS);
    Stretch socket = comparison().stretches().getFirst();
    assertThat(socket.left().call().toString()).contains("AF_INET,");
    assertThat(socket.right().call().toString()).contains("AF_INET6,");
  }

  @Test
  void capturedPacketsAreComparedToo(FxRobot robot) {
    Path packets = Path.of("src/test/resources/socketscope/capture/echo-by-tshark.pcapng");
    robot.interact(() ->
        window.parts.comparer.open(
            new Source.SavedTrace(packets), new Source.SavedTrace(TRACE), Language.ENGLISH));

    assertThat(comparison().left().rows()).isNotEmpty();
    assertThat(compared().left().title(window.parts.words)).isEqualTo("echo-by-tshark.pcapng");
  }

  @Test
  void comparisonAndBothTracesAreSaved(FxRobot robot) throws Exception {
    robot.interact(() ->
        window.parts.comparer.open(
            new Source.SavedTrace(TRACE), new Source.Shipped("datagrams"), Language.ENGLISH));
    TestWindow.until(
        "the first call of both",
        () -> {
          window.parts.commands().run(Command.FORWARD);
          return !comparison().stretches().isEmpty()
              && comparison().stretches().getFirst().verdict() == Verdict.DIFFERS;
        });
    MenuButton save = window.find("#compare-save", MenuButton.class);
    List<String> ends = List.of("svg", "png", "txt", "html", "left.jsonl", "right.jsonl");
    for (String end : ends) {
      window.pick(folder.resolve("saved." + end));
      int item = ends.indexOf(end);
      robot.interact(() -> save.getItems().get(item).fire());
      assertThat(folder.resolve("saved." + end)).isNotEmptyFile();
    }

    assertThat(Files.readString(folder.resolve("saved.svg"))).contains("captured-tcp.jsonl");
    assertThat(Files.readString(folder.resolve("saved.txt"))).contains("≠");
    assertThat(Files.readString(folder.resolve("saved.html"))).contains("captured-tcp.jsonl", "≠");
    assertThat(TraceReader.read(folder.resolve("saved.left.jsonl")).events())
        .hasSameSizeAs(TraceReader.read(TRACE).events());
  }

  @Test
  void whatCannotBeReadIsSaidAndNothingIsOpened(FxRobot robot) {
    robot.interact(() ->
        window.parts.comparer.open(
            new Source.Shipped("tcp"),
            new Source.LessonFile(folder.resolve("nothing.md")),
            Language.ENGLISH));

    assertThat(compared()).isNull();
    assertThat(window.parts.notices.currentProperty().get()).isNotNull();
  }

  @Test
  void chooserOffersPairsAndClosesWithEscape(FxRobot robot) throws Exception {
    run(robot, Command.COMPARE);
    for (Theme theme : Theme.values()) {
      window.saveScreenshot("compare-choose", Language.ENGLISH, theme, 1280, 800);
    }
    assertThat(robot.lookup(".pair-button").queryAll()).hasSizeGreaterThan(4);
    robot.push(KeyCode.ESCAPE);
    TestWindow.until("no chooser", () -> !window.find("#compare-chooser", Node.class).isVisible());
  }
}
