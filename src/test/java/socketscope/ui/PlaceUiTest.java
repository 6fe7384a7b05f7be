package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Place;
import socketscope.ui.model.Plan;

/** The button that says where the programs run, and the words about a moment that is past. */
class PlaceUiTest {

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  private Place planned() {
    return window.parts.controller.planProperty().get().place();
  }

  @Test
  void thePlaceIsAsHighAsItsNeighboursAndAPressChangesIt(FxRobot robot) throws Exception {
    for (int width : new int[] {1280, 1920}) {
      double[] heights =
          WaitForAsyncUtils.asyncFx(() ->
                  window.at(
                      width,
                      800,
                      scene ->
                          new double[] {
                            height(scene.lookup("#place")), height(scene.lookup("#theme"))
                          }))
              .get(30, TimeUnit.SECONDS);
      assertThat(heights[0]).as("at " + width).isEqualTo(heights[1]);
    }
    TestWindow.until("it runs", () -> !window.find("#place", Button.class).isDisabled());
    assertThat(planned()).isEqualTo(Place.ALONE);
    robot.interact(() -> window.find("#place", Button.class).fire());
    assertThat(planned()).isEqualTo(Place.SHARED);
    assertThat(window.find("#place", Button.class).getAccessibleText()).startsWith("shared");
  }

  private static double height(Node node) {
    return node.getLayoutBounds().getHeight();
  }

  @Test
  void aCallThatIsPickedOutTellsWhatIsKnownOfItNowAndItsMomentIsNamed(FxRobot robot) {
    TestWindow.until(
        "it can be called", () -> !window.find("#server-socket", Node.class).isDisabled());
    for (String row : new String[] {"socket", "bind"}) {
      long before = returned();
      robot.interact(() -> window.find("#server-" + row + " .call-button", Button.class).fire());
      TestWindow.until(row, () -> returned() > before);
    }
    CallStarted socket =
        window.parts.recording.all().stream()
            .filter(CallStarted.class::isInstance)
            .map(CallStarted.class::cast)
            .findFirst()
            .orElseThrow();
    robot.interact(() -> window.parts.recording.selectedProperty().set(socket));
    assertThat(text(".call-answer-title")).matches("It returned \\d+ after [\\d\u2009]+ µs");
    assertThat(text(".just-happened-title")).isEqualTo("What happened · as of 0 µs");
    robot.interact(() -> window.parts.recording.selectedProperty().set(null));
    assertThat(text(".just-happened-title")).isEqualTo("What just happened");
  }

  private String text(String selector) {
    return window.find(selector, javafx.scene.control.Label.class).getText();
  }

  private long returned() {
    return window.parts.recording.all().stream().filter(CallReturned.class::isInstance).count();
  }
}
