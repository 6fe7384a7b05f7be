package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import socketscope.event.CallReturned;
import socketscope.lesson.Family;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.Plan;
import socketscope.ui.model.UnixName;

class ExchangesUiTest {

  private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");

  @RegisterExtension final TestWindow window = new TestWindow();

  private List<Node> nextRows() {
    return window.parts.scene.getRoot().lookupAll(".call-row").stream()
        .filter(row -> row.getPseudoClassStates().contains(NEXT) && !row.isDisabled())
        .toList();
  }

  private List<CallReturned> returned() {
    return window.parts.recording.all().stream()
        .filter(CallReturned.class::isInstance)
        .map(CallReturned.class::cast)
        .toList();
  }

  private void begin(FxRobot robot, Plan plan) {
    robot.interact(() -> window.parts.controller.begin(plan));
    TestWindow.until(
        "both programs run",
        () ->
            window.parts.recording.statusProperty().get().programs().stream()
                    .filter(program -> program.running())
                    .count()
                == 2);
  }

  /** Presses what is highlighted until nothing is; the calls in their order. */
  private List<String> follow(FxRobot robot) {
    List<String> pressed = new ArrayList<>();
    while (true) {
      TestWindow.until("all quiet", () -> !nextRows().isEmpty() || nothingWaits());
      List<Node> next = nextRows();
      if (next.isEmpty()) {
        return pressed;
      }
      Node row = next.getFirst();
      pressed.add(row.getId());
      int before = returned().size();
      robot.interact(() -> ((Button) row.lookup(".call-button")).fire());
      TestWindow.until(
          row.getId(), () -> returned().size() > before || row.lookup(".waiting-line") != null);
      assertThat(pressed).as("the textbook comes to its end").hasSizeLessThan(40);
    }
  }

  private boolean nothingWaits() {
    return window.parts.recording.statusProperty().get().programs().stream()
        .allMatch(program -> program.waiting().isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void theHighlightedCallsLeadThroughTheExchangeWithoutAFault(Exchange exchange, FxRobot robot) {
    for (Family family : Family.values()) {
      for (UnixName name : UnixName.values()) {
        boolean counts = exchange.overIp() ? name == UnixName.PATH : family == Family.IPV4;
        if (counts) {
          followThrough(robot, Plan.free(exchange, family, name));
        }
      }
    }
  }

  private void followThrough(FxRobot robot, Plan plan) {
    begin(robot, plan);
    List<String> pressed = follow(robot);
    assertThat(pressed).hasSizeGreaterThanOrEqualTo(4);
    assertThat(pressed.getLast()).endsWith("-close");
    assertThat(returned()).hasSameSizeAs(pressed);
    boolean refused = returned().getFirst().result().failed();
    assumeThat(plan.exchange() == Exchange.RAW && refused).as("no right to raw sockets").isFalse();
    assertThat(returned()).as("%s", plan).allMatch(call -> !call.result().failed());
  }
}
