package socketscope.ui.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import socketscope.event.Bytes;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.Stamp;
import socketscope.explain.Story;
import socketscope.text.Language;
import socketscope.ui.wording.Words;

@ExtendWith(ApplicationExtension.class)
class PacketTabUiTest {

  /** A handshake and four bytes, captured on a loopback interface with tcpdump. */
  private static final List<String> CAPTURED =
      List.of(
          "4500003c813140004006bb887f0000017f000001b562176f71765f3700000000a002ffd7fe3000000204ffd7"
              + "0402080a0e2a16b6000000000103030a",
          "4500003c0000400040063cba7f0000017f000001176fb5627906cab071765f38a012ffcbfe3000000204ffd7"
              + "0402080ac3e04e7d0e2a16b60103030a",
          "45000034813240004006bb8f7f0000017f000001b562176f71765f387906cab180100040fe2800000101080a"
              + "0e2a16b6c3e04e7d",
          "45000038813340004006bb8a7f0000017f000001b562176f71765f387906cab180180040fe2c00000101080a"
              + "0e2a16b6c3e04e7d686f6c61");

  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
  private PacketTab tab;
  private Scene scene;

  @Start
  void start(Stage stage) {
    tab = new PacketTab(new Words(language));
    tab.getStyleClass().addAll("main-view", "dark-theme");
    scene = new Scene(tab, 980, 600);
    for (String sheet : List.of("tokens.css", "window.css", "packet.css")) {
      URL url = Objects.requireNonNull(PacketTab.class.getResource("/socketscope/ui/" + sheet));
      scene.getStylesheets().add(url.toExternalForm());
    }
    stage.setScene(scene);
    stage.show();
    show(packets());
  }

  private void show(List<Event> events) {
    tab.show(events, () -> Story.of(events));
  }

  private static List<Event> packets() {
    List<Event> events = new ArrayList<>();
    for (String hex : CAPTURED) {
      Bytes bytes = Bytes.ofHex(hex);
      events.add(new PacketSeen(new Stamp(events.size(), "", 0), "lo", bytes.length(), bytes));
    }
    return events;
  }

  private LayerTree layers() {
    return (LayerTree) scene.lookup("#packet-layers");
  }

  private HexView hex() {
    return (HexView) scene.lookup("#packet-hex");
  }

  private TreeItem<Part> layer(String name) {
    return field(layers().getRoot(), name);
  }

  private static TreeItem<Part> field(TreeItem<Part> in, String name) {
    return in.getChildren().stream()
        .filter(item -> item.getValue().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private TreeItem<Part> selected() {
    return layers().getSelectionModel().getSelectedItem();
  }

  /** The bytes that are lit on the screen, as digits. */
  private String lit() {
    StringBuilder digits = new StringBuilder();
    for (Node node : hex().lookupAll(".hex-byte")) {
      if (node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("lit"))) {
        digits.append(((Label) node).getText());
      }
    }
    return digits.toString();
  }

  private Node byteNode(int index) {
    return hex().lookupAll(".hex-line").stream()
        .map(HexLine.class::cast)
        // A list keeps cells that it does not show, to measure with.
        .filter(line -> line.isVisible() && line.getItem() != null)
        .filter(line -> line.getItem() == index / 16 * 16)
        .map(line -> List.copyOf(line.lookupAll(".hex-byte")).get(index % 16))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLayersAreSummedUpFromTheApplicationDown() {
    assertThat(layers().getRoot().getChildren())
        .extracting(item -> item.getValue().name() + ": " + item.getValue().value())
        .containsExactly(
            "Application: \"hola\"",
            "TCP: seq 1  ack 1  flags PSH ACK  win 64  len 4",
            "IPv4: 127.0.0.1 → 127.0.0.1  ttl 64  id 0x8133",
            "Link: loopback (lo)");
    assertThat(tab.caption().getText())
        .isEqualTo("captured · 127.0.0.1:46434 → 127.0.0.1:5999 · 56 bytes");
    assertThat(lit()).isEqualTo("686f6c61");
  }

  @Test
  void aSelectedFieldLightsItsBytes(FxRobot robot) {
    TreeItem<Part> tcp = layer("TCP");
    robot.interact(() -> layers().select(field(tcp, "Sequence Number").getValue()));
    assertThat(selected().getValue().value()).isEqualTo("1903583032 · relative 1");
    assertThat(lit()).isEqualTo("71765f38");
    robot.interact(() -> layers().select(field(tcp, "Control Bits").getValue()));
    assertThat(lit()).isEqualTo("18");
    robot.interact(() -> layers().requestFocus());
    robot.push(KeyCode.DOWN);
    assertThat(selected().getValue().name()).isEqualTo("Window");
    assertThat(selected().getValue().value()).isEqualTo("64 · scaled 65536 B");
    assertThat(lit()).isEqualTo("0040");
  }

  @Test
  void aFieldUnderThePointerLightsItsBytesUntilThePointerLeaves(FxRobot robot) {
    Node cell =
        layers().lookupAll(".part-cell").stream()
            .map(PartCell.class::cast)
            .filter(part -> part.getItem() != null && part.getItem().name().equals("IPv4"))
            .findFirst()
            .orElseThrow();
    robot.moveTo(cell);
    assertThat(lit()).isEqualTo(CAPTURED.getLast().substring(0, 40));
    robot.moveTo(byteNode(50));
    assertThat(lit()).isEqualTo("686f6c61");
  }

  @Test
  void aClickedByteSelectsTheInnermostFieldThatHoldsIt(FxRobot robot) {
    robot.clickOn(byteNode(8));
    assertThat(selected().getValue().name()).isEqualTo("Time to Live");
    assertThat(selected().getParent().isExpanded()).isTrue();
    robot.clickOn(byteNode(33));
    assertThat(selected().getValue().name()).isEqualTo("Control Bits");
    robot.clickOn(byteNode(44));
    assertThat(selected().getValue().name()).isEqualTo("TS Value (TSval)");
    assertThat(selected().getParent().getValue().name()).isEqualTo("Timestamps");
    assertThat(lit()).isEqualTo("0e2a16b6");
  }

  @Test
  void theKeysWalkFromByteToByte(FxRobot robot) {
    robot.interact(() -> hex().requestFocus());
    robot.push(KeyCode.HOME);
    assertThat(selected().getValue().name()).isEqualTo("Version");
    robot.push(KeyCode.DOWN);
    assertThat(selected().getValue().name()).isEqualTo("Destination Address");
    robot.push(KeyCode.LEFT);
    assertThat(selected().getValue().name()).isEqualTo("Source Address");
  }

  @Test
  void aChecksumSaysWhyItDoesNotFit(FxRobot robot) {
    TreeItem<Part> sum = field(layer("TCP"), "Checksum");
    robot.interact(() -> layers().select(sum.getValue()));
    assertThat(sum.getValue().value()).isEqualTo("0xfe2c · not computed");
    assertThat(((Label) scene.lookup("#packet-note")).getText()).contains("offload");
    assertThat(field(layer("IPv4"), "Header Checksum").getValue().value()).endsWith("correct");
  }

  @Test
  void whatIsOpenAndSelectedStaysFromPacketToPacket(FxRobot robot) {
    TreeItem<Part> window = field(layer("TCP"), "Window");
    robot.interact(() -> layers().select(window.getValue()));
    robot.interact(() -> show(packets().subList(0, 3)));
    assertThat(layer("TCP").isExpanded()).isTrue();
    assertThat(selected().getValue().name()).isEqualTo("Window");
    robot.interact(() -> {
      language.set(Language.SPANISH);
      show(packets());
    });
    assertThat(layers().getRoot().getChildren().getFirst().getValue().name())
        .isEqualTo("Aplicación");
    robot.interact(() -> show(List.of()));
    assertThat(scene.lookup("#packet-layers")).isNull();
    assertThat(tab.caption().getText()).isEmpty();
  }
}
