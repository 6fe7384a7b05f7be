package socketscope.ui.pane;

import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;
import socketscope.status.KeptConnection;
import socketscope.status.SocketStatus;
import socketscope.ui.wording.Words;

/**
 * A socket: its descriptor, its ports, and its state. A click picks it out for the calls. A socket
 * that was closed stays as long as the kernel keeps its connection, and is marked as having no
 * descriptor.
 */
final class SocketCard extends Button {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

  private static final PseudoClass KEPT = PseudoClass.getPseudoClass("kept");

  private final Words words;
  private final SocketStatus socket;
  private final Label state = new Label();

  /**
   * The card of a socket.
   *
   * @param now the moment that is shown, in nanoseconds on the clock of the stamps
   */
  SocketCard(SocketStatus socket, boolean current, Words words, Runnable pick, long now) {
    this.words = words;
    this.socket = socket;
    getStyleClass().setAll("socket-card");
    setMaxWidth(Double.MAX_VALUE);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setOnAction(_ -> pick.run());
    pseudoClassStateChanged(CURRENT, current);
    pseudoClassStateChanged(GONE, socket.closed());
    pseudoClassStateChanged(KEPT, socket.kept() != null);

    Label descriptor =
        new Label(
            socket.kept() == null
                ? socket.descriptor() < 0 ? "" : "fd " + socket.descriptor()
                : words.get("socket.no-descriptor"));
    descriptor.setManaged(!descriptor.getText().isEmpty());
    descriptor.getStyleClass().add("socket-descriptor");
    if (socket.kept() == null) {
      descriptor.getStyleClass().add("code");
    }
    descriptor.setMinWidth(Region.USE_PREF_SIZE);
    Label ports = new Label(ports());
    ports.getStyleClass().add("code");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    state.getStyleClass().addAll("state-pill", "code", "state-" + look(socket));
    state.setMinWidth(Region.USE_PREF_SIZE);
    // A kept one has more to say, in no more room: its two labels stand one above the other.
    HBox row =
        socket.kept() == null
            ? new HBox(descriptor, ports, space, state)
            : new HBox(new VBox(ports, descriptor), space, state);
    row.getStyleClass().add("socket-row");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMaxWidth(Double.MAX_VALUE);
    row.prefWidthProperty().bind(widthProperty().subtract(20));
    setGraphic(row);
    tick(now);
    setAccessibleText(
        words.get(
            socket.kept() != null
                ? "socket.name.kept"
                : socket.descriptor() < 0 ? "socket.name.seen" : "socket.name",
            socket.descriptor(),
            socket.type(),
            Objects.toString(socket.local(), "*"),
            Objects.toString(socket.peer(), "*"),
            state.getText()));
  }

  /** Shows what is left of a timer at that moment. */
  void tick(long now) {
    state.setText(stateAt(now));
  }

  private String stateAt(long now) {
    KeptConnection kept = socket.kept();
    if (kept == null) {
      return state(socket, words);
    }
    return kept.timer() == Timer.TIME_WAIT
        ? words.get("socket.countdown", kept.state().name(), kept.secondsLeft(now))
        : kept.state().name();
  }

  private String ports() {
    if (socket.local() instanceof SocketAddress.Unix
        || socket.peer() instanceof SocketAddress.Unix) {
      String local = name(socket.local());
      return socket.peer() == null ? local : local + " → " + name(socket.peer());
    }
    String local = port(socket.local());
    if (socket.peer() != null) {
      local = local.replace(":", "");
    }
    return socket.peer() == null ? local : local + "→" + port(socket.peer()).replace(":", "");
  }

  private static String port(@Nullable SocketAddress address) {
    if (address == null) {
      return "";
    }
    String text = address.toString();
    return text.substring(text.lastIndexOf(':'));
  }

  private String name(@Nullable SocketAddress address) {
    return address instanceof SocketAddress.Unix unix && !unix.unnamed()
        ? unix.toString()
        : words.get("socket.unnamed");
  }

  private static String state(SocketStatus socket, Words words) {
    return switch (socket.condition()) {
      case TCP -> Objects.toString(socket.state());
      case KEPT, CLOSED, LISTENING, CONNECTED, BOUND, UNBOUND ->
          words.get("socket." + socket.condition().name().toLowerCase(Locale.ROOT));
    };
  }

  /** The colour of its state. */
  private static String look(SocketStatus socket) {
    TcpState state = socket.kept() == null ? socket.state() : socket.kept().state();
    if (socket.condition() == SocketStatus.Condition.LISTENING) {
      return "listen";
    }
    return state == null
        ? "other"
        : switch (state) {
          case LISTEN -> "listen";
          case SYN_SENT, SYN_RECV -> "syn";
          case ESTABLISHED -> "established";
          case FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, CLOSING, LAST_ACK -> "closing";
          case TIME_WAIT -> "time-wait";
          case CLOSED -> "other";
        };
  }
}
