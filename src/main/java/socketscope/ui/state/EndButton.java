package socketscope.ui.state;

import java.util.Locale;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;
import socketscope.state.Kind;

/** An end of the connection: its sign, its name, and its state. A click looks at it. */
final class EndButton extends Button {

  private static final PseudoClass SUBJECT = PseudoClass.getPseudoClass("subject");
  private static final double HALF = 5;

  /** Below that width there is no room for the ports. */
  private static final double ROOMY = 300;

  /**
   * @param seconds how long its timer still runs, where the kernel told
   */
  EndButton(End end, OptionalLong seconds, SocketWords words, Runnable look) {
    getStyleClass().setAll("state-end");
    setMaxWidth(Double.MAX_VALUE);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setOnAction(_ -> look.run());
    pseudoClassStateChanged(SUBJECT, end.subject());
    String left = seconds.isPresent() ? words.get("countdown", seconds.getAsLong()) : "";
    Label name = new Label(words.briefName(end.history()));
    name.getStyleClass().add("state-end-name");
    name.setMinWidth(0);
    Label ports = new Label(SocketWords.ports(end.history()));
    ports.getStyleClass().addAll("code", "state-end-ports");
    ports.setMinWidth(0);
    ports.visibleProperty().bind(widthProperty().greaterThan(ROOMY));
    ports.managedProperty().bind(ports.visibleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label countdown = new Label(left);
    countdown.getStyleClass().addAll("code", "state-end-countdown");
    countdown.setMinWidth(USE_PREF_SIZE);
    Label state = new Label(words.standing(end.history()));
    state.getStyleClass().addAll("code", "change-to", "change-" + token(end));
    state.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(name, ports, space, countdown, state);
    line.getStyleClass().add("state-end-line");
    if (end.history().kind() == Kind.TCP) {
      line.getChildren().addFirst(sign(end.side()));
    }
    line.prefWidthProperty().bind(widthProperty().subtract(14));
    setGraphic(line);
    setAccessibleText(
        String.join(" ", name.getText(), ports.getText(), state.getText(), left).trim());
  }

  private static Pane sign(ConnectionRole side) {
    Shape shape = FigureDrawing.sign(side, HALF, HALF, HALF);
    Pane pane = new Pane(shape);
    pane.setMinSize(2 * HALF, 2 * HALF);
    pane.setMaxSize(2 * HALF, 2 * HALF);
    return pane;
  }

  private static String token(End end) {
    return end.history().kind() == Kind.TCP
        ? end.history().state().name().toLowerCase(Locale.ROOT).replace('_', '-')
        : "other";
  }
}
