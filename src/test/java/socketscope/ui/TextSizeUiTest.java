package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import socketscope.text.Language;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Theme;

@ExtendWith(ApplicationExtension.class)
class TextSizeUiTest {

  @TempDir Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = new TestWindow(stage, folder);
    window.parts.bench.begin(Plan.FIRST);
  }

  @AfterEach
  void endPrograms() {
    window.close();
  }

  private Bounds onScreen(String selector) {
    Node node = window.find(selector, Node.class);
    return node.localToScene(node.getLayoutBounds());
  }

  private void press(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  private double scale() {
    return window.settings.textScaleProperty().get();
  }

  @Test
  void theKeysOfBrowsersMakeEverythingLargerAndSmaller(FxRobot robot) {
    TestWindow.until("a pane", () -> onScreen("#server-socket").getHeight() > 0);
    double before = onScreen("#server-socket").getHeight();
    press(robot, KeyCode.EQUALS);
    press(robot, KeyCode.EQUALS);
    assertThat(scale()).isEqualTo(1.25);
    TestWindow.until("larger rows", () -> onScreen("#server-socket").getHeight() > 1.24 * before);
    press(robot, KeyCode.DIGIT0);
    assertThat(scale()).isEqualTo(1);
    for (int i = 0; i < 20; i++) {
      press(robot, KeyCode.MINUS);
    }
    assertThat(scale()).isEqualTo(0.8);
  }

  @Test
  void whereThereIsNoRoomForBothPanesOneIsShownAndTheKeysShowTheOther(FxRobot robot) {
    robot.interact(() -> window.settings.textScaleProperty().set(1.5));
    assertThat(window.parts.view.server.getParent().isVisible()).isTrue();
    assertThat(window.parts.view.client.getParent().isVisible()).isFalse();
    press(robot, KeyCode.DIGIT1);
    assertThat(window.parts.view.client.getParent().isVisible()).isTrue();
    assertThat(window.parts.view.server.getParent().isVisible()).isFalse();
    robot.clickOn(".side-buttons .toggle-button:selected");
    assertThat(window.parts.view.client.getParent().isVisible()).isTrue();
  }

  @Test
  void whatIsTooLargeForTheWindowIsReachedByScrolling(FxRobot robot) throws Exception {
    assertThat(window.parts.scene.getRoot().lookup(".scaled-root")).isNull();
    robot.interact(() -> window.settings.textScaleProperty().set(2.5));
    ScrollPane scroll = window.find(".scaled-root", ScrollPane.class);
    assertThat(scroll.getContent()).isEqualTo(window.parts.view);
    robot.interact(() -> window.settings.textScaleProperty().set(1));
    assertThat(window.parts.scene.getRoot().lookup(".scaled-root")).isNull();
  }

  @Test
  void everySizeIsDrawn(FxRobot robot) throws Exception {
    TestWindow.until(
        "both programs run",
        () -> window.parts.recording.statusProperty().get().programs().size() == 2);
    for (double scale : new double[] {0.8, 1.5, 2.5}) {
      robot.interact(() -> window.settings.textScaleProperty().set(scale));
      String name = "text-" + Math.round(scale * 100);
      window.saveScreenshot(name, Language.SPANISH, Theme.DARK, 1280, 800);
      window.saveScreenshot(name, Language.ENGLISH, Theme.LIGHT, 1920, 1080);
    }
  }
}
