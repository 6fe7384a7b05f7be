package socketscope.ui.pane;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import socketscope.status.WaitingCall;
import socketscope.ui.wording.Words;

/** A call that has not returned: how it waits and how long, and the button that ends it. */
final class WaitingLine extends HBox {

  private final WaitingCall call;
  private final Words words;
  private final Label state = new Label();

  WaitingLine(WaitingCall call, Words words, Calls calls) {
    this.call = call;
    this.words = words;
    getStyleClass().add("waiting-line");
    setAlignment(Pos.CENTER_LEFT);
    state.setMaxWidth(Double.MAX_VALUE);
    state.setMinWidth(0);
    HBox.setHgrow(state, Priority.ALWAYS);
    getChildren().add(state);
    if (call.stage() == WaitingCall.Stage.BLOCKED) {
      Button interrupt = new Button();
      interrupt.getStyleClass().add("interrupt-button");
      interrupt.setMinWidth(Region.USE_PREF_SIZE);
      interrupt.setOnAction(_ -> calls.interrupt(call.id()));
      words.label(interrupt, "call.interrupt");
      words.name(interrupt, "call.interrupt.name", call.call().toString());
      getChildren().add(interrupt);
    }
    tick(calls.now());
  }

  /** Says how long it has been waiting at that time. */
  void tick(long now) {
    String key = "call." + call.stage();
    long tenths = now <= call.since() ? 0 : (now - call.since()) / 100_000_000;
    String seconds = String.format(words.language().locale(), "%.1f", tenths / 10.0);
    String descriptor =
        call.call().descriptor().isPresent() ? "" + call.call().descriptor().getAsInt() : "";
    state.setText(
        now == 0 ? words.get(key, descriptor) : words.get(key + ".for", descriptor, seconds));
  }
}
