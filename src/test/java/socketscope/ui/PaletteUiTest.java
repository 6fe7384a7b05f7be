package socketscope.ui;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.status.ProgramStatus;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Plan;
import socketscope.ui.palette.PaletteEntry;

class PaletteUiTest {

  private static final Map<String, Command> FIRST_FOUND =
      Map.ofEntries(
          entry("tema", Command.THEME),
          entry("theme", Command.THEME),
          entry("dark", Command.THEME),
          entry("oscuro", Command.THEME),
          entry("zoom", Command.ZOOM_IN),
          entry("ampliar", Command.ZOOM_IN),
          entry("font size", Command.ZOOM_IN),
          entry("export", Command.EXPORT_SVG),
          entry("save", Command.SAVE_TRACE),
          entry("guardar", Command.SAVE_TRACE),
          entry("print", Command.PRINT),
          entry("imprimir", Command.PRINT),
          entry("shortcuts", Command.KEYS),
          entry("atajos", Command.KEYS),
          entry("fullscreen", Command.PRESENT),
          entry("pantalla completa", Command.PRESENT),
          entry("presentation", Command.PRESENT),
          entry("idioma", Command.LANGUAGE),
          entry("language", Command.LANGUAGE),
          entry("search", Command.FIND),
          entry("buscar", Command.FIND),
          entry("diff", Command.COMPARE),
          entry("wireshark", Command.EXPORT_PACKETS),
          entry("exit", Command.QUIT),
          entry("salir", Command.QUIT),
          entry("licence", Command.ABOUT));

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

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

  /** As on a slow machine: no frame is drawn between the keys. */
  @Test
  void whatIsTypedBeforeThePaletteIsSeenArrivesInItsField(FxRobot robot) {
    robot.interact(() -> window.find("#client-connect .argument-field", Node.class).requestFocus());
    robot.interact(() -> {
      send(KeyEvent.KEY_PRESSED, "", KeyCode.K, true);
      for (char letter : "zoom".toCharArray()) {
        send(KeyEvent.KEY_TYPED, String.valueOf(letter), KeyCode.UNDEFINED, false);
      }
    });
    assertThat(window.find("#palette-field", TextField.class).getText()).isEqualTo("zoom");
  }

  @Test
  void theKeysForItWhereItIsOpenBeginAnew(FxRobot robot) {
    type(robot, "zoom");
    robot.press(KeyCode.CONTROL).push(KeyCode.K).release(KeyCode.CONTROL);
    assertThat(open()).isTrue();
    assertThat(window.find("#palette-field", TextField.class).getText()).isEmpty();
  }

  private void send(EventType<KeyEvent> type, String character, KeyCode key, boolean control) {
    Node focused = window.parts.scene.getFocusOwner();
    Event.fireEvent(
        focused,
        new KeyEvent(
            focused, focused, type, character, character, key, false, control, false, false));
  }

  @Test
  void theWordsOfBothLanguagesFind(FxRobot robot) {
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    type(robot, "reduced motion");
    robot.push(KeyCode.ENTER);
    TestWindow.until("motion again", () -> !window.settings.reducedMotionProperty().get());
  }

  /** What people type who know another program, or another language. */
  @Test
  void otherWordsFindInBothLanguages(FxRobot robot) {
    for (Language language : Language.values()) {
      robot.interact(() -> window.settings.languageProperty().set(language));
      type(robot, "");
      FIRST_FOUND.forEach((typed, command) -> {
        robot.interact(() -> window.find("#palette-field", TextField.class).setText(typed));
        assertThat(found().stream().limit(3))
            .as("%s in %s", typed, language)
            .anyMatch(id -> id.equals("command." + command));
      });
      robot.push(KeyCode.ESCAPE);
    }
  }

  private List<String> found() {
    return window.parts.view.palette.found().stream().map(PaletteEntry::id).toList();
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
    TestWindow.until("the lesson", () -> window.parts.controller.lessonProperty().get() != null);
  }
}
