package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Theme;

class AddressViewUiTest {

  private static final Path TRACE = Path.of("src/test/resources/socketscope/code/tcp.jsonl");

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.open(TRACE.toAbsolutePath()));

  @BeforeEach
  void goToBind(FxRobot robot) {
    TestWindow.until("the trace", () -> !window.parts.recording.all().isEmpty());
    robot.interact(() -> window.parts.commands().run(Command.FIRST));
    for (int i = 0; i <= window.parts.recording.lastMoment(); i++) {
      robot.interact(() -> window.parts.commands().run(Command.FORWARD));
      if (window.find("#call-headline", Label.class).getText().contains("bind(")) {
        return;
      }
    }
    throw new AssertionError("no bind()");
  }

  @Test
  void fieldAndBytesShowEachOther(FxRobot robot) throws Exception {
    TreeView<?> fields = window.find("#address-fields", TreeView.class);
    assertThat(fields.getRoot().getChildren()).hasSize(4);
    robot.interact(() -> fields.getSelectionModel().select(1));
    assertThat(note()).contains("htons()");
    ListView<?> bytes = window.find("#address-hex", ListView.class);
    robot.interact(() -> bytes.requestFocus());
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    assertThat(note()).contains("inet_pton()");
    window.saveScreenshot("address", Language.ENGLISH, Theme.DARK, 1280, 800);
    window.saveScreenshot("address", Language.SPANISH, Theme.LIGHT, 1920, 1080);
  }

  private String note() {
    return window.find("#address-note", Label.class).getText();
  }
}
