package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import socketscope.event.Call;
import socketscope.ui.pane.Choice.ChoiceGroup;
import socketscope.ui.wording.Words;

/** The menu of what is offered for an argument, below its field. */
final class ChoiceMenu extends ContextMenu {

  private final ArgumentField field;
  private final Map<String, ArgumentField> fields;
  private final Words words;
  private final CallActions calls;

  /**
   * The menu of a field.
   *
   * @param fields the fields of the call, by the names of their parameters
   */
  ChoiceMenu(
      ArgumentField field, Map<String, ArgumentField> fields, Words words, CallActions calls) {
    this.field = field;
    this.fields = fields;
    this.words = words;
    this.calls = calls;
    getStyleClass().add("choice-menu");
  }

  /** Opens it with what is offered now. */
  void open(Supplier<List<ChoiceGroup>> offered) {
    fill(offered.get());
    if (!getItems().isEmpty()) {
      show(field, Side.BOTTOM, 0, 2);
    }
  }

  private void fill(List<ChoiceGroup> groups) {
    List<MenuItem> items = new ArrayList<>();
    for (ChoiceGroup group : groups) {
      if (!group.key().isEmpty()) {
        items.add(heading(words.get(group.key())));
      }
      group.choices().forEach(choice -> items.add(item(choice)));
    }
    getItems().setAll(items);
  }

  private static MenuItem heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("menu-heading");
    SeparatorMenuItem heading = new SeparatorMenuItem();
    heading.setContent(label);
    return heading;
  }

  private MenuItem item(Choice choice) {
    Label shown = new Label(shown(choice));
    shown.getStyleClass().addAll("code", "choice-text");
    Label about = new Label(choice.about().isEmpty() ? choice.said() : words.get(choice.about()));
    about.getStyleClass().add("choice-about");
    HBox line = new HBox(shown, about);
    line.getStyleClass().add("choice-line");
    boolean joins = choice.way() == Choice.Way.JOINS;
    // Several flags can be joined without opening the menu again.
    CustomMenuItem item = new CustomMenuItem(line, !joins);
    item.setOnAction(_ -> {
      choose(choice);
      shown.setText(shown(choice));
    });
    return item;
  }

  /** A flag is marked while it is there. */
  private String shown(Choice choice) {
    if (choice.way() != Choice.Way.JOINS) {
      return choice.shown();
    }
    return (flags().contains(choice.shown()) ? "☑ " : "☐ ") + choice.shown();
  }

  private List<String> flags() {
    return Arrays.stream(field.getText().split("\\|", -1)).map(String::strip).toList();
  }

  private void choose(Choice choice) {
    switch (choice.way()) {
      case REPLACES ->
          calls
              .edits()
              .together(() ->
                  choice.texts().forEach((parameter, text) -> fields.get(parameter).choose(text)));
      case JOINS -> toggle(choice.shown());
      case FOLLOWS -> {
        String own = Call.split(field.getText()).getFirst();
        field.choose(own + ", " + choice.texts().get(field.parameter().name()));
      }
      case PICKS_FILE -> calls.pickFile().ifPresent(file -> field.choose("file:" + file));
    }
    field.requestFocus();
    field.end();
  }

  private void toggle(String flag) {
    List<String> flags = new ArrayList<>(flags());
    if (!flags.remove(flag)) {
      flags.add(flag);
    }
    flags.removeIf(each -> each.isEmpty() || each.equals("0"));
    field.choose(flags.isEmpty() ? "0" : String.join("|", flags));
  }
}
