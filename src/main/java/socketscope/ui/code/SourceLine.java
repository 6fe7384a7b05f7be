package socketscope.ui.code;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** One line: its number, and its text in colours. */
final class SourceLine extends ListCell<Integer> {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final SourceView view;
  private final Label number = new Label();
  private final HBox parts = new HBox();

  SourceLine(SourceView view) {
    this.view = view;
    getStyleClass().add("source-line");
    number.getStyleClass().addAll("code", "source-number");
    parts.getStyleClass().add("source-parts");
  }

  @Override
  protected void updateItem(@Nullable Integer index, boolean empty) {
    super.updateItem(index, empty);
    draw();
  }

  /** Shows what its line is now. */
  void draw() {
    Integer index = getItem();
    boolean none = isEmpty() || index == null;
    pseudoClassStateChanged(CURRENT, !none && view.isCurrent(index));
    if (none) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    number.setText(Integer.toString(index + 1));
    List<Token> tokens = view.tokens(index);
    parts.getChildren().setAll(number);
    tokens.forEach(token -> parts.getChildren().add(part(token)));
    setGraphic(parts);
    setAccessibleText(view.spoken(index));
  }

  private static Label part(Token token) {
    Label label = new Label(token.text());
    label.getStyleClass().addAll("code", token.kind().styleClass());
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  /** A part of a source line that has one colour. */
  record Token(String text, Kind kind) {

    /** What it is to the language. */
    enum Kind {
      PLAIN,
      KEYWORD,
      CALL,
      STRING,
      NUMBER,
      COMMENT;

      String styleClass() {
        return "code-" + name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
