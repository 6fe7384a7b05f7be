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
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;
import socketscope.status.SocketStatus;
import socketscope.ui.wording.Words;

/** A socket: its descriptor, its ports, and its state. A click picks it out for the calls. */
final class SocketCard extends Button {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

  SocketCard(SocketStatus socket, boolean current, Words words, Runnable pick) {
    getStyleClass().setAll("socket-card");
    setMaxWidth(Double.MAX_VALUE);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setOnAction(_ -> pick.run());
    pseudoClassStateChanged(CURRENT, current);
    pseudoClassStateChanged(GONE, socket.closed());

    Label descriptor = new Label("fd " + socket.descriptor());
    descriptor.getStyleClass().addAll("socket-descriptor", "code");
    descriptor.setMinWidth(Region.USE_PREF_SIZE);
    Label ports = new Label(ports(socket));
    ports.getStyleClass().add("code");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label state = new Label(state(socket, words));
    state.getStyleClass().addAll("state-pill", "code", "state-" + look(socket));
    state.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(9, descriptor, ports, space, state);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMaxWidth(Double.MAX_VALUE);
    row.prefWidthProperty().bind(widthProperty().subtract(20));
    setGraphic(row);
    setAccessibleText(
        words.get(
            "socket.name",
            socket.descriptor(),
            socket.type(),
            Objects.toString(socket.local(), "*"),
            Objects.toString(socket.peer(), "*"),
            state.getText()));
  }

  private static String ports(SocketStatus socket) {
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

  private static String state(SocketStatus socket, Words words) {
    return switch (socket.condition()) {
      case TCP -> Objects.toString(socket.state());
      case KEPT -> Objects.toString(socket.kept() == null ? null : socket.kept().state());
      case CLOSED, CONNECTED, BOUND, UNBOUND ->
          words.get("socket." + socket.condition().name().toLowerCase(Locale.ROOT));
    };
  }

  /** The colour of its state. */
  private static String look(SocketStatus socket) {
    TcpState state = socket.state();
    return state == null
        ? "other"
        : switch (state) {
          case LISTEN -> "listen";
          case SYN_SENT, SYN_RECV -> "syn";
          case ESTABLISHED -> "established";
          case FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> "closing";
          case CLOSED -> "other";
        };
  }
}
