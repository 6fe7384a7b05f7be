package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.text.Language;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Theme;

class TextSizeUiTest {

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

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
    double beside = window.parts.view.diagram.getWidth();
    robot.clickOn(".side-buttons .toggle-button:selected");
    assertThat(window.parts.view.client.getParent().isVisible()).isFalse();
    assertThat(window.parts.view.diagram.getWidth()).isGreaterThan(beside + 150);
    robot.clickOn(window.parts.view.upper.getChildren().getLast().lookup(".toggle-button"));
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

  private double inspectorHeight() {
    return window.parts.view.inspector.getHeight();
  }

  @Test
  void afterTheLargestTextTheInspectorIsAsHighAsBefore(FxRobot robot) {
    double before = inspectorHeight();
    assertThat(before).isGreaterThan(150);
    robot.interact(() -> window.settings.textScaleProperty().set(2.5));
    assertThat(inspectorHeight()).isLessThan(before);
    robot.interact(() -> window.settings.textScaleProperty().set(1));
    assertThat(inspectorHeight()).isEqualTo(before);
  }

  @Test
  void whereThereIsTooLittleRoomTheInspectorShowsItsTabsUntilItHasTheFocus(FxRobot robot) {
    robot.interact(() -> {
      window.parts.scene.getWindow().setHeight(700);
      window.settings.textScaleProperty().set(2.5);
    });
    assertThat(inspectorHeight()).isLessThan(45);
    double above = window.parts.view.upper.getHeight();
    assertThat(above).isGreaterThan(120);
    press(robot, KeyCode.DIGIT4);
    assertThat(inspectorHeight()).isGreaterThan(80);
    press(robot, KeyCode.DIGIT3);
    assertThat(window.parts.view.upper.getHeight()).isEqualTo(above);
  }

  @Test
  void inANarrowWindowWhatJustHappenedIsOneOfTheTabs(FxRobot robot) {
    assertThat(window.parts.view.inspector.getChildren()).hasSize(2);
    robot.interact(() -> window.settings.textScaleProperty().set(1.75));
    assertThat(window.parts.view.inspector.getChildren()).hasSize(1);
    robot.clickOn("What just happened");
    assertThat(window.find("#happened", Label.class).getText()).isNotEmpty();
    robot.interact(() -> window.settings.textScaleProperty().set(1));
    assertThat(window.parts.view.inspector.getChildren()).hasSize(2);
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
