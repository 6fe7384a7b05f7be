package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.infer.Unseen;
import socketscope.text.Language;
import socketscope.trace.TraceReader;
import socketscope.ui.command.Command;
import socketscope.ui.model.Theme;

/** Packets that nobody captured, in the window. */
class InferredWindowUiTest {

  @TempDir Path folder;
  @RegisterExtension final TestWindow window = new TestWindow();

  private List<Event> show(FxRobot robot) throws Exception {
    List<Event> events = Unseen.trace("blocked");
    robot.interact(() -> window.parts.recording.begin().accept(events));
    return window.parts.recording.all();
  }

  private static Event first(List<Event> events, PacketInferred.Kind kind) {
    return events.stream()
        .filter(event -> event instanceof PacketInferred packet && packet.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private String happened() {
    return window.find("#happened", Label.class).getText();
  }

  @Test
  void anInferredPacketIsPickedAndItsProofTold(FxRobot robot) throws Exception {
    List<Event> all = show(robot);
    Label badge = window.find("#badge", Label.class);
    assertThat(badge.getText()).isEqualTo("inferred");
    assertThat(badge.getTooltip().getText()).contains("EPERM", "hollow");
    Event syn = first(all, PacketInferred.Kind.SYN);
    robot.interact(() -> window.parts.recording.selectedProperty().set(syn));
    assertThat(happened())
        .contains("TCP_INFO of server", "2 in", "TCP_SAVED_SYN", "Maximum Segment Size");
    for (Theme theme : Theme.values()) {
      window.saveScreenshot("inferred", Language.ENGLISH, theme, 1280, 800);
    }
    window.saveScreenshot("inferred", Language.SPANISH, Theme.LIGHT, 1920, 1080);
    assertThat(happened()).contains("TCP_INFO de server");
  }

  @Test
  void aStepRevealsAnInferredPacket(FxRobot robot) throws Exception {
    List<Event> all = show(robot);
    int packets = (int) all.stream().filter(PacketInferred.class::isInstance).count();
    assertThat(packets).isPositive();
    int stepped = 0;
    for (int moment = 0; moment <= window.parts.recording.lastMoment(); moment++) {
      int to = moment;
      robot.interact(() -> window.parts.recording.goTo(to));
      List<Event> current = window.parts.recording.currentEvents();
      stepped += !current.isEmpty() && current.getLast() instanceof PacketInferred ? 1 : 0;
    }
    assertThat(stepped).isEqualTo(packets);
  }

  @Test
  void aSavedTraceHasOnlyWhatWasRecorded(FxRobot robot) throws Exception {
    show(robot);
    Path file = folder.resolve("saved.jsonl");
    window.pick(file);
    robot.interact(() -> window.menuItem(Command.SAVE_TRACE).fire());
    assertThat(TraceReader.read(file).events()).containsExactlyElementsOf(Unseen.trace("blocked"));
  }
}
