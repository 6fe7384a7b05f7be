package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import socketscope.text.Language;
import socketscope.trace.TraceWriter;
import socketscope.ui.model.Notice;

class NoticesUiTest {

  @RegisterExtension final TestWindow window = new TestWindow();

  @TempDir private Path folder;

  private void show(FxRobot robot, Notice notice) {
    robot.interact(() -> window.parts.notices.show(notice));
  }

  private boolean shown() {
    return window.find("#notice", Node.class).isVisible();
  }

  @Test
  void whatIsGoodToKnowGoesAwayByItselfButNotUnderThePointer(FxRobot robot) {
    show(robot, Notice.information("notice.no-last"));
    robot.moveTo("#notice");
    robot.interact(() -> window.parts.notices.paceProperty().set(1000));
    show(robot, Notice.information("notice.copied"));
    robot.interact(() -> {});
    assertThat(shown()).as("pointed at").isTrue();
    robot.moveTo("#search");
    TestWindow.until("it is gone", () -> !shown());
  }

  @Test
  void onlyWhatIsGoodToKnowGoesAwayByItself() {
    Notice passing = Notice.information("notice.crashed");
    assertThat(passing.passes()).isTrue();
    assertThat(passing.refusable("notice.crashed.not-now").passes()).isFalse();
    assertThat(Notice.fault("fault.kernel").passes()).isFalse();
  }

  @Test
  void nothingMovesWhenOneComes(FxRobot robot) {
    Node pane = window.find(".diagram-pane", Node.class);
    double before = pane.localToScene(0, 0).getY();
    show(robot, Notice.information("notice.begun").offering("notice.open-last", () -> {}));
    assertThat(shown()).isTrue();
    assertThat(pane.localToScene(0, 0).getY()).isEqualTo(before);
  }

  @Test
  void theTitleOfTheWindowNamesWhatIsShown(FxRobot robot) throws Exception {
    robot.interact(() -> window.parts.chooser.shipped("refused", Language.ENGLISH));
    assertThat(window.stage.getTitle()).isEqualTo("Connection refused – Socketscope");
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    assertThat(window.stage.getTitle()).isEqualTo("Conexión rechazada – Socketscope");
    robot.interact(() -> window.parts.chooser.free());
    assertThat(window.stage.getTitle()).isEqualTo("TCP · stream · IPv4 127.0.0.1 – Socketscope");
    Path file = folder.resolve("mine.jsonl");
    TraceWriter.create(file).close();
    robot.interact(() -> window.parts.open(file));
    assertThat(window.stage.getTitle()).isEqualTo("mine.jsonl – Socketscope");
    assertThat(window.stage.getIcons()).isNotEmpty();
  }
}
