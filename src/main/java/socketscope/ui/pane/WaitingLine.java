package socketscope.ui.pane;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.lab.RefusedCallException;
import socketscope.socket.MadeCall;
import socketscope.ui.wording.Words;

/**
 * A call that has not returned: how it waits and how long, and the button that ends it. The first
 * lies over its row, in the slim line that is there for what is said.
 */
final class WaitingLine extends HBox {

  private final MadeCall call;
  private final Words words;
  private final Label state = new Label();

  WaitingLine(MadeCall call, Words words, CallActions calls) {
    this.call = call;
    this.words = words;
    getStyleClass().add("waiting-line");
    setAlignment(Pos.CENTER_LEFT);
    state.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    state.setMouseTransparent(true);
    setPickOnBounds(false);
    state.setMinWidth(0);
    HBox.setHgrow(state, Priority.ALWAYS);
    getChildren().add(state);
    switch (call.stage()) {
      case BLOCKED -> add("interrupt", Feather.X, () -> calls.interrupt(call.id()));
      case QUEUED -> add("another-thread", Feather.GIT_BRANCH, () -> makeAside(calls));
      case STARTED, RETURNED -> {}
    }
    tick(calls.now());
  }

  private void add(String kind, Feather icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("waiting-button", kind + "-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    words.tip(button, "call." + kind + ".tip");
    button.accessibleTextProperty().unbind();
    words.name(button, "call." + kind + ".name", call.call().toString());
    getChildren().add(button);
  }

  private void makeAside(CallActions calls) {
    try {
      calls.makeAside(call.call());
    } catch (RefusedCallException e) {
      // It was not refused when it was queued: the program has ended meanwhile, as its pane says.
    }
  }

  /**
   * Says how long it has been waiting at that time. In the past, which is time 0, it only says that
   * it waits: nobody can interrupt what was.
   */
  void tick(long now) {
    getChildren().stream()
        .filter(Button.class::isInstance)
        .forEach(button -> button.setDisable(now == 0));
    String key = "call." + call.stage();
    long tenths = now <= call.since() ? 0 : (now - call.since()) / 100_000_000;
    String seconds = String.format(words.language().locale(), "%.1f", tenths / 10.0);
    String descriptor =
        call.call().descriptor().isPresent() ? "" + call.call().descriptor().getAsInt() : "";
    state.setText(
        now == 0 ? words.get(key, descriptor) : words.get(key + ".for", descriptor, seconds));
  }
}
