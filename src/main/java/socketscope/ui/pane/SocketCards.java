package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketId;
import socketscope.status.SocketStatus;
import socketscope.ui.scroll.DirectScroll;
import socketscope.ui.wording.Words;

/** The sockets of a program. Where they are many they scroll, so that the calls stay in sight. */
final class SocketCards extends DirectScroll {

  /** What a card shows. */
  private record Look(SocketStatus socket, boolean current) {}

  private final Words words;
  private final Consumer<SocketId> pick;
  private final VBox box = new VBox();
  private final Label none = new Label();

  /** A card is drawn anew only where what it shows has changed. */
  private final Map<Look, SocketCard> drawn = new HashMap<>();

  SocketCards(String name, Words words, Consumer<SocketId> pick) {
    this.words = words;
    this.pick = pick;
    getStyleClass().add("card-scroll");
    box.getStyleClass().add("socket-cards");
    none.getStyleClass().add("no-sockets");
    none.setId("no-sockets-" + name);
    none.setMaxWidth(Double.MAX_VALUE);
    words.label(none, "socket.none");
    setContent(box);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    words.onChange(drawn::clear);
  }

  /**
   * Shows those sockets.
   *
   * @param current the one that the calls for data would be made on
   * @param now the moment that is shown, in nanoseconds on the clock of the stamps
   */
  void show(List<SocketStatus> sockets, @Nullable SocketStatus current, long now) {
    List<Look> looks =
        sockets.stream().map(socket -> new Look(socket, socket.equals(current))).toList();
    drawn.keySet().retainAll(looks);
    List<SocketCard> cards = new ArrayList<>();
    for (Look look : looks) {
      cards.add(drawn.computeIfAbsent(look, _ -> card(look, now)));
    }
    if (sockets.isEmpty()) {
      box.getChildren().setAll(none);
    } else if (!cards.equals(box.getChildren())) {
      box.getChildren().setAll(cards);
    }
    tick(now);
  }

  private SocketCard card(Look look, long now) {
    SocketId id = look.socket().id();
    return new SocketCard(look.socket(), look.current(), words, () -> pick.accept(id), now);
  }

  /** Shows what is left of timers at that moment. */
  void tick(long now) {
    drawn.values().forEach(card -> card.tick(now));
  }
}
