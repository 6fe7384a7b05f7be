package socketscope.ui.topbar;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import socketscope.ui.wording.Words;

/** Shows a choice, and opens a menu of all that there are. */
final class ChoiceButton<T> extends MenuButton {

  private final List<T> choices;
  private final Function<T, String> text;
  private final Consumer<T> choose;
  private @Nullable T current;

  /**
   * A choice.
   *
   * @param key of the text that names it for the eye (in its tooltip) and the ear
   * @param text how a choice is written, in the language of the moment
   * @param choose is told what the user chose
   */
  ChoiceButton(
      Words words, String key, List<T> choices, Function<T, String> text, Consumer<T> choose) {
    this.choices = List.copyOf(choices);
    this.text = text;
    this.choose = choose;
    getStyleClass().add("choice-button");
    setMinWidth(USE_PREF_SIZE);
    setMnemonicParsing(false); // an underscore of AF_UNIX is one
    words.tip(this, key);
    words.onChange(this::refresh);
  }

  void show(T choice) {
    current = choice;
    refresh();
  }

  private void refresh() {
    ToggleGroup group = new ToggleGroup();
    getItems().setAll(choices.stream().map(choice -> item(choice, group)).toList());
    setText(current == null ? "" : text.apply(current));
  }

  private RadioMenuItem item(T choice, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(text.apply(choice));
    item.setMnemonicParsing(false);
    item.setToggleGroup(group);
    item.setSelected(choice.equals(current));
    item.setOnAction(_ -> {
      if (!choice.equals(current)) {
        choose.accept(choice);
      }
    });
    return item;
  }
}
