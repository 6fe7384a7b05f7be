package socketscope.ui.pane;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import socketscope.event.Parameter;

/**
 * A place for an argument, as wide as what stands in it. It follows what is usual until the user
 * types something else, and again once it has been emptied.
 */
final class ArgumentField extends TextField {

  private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

  private final Parameter parameter;
  private String usual = "";
  private boolean own;
  private boolean following;

  ArgumentField(Parameter parameter) {
    this.parameter = parameter;
    getStyleClass().setAll("argument-field", "code");
    setPromptText(parameter.name());
    widen();
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
        });
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
