package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.diagram.EventScript;
import socketscope.event.Bytes;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.Stamp;
import socketscope.text.Language;
import socketscope.ui.model.Plan;

/** Packets in the window: what the badge says of them, and how one is come to. */
class PacketWindowUiTest {

  @RegisterExtension final TestWindow window = new TestWindow();

  private static Stamp stamp(long nanos) {
    return new Stamp(nanos, "", nanos);
  }

  private static Event started(CaptureMethod method, String reason) {
    return new CaptureStarted(stamp(1), method, reason);
  }

  /** A datagram of IPv4 without anything in it. */
  private static PacketSeen packet(long nanos) {
    Bytes bytes = Bytes.ofHex("45000014000040004011" + "3cd7" + "7f000001" + "7f000001");
    return new PacketSeen(stamp(nanos), "lo", bytes.length(), bytes);
  }

  private void show(FxRobot robot, Event... events) {
    robot.interact(() -> window.parts.recording.begin().accept(List.of(events)));
  }

  private Label badge() {
    return window.find("#badge", Label.class);
  }

  private String why() {
    return badge().getTooltip().getText();
  }

  @Test
  void theBadgeOfAnExperimentSaysWhetherItCapturesAndWhy(FxRobot robot) {
    robot.interact(() -> window.parts.controller.begin(Plan.FIRST));
    show(robot);
    assertThat(badge().getText()).isEqualTo("calls only");
    for (CaptureMethod method :
        List.of(CaptureMethod.RAW_SOCKET, CaptureMethod.TCPDUMP, CaptureMethod.DUMPCAP)) {
      show(robot, started(method, "raw=ok"));
      assertThat(badge().getText()).isEqualTo("capturing");
      show(robot, started(method, "raw=ok"), packet(2));
      assertThat(badge().getText()).isEqualTo("capturing on lo");
    }
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    assertThat(badge().getText()).isEqualTo("capturando en lo");
    show(robot, started(CaptureMethod.NONE, "raw=EPERM tcpdump=missing dumpcap=missing"));
    assertThat(badge().getText()).isEqualTo("inferido");
    assertThat(why()).contains("EPERM").contains("CAP_NET_RAW");
    assertThat(badge().getAccessibleText()).contains(why());
  }

  @Test
  void aCaptureThatBrokeOffIsNoLongerClaimed(FxRobot robot) {
    robot.interact(() -> window.parts.controller.begin(Plan.FIRST));
    show(
        robot, started(CaptureMethod.RAW_SOCKET, "raw=ok"), new CaptureEnded(stamp(2), "signal=9"));
    assertThat(badge().getText()).isEqualTo("inferred");
    assertThat(why()).contains("signal=9");
  }

  @Test
  void theBadgeOfATraceSaysWhatItHas(FxRobot robot) {
    show(
        robot,
        started(CaptureMethod.TCPDUMP, "raw=EPERM tcpdump=ok"),
        packet(2),
        new CaptureEnded(stamp(3), "finished"));
    assertThat(badge().getText()).isEqualTo("captured");
    assertThat(why()).contains("tcpdump");
    show(robot, started(CaptureMethod.NONE, "capture=off"));
    assertThat(badge().getText()).isEqualTo("inferred");
  }

  private String tab() {
    return window.find(".tab-pane", TabPane.class).getSelectionModel().getSelectedItem().getText();
  }

  private String happened() {
    return window.find("#happened", Label.class).getText();
  }

  private void callWithPackets(FxRobot robot) {
    List<Event> events =
        new ArrayList<>(
            new EventScript()
                .at(0)
                .program("client", 1)
                .call("client#1", "socket(AF_INET, SOCK_STREAM, 0)", 5)
                .events());
    events.add(packet(events.getLast().stamp().nanos() + 1));
    events.add(packet(events.getLast().stamp().nanos() + 1));
    show(robot, events.toArray(Event[]::new));
  }

  @Test
  void aPickedPacketIsShownAndExplainedAndACallTakesItsPlace(FxRobot robot) {
    callWithPackets(robot);
    assertThat(tab()).isEqualTo("Call");
    String ofTheCall = happened();
    List<Event> all = window.parts.recording.all();
    robot.interact(() -> window.parts.recording.selectedProperty().set(all.getLast()));
    assertThat(tab()).isEqualTo("Packet");
    assertThat(happened()).isNotBlank().isNotEqualTo(ofTheCall);
    assertThat(window.find("#packet-caption", Label.class).getText()).contains("127.0.0.1");
    robot.interact(() -> window.parts.recording.selectedProperty().set(all.get(2)));
    assertThat(tab()).isEqualTo("Call");
    assertThat(happened()).isEqualTo(ofTheCall);
  }

  @Test
  void aStepToAPacketSpeaksOfIt(FxRobot robot) {
    callWithPackets(robot);
    robot.interact(() -> window.parts.recording.goTo(1));
    assertThat(tab()).isEqualTo("Call");
    robot.interact(() -> window.parts.recording.goTo(2));
    assertThat(tab()).isEqualTo("Packet");
    assertThat(window.parts.recording.currentEvents().getLast()).isInstanceOf(PacketSeen.class);
    robot.interact(() -> window.parts.recording.goToNow());
    assertThat(tab()).isEqualTo("Call");
  }
}
