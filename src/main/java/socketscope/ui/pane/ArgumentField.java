package socketscope.ui.pane;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import socketscope.event.Parameter;
import socketscope.ui.model.Edits;

/**
 * A place for an argument, as wide as what stands in it. It follows what is usual until the user
 * types something else, and again once it has been emptied, or with Esc.
 */
final class ArgumentField extends TextField {

  private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

  private final Parameter parameter;
  private final Edits edits;
  private String usual = "";
  private final BooleanProperty offers = new SimpleBooleanProperty();
  private Runnable offer = () -> {};
  private boolean own;
  private boolean following;

  /** What the user had typed when it was last left; null for nothing. */
  private @Nullable String settled;

  ArgumentField(Parameter parameter, Edits edits) {
    this.parameter = parameter;
    this.edits = edits;
    getStyleClass().setAll("argument-field", "code");
    setPromptText(parameter.name());
    // Until it is edited, a press on it is one of its call.
    mouseTransparentProperty().bind(focusedProperty().not());
    widen();
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    textProperty()
        .addListener((_, _, text) -> {
          widen();
          markFaulty(false);
          if (!following) {
            own = !text.isEmpty();
          }
        });
    focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused && getText().isEmpty()) {
            follow();
          }
          if (!focused) {
            settle();
          }
        });
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      // Esc interrupts blocked calls; whoever types means what is typed.
      if (own) {
        reset();
      } else {
        leave();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
      offer();
      event.consume();
    }
  }

  private void leave() {
    for (Node up = getParent(); up != null; up = up.getParent()) {
      if (up instanceof FunctionRow row) {
        row.button().requestFocus();
        return;
      }
    }
  }

  /** Has something opened that offers what can be chosen. */
  void setOffer(Runnable opens) {
    offer = opens;
    offers.set(true);
  }

  /** Takes the keys, with all of it picked out. */
  void edit() {
    requestFocus();
    selectAll();
  }

  /** Opens what can be chosen. */
  void offer() {
    requestFocus();
    offer.run();
  }

  /** Whether there is something to choose. */
  ReadOnlyBooleanProperty offersProperty() {
    return offers;
  }

  Parameter parameter() {
    return parameter;
  }

  /** What stands there until the user types something else. */
  void setUsual(String text) {
    usual = text;
    if (!own && !(isFocused() && getText().isEmpty())) {
      follow();
    }
  }

  /** Forgets what the user typed. */
  void reset() {
    own = false;
    follow();
    settle();
  }

  /** Puts that there as if the user had typed it. */
  void choose(String text) {
    settle();
    setText(text);
    settle();
  }

  /** What was typed until now can be undone in one. */
  void settle() {
    String before = settled;
    String now = own ? getText() : null;
    if (!Objects.equals(before, now)) {
      settled = now;
      edits.add(() -> bringBack(before), () -> bringBack(now));
    }
  }

  private void bringBack(@Nullable String typed) {
    if (typed == null) {
      reset();
    } else {
      setText(typed);
    }
    settled = typed;
  }

  private void follow() {
    if (!getText().equals(usual)) {
      following = true;
      setText(usual);
      following = false;
    }
  }

  private void widen() {
    int length = getText().isEmpty() ? parameter.name().length() : getText().length();
    setPrefColumnCount(Math.clamp(length, 1, 26));
  }

  void markFaulty(boolean faulty) {
    pseudoClassStateChanged(FAULTY, faulty);
  }
}
