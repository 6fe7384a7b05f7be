package socketscope.ui.packet;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.explain.Story;
import socketscope.packet.IpLayer;
import socketscope.packet.Packet;
import socketscope.packet.Reading;
import socketscope.text.Language;
import socketscope.ui.wording.Words;

/** The current packet: its layers beside its bytes. */
public final class PacketTab extends StackPane {

  private final Words words;
  private final LayerTree layers;
  private final HexView hex;
  private final Label note = new Label();
  private final Label caption = new Label();
  private final Label nothing = new Label();
  private final HBox content = new HBox();
  private List<Part> parts = List.of();
  private @Nullable PacketSeen shown;
  private @Nullable Language shownIn;

  /** A tab without a packet. */
  public PacketTab(Words words) {
    this.words = words;
    layers = new LayerTree(words);
    hex = new HexView(this::choose, words);
    getStyleClass().add("packet-tab");
    note.getStyleClass().add("packet-note");
    note.setId("packet-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    caption.getStyleClass().add("packet-caption");
    caption.setId("packet-caption");
    nothing.getStyleClass().add("nothing");
    nothing.setWrapText(true);
    StackPane.setAlignment(nothing, Pos.TOP_LEFT);
    VBox right = new VBox(hex, note);
    VBox.setVgrow(hex, Priority.ALWAYS);
    right.getStyleClass().add("packet-bytes");
    HBox.setHgrow(layers, Priority.ALWAYS);
    layers.setMinWidth(0);
    content.getStyleClass().add("packet-content");
    content.getChildren().addAll(layers, right);
    layers.spokenProperty().addListener((_, _, part) -> speak(part));
    getChildren().setAll(nothing);
  }

  private void speak(@Nullable Part part) {
    hex.light(part);
    note.setText(part == null ? "" : part.note());
    boolean noted = !note.getText().isEmpty();
    note.setVisible(noted);
    note.setManaged(noted);
  }

  /** Where the packet went and how long it is, to stand beside the tabs. */
  public Label caption() {
    return caption;
  }

  /**
   * Shows the last of those events, where it is a packet.
   *
   * @param story what those events tell; asked for where it is needed
   */
  public void show(List<Event> current, Supplier<Story> story) {
    if (current.isEmpty() || !(current.getLast() instanceof PacketSeen packet)) {
      shown = null;
      nothing.setText(words.get("packet.nothing"));
      caption.setText("");
      getChildren().setAll(nothing);
    } else if (!packet.equals(shown) || words.language() != shownIn) {
      shown = packet;
      shownIn = words.language();
      Reading reading = story.get().reading(packet);
      parts = Outline.of(reading, packet.device(), words);
      hex.show(packet.bytes());
      layers.show(parts);
      caption.setText(
          words.get("packet.caption", way(reading.packet(), packet), "" + packet.length()));
      getChildren().setAll(content);
    }
  }

  private static String way(Packet packet, PacketSeen event) {
    Optional<String> flow = packet.flow().map(f -> f.source() + " → " + f.destination());
    return flow.or(
            () -> packet.layer(IpLayer.class).map(ip -> ip.source() + " → " + ip.destination()))
        .orElse(event.device());
  }

  private void choose(int index) {
    Part.innermost(parts, index).ifPresent(layers::select);
  }
}
