package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import socketscope.diagram.Experiments;
import socketscope.diagram.Filter;
import socketscope.event.PacketSeen;
import socketscope.event.SocketId;
import socketscope.trace.TraceWriter;
import socketscope.ui.command.Command;
import socketscope.ui.menu.FilterItems;
import socketscope.ui.model.Plan;

class FilesUiTest {

  private static final String LESSON =
      """
      # A socket

      One call.

      ```steps
      server: s = socket(AF_INET, SOCK_STREAM, 0)
      ```
      """;

  @TempDir Path folder;

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  private Path trace(String name) throws Exception {
    Path file = folder.resolve(name);
    try (TraceWriter writer = TraceWriter.create(file)) {
      writer.accept(Experiments.tcpEcho());
    }
    return file;
  }

  private FileDrop drop() {
    return window.find("#drop", FileDrop.class);
  }

  private String hint() {
    return window.find("#drop .overlay-title", Label.class).getText();
  }

  private String notice() {
    return window.find("#notice .label", Label.class).getText();
  }

  private List<MenuItem> recent(FxRobot robot) {
    Menu menu =
        (Menu)
            window.find("#menu", MenuBar.class).getMenus().getFirst().getItems().stream()
                .filter(item -> "menu.recent".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    robot.interact(menu::hide);
    robot.interact(menu::show);
    return List.copyOf(menu.getItems());
  }

  @Test
  void aDroppedTraceIsOpenedAndItIsSaidBefore(FxRobot robot) throws Exception {
    Path file = trace("echo.jsonl");
    robot.interact(() -> drop().hover(List.of(file)));
    assertThat(drop().isVisible()).isTrue();
    assertThat(hint()).contains("trace").contains("echo.jsonl");
    robot.interact(() -> drop().drop(List.of(file)));
    TestWindow.until("the trace", () -> !window.parts.controller.live());
    assertThat(drop().isVisible()).isFalse();
    assertThat(notice()).contains("echo.jsonl");
  }

  @Test
  void aDroppedLessonBegins(FxRobot robot) throws Exception {
    Path file = Files.writeString(folder.resolve("mine.md"), LESSON);
    robot.interact(() -> drop().drop(List.of(file)));
    TestWindow.until("the lesson", () -> window.parts.controller.lessonProperty().get() != null);
  }

  @Test
  void aCaptureOfOtherProgramsCanBeSteppedThrough(FxRobot robot) {
    Path file = Path.of("src/test/resources/socketscope/capture/echo-by-tcpdump.pcap");
    robot.interact(() -> window.parts.open(file));
    TestWindow.until("the packets", () -> window.parts.recording.lastMoment() >= 11);
    assertThat(notice()).startsWith("echo-by-tcpdump.pcap is a capture of packets");
    assertThat(window.find(".ended-line .label", Label.class).getText())
        .startsWith("A capture of packets");
    assertThat(window.find("#empty", Label.class).getParent().isVisible()).isFalse();
    assertThat(texts(".program-pane .label"))
        .as("what speaks, and no program that does not")
        .anyMatch(text -> text.matches("127\\.0\\.0\\.1:\\d+"))
        .anyMatch(text -> text.matches("\\d+→\\d+"))
        .noneMatch(text -> text.contains("fd -1") || text.contains("starting"));
    assertThat(texts(".call-name")).isEmpty();
    assertThat(window.find("#happened", Label.class).getText())
        .as("the last packet")
        .isNotBlank()
        .doesNotContain("fd -1")
        .contains("127.0.0.1");
    assertThat(
            new FilterItems(
                    new SimpleObjectProperty<>(Filter.NONE),
                    window.parts.recording,
                    window.parts.words)
                .items())
        .extracting(MenuItem::getText)
        .as("a stream to choose")
        .anyMatch(
            text -> text != null && text.matches("127\\.0\\.0\\.1:\\d+ → 127\\.0\\.0\\.1:\\d+"));
    robot.interact(() -> window.parts.commands().run(Command.FIRST));
    robot.interact(() -> window.parts.commands().run(Command.FORWARD));
    assertThat(window.parts.recording.shownProperty().get())
        .filteredOn(PacketSeen.class::isInstance)
        .hasSize(1);
  }

  /** The texts of the labels that are shown there. */
  private List<String> texts(String selector) {
    return window.parts.scene.getRoot().lookupAll(selector).stream()
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .toList();
  }

  @Test
  void aTraceOffersOnlyTheCallsThatWereMade(FxRobot robot) throws Exception {
    Path file = trace("echo.jsonl");
    robot.interact(() -> window.parts.open(file));
    assertThat(texts(".program-pane .label")).noneMatch(text -> text.contains("starting"));
    assertThat(texts(".call-name")).contains("connect", "accept").doesNotContain("poll");
  }

  @Test
  void anyOtherFileIsRefusedInASentence(FxRobot robot) throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "nothing of ours");
    robot.interact(() -> drop().hover(List.of(file)));
    assertThat(hint()).contains("notes.txt").contains("neither");
    robot.interact(() -> assertThat(drop().drop(List.of(file))).isFalse());
    robot.interact(() -> window.parts.open(file));
    assertThat(notice()).contains("notes.txt").contains("neither");
  }

  @Test
  void theLastFilesCanBeOpenedAgain(FxRobot robot) throws Exception {
    assertThat(recent(robot)).singleElement().extracting(MenuItem::isDisable).isEqualTo(true);
    Path one = trace("one.jsonl");
    Path two = trace("two.jsonl");
    robot.interact(() -> window.parts.open(one));
    robot.interact(() -> window.parts.open(two));
    List<MenuItem> items = recent(robot);
    assertThat(items.get(0).getText()).startsWith("_1  two.jsonl");
    assertThat(items.get(1).getText()).startsWith("_2  one.jsonl");
    robot.interact(() -> items.get(1).fire());
    TestWindow.until("opened again", () -> notice().contains("one.jsonl"));
    assertThat(recent(robot).getFirst().getText()).startsWith("_1  one.jsonl");
  }

  @Test
  void whatWasSavedIsAmongTheLastFilesWhereItCanBeOpened(FxRobot robot) {
    for (Command command : List.of(Command.SAVE_TRACE, Command.EXPORT_SVG)) {
      window.pick(folder.resolve(command.name()));
      robot.interact(() -> window.parts.commands().run(command));
    }
    assertThat(window.settings.recentProperty().get())
        .containsExactly(folder.resolve("SAVE_TRACE").toString());
  }

  @Test
  void aDiagramWithoutCallsSaysWhyAndWhatToDo(FxRobot robot) throws Exception {
    Label empty = window.find("#empty", Label.class);
    assertThat(empty.getText()).contains("Press socket()");
    Path file = trace("echo.jsonl");
    robot.interact(() -> window.parts.open(file));
    TestWindow.until("the trace", () -> window.parts.recording.lastMoment() > 0);
    robot.interact(() -> window.parts.commands().run(Command.FIRST));
    assertThat(empty.getParent().isVisible()).isTrue();
    assertThat(empty.getText()).contains("to see the first event");
    robot.interact(() -> window.parts.commands().run(Command.LAST));
    assertThat(empty.getParent().isVisible()).isFalse();
    Filter other = Filter.NONE.only(new SocketId("nobody", 1));
    robot.interact(() -> window.settings.filterProperty().set(other));
    assertThat(empty.getParent().isVisible()).isTrue();
    assertThat(empty.getText()).contains("the filter hides all");
  }

  @Test
  void aMissingFileSaysSoAndCanBeTakenOff(FxRobot robot) throws Exception {
    Path file = trace("gone.jsonl");
    robot.interact(() -> window.parts.open(file));
    Files.delete(file);
    MenuItem item = recent(robot).getFirst();
    assertThat(item.getText()).contains("missing");
    robot.interact(item::fire);
    assertThat(notice()).contains("gone.jsonl").contains("not there");
    robot.interact(() -> window.find("#notice #offer", Button.class).fire());
    assertThat(window.settings.recentProperty().get()).isEmpty();
  }
}
