package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import socketscope.code.ProgramLanguage;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Theme;

class CodeTabUiTest {

  private static final Path TRACE = Path.of("src/test/resources/socketscope/code/tcp.jsonl");

  @TempDir Path folder;

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.open(TRACE.toAbsolutePath()));

  @BeforeEach
  void openTheTab(FxRobot robot) {
    TestWindow.until("the trace", () -> !window.parts.recording.all().isEmpty());
    robot.interact(() -> {
      TabPane tabs = window.find(".inspector .tab-pane", TabPane.class);
      tabs.getSelectionModel()
          .select(
              tabs.getTabs().stream().filter(t -> t.getText().equals("Code")).findFirst().get());
    });
  }

  private ComboBox<?> box(String id) {
    return window.find(id, ComboBox.class);
  }

  /** The marked lines, as they are read. */
  private List<String> marked() {
    return window.find("#code-source", ListView.class).lookupAll(".source-line:current").stream()
        .filter(Node::isVisible)
        .map(cell ->
            cell.lookupAll(".label").stream()
                .filter(part -> !part.getStyleClass().contains("source-number"))
                .map(part -> ((Label) part).getText())
                .collect(Collectors.joining())
                .strip())
        .toList();
  }

  private void stepTo(FxRobot robot, String beginning) {
    robot.interact(() -> window.parts.commands().run(Command.FIRST));
    for (int i = 0; i <= window.parts.recording.lastMoment(); i++) {
      robot.interact(() -> window.parts.commands().run(Command.FORWARD));
      robot.interact(() -> {
        window.parts.scene.getRoot().applyCss();
        window.parts.scene.getRoot().layout();
      });
      if (marked().stream().anyMatch(line -> line.startsWith(beginning))) {
        return;
      }
    }
    throw new AssertionError("never marked: " + beginning + ", last " + marked());
  }

  @Test
  void theLineOfTheStepIsMarkedInTheProgramThatMakesIt(FxRobot robot) throws Exception {
    stepTo(robot, "ssize_t result = bind(");
    assertThat(box("#code-program").getValue()).isEqualTo("server.c");
    stepTo(robot, "ssize_t result = connect(");
    assertThat(box("#code-program").getValue()).isEqualTo("client.c");
    for (ProgramLanguage language : ProgramLanguage.values()) {
      robot.interact(() -> window.settings.codeLanguageProperty().set(language));
      assertThat(String.valueOf(box("#code-program").getValue()))
          .isEqualToIgnoringCase(language.fileName("client"));
      window.saveScreenshot("code-" + language.id(), Language.ENGLISH, Theme.DARK, 1280, 800);
    }
    window.saveScreenshot("code", Language.SPANISH, Theme.LIGHT, 1920, 1080);
    window.saveScreenshot("code", Language.SPANISH, Theme.DARK, 1280, 800);
  }

  @Test
  void theProgramIsCopiedAndSavedAsItIsShown(FxRobot robot) throws Exception {
    Path file = folder.resolve("mine.py");
    window.pick(file);
    robot.interact(() -> window.settings.codeLanguageProperty().set(ProgramLanguage.PYTHON));
    String[] copied = new String[1];
    robot.interact(() -> {
      window.parts.commands().run(Command.COPY_CODE);
      window.parts.commands().run(Command.SAVE_CODE);
      copied[0] = Clipboard.getSystemClipboard().getString();
    });
    assertThat(copied[0]).contains("import socket").contains("sock");
    assertThat(Files.readString(file)).isEqualTo(copied[0]);
  }

  @Test
  void theChoicesAreNamedForTheEar() {
    for (String id : List.of("#code-language", "#code-program", "#code-source")) {
      assertThat(window.parts.scene.lookup(id).getAccessibleText()).isNotBlank();
    }
  }
}
