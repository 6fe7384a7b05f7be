package socketscope.ui.topbar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.ui.model.Exchange;
import socketscope.ui.wording.Words;

/** Shows what is tried, and opens a menu of all that can be, in groups, each with what it is. */
final class ExchangeButton extends MenuButton {

  /** Enough for the shortest of them; in a narrow window the longer ones are cut. */
  private static final double LEAST_WIDTH = 124;

  private final Words words;
  private final Consumer<Exchange> choose;
  private @Nullable Exchange current;

  ExchangeButton(Words words, Consumer<Exchange> choose) {
    this.words = words;
    this.choose = choose;
    setId("exchange");
    getStyleClass().add("choice-button");
    setMinWidth(LEAST_WIDTH);
    setMnemonicParsing(false); // an underscore of AF_UNIX is one
    words.tip(this, "top.exchange");
    words.onChange(this::refresh);
  }

  void show(Exchange exchange) {
    current = exchange;
    refresh();
  }

  private void refresh() {
    List<MenuItem> items = new ArrayList<>();
    ToggleGroup group = new ToggleGroup();
    for (Exchange.Group part : Exchange.Group.values()) {
      items.add(heading(part));
      for (Exchange exchange : Exchange.values()) {
        if (exchange.group() == part) {
          items.add(item(exchange, group));
        }
      }
    }
    getItems().setAll(items);
    setText(current == null ? "" : words.get("exchange." + current));
  }

  /** Not to be chosen, and passed over by the keys. */
  private MenuItem heading(Exchange.Group group) {
    Label label = new Label(words.get("exchange.group." + group));
    label.getStyleClass().add("menu-heading");
    SeparatorMenuItem heading = new SeparatorMenuItem();
    heading.setContent(label);
    return heading;
  }

  private MenuItem item(Exchange exchange, ToggleGroup group) {
    Label name = new Label(words.get("exchange." + exchange));
    name.getStyleClass().add("menu-name");
    Label what = new Label(words.get("exchange.is." + exchange));
    what.getStyleClass().add("menu-what");
    RadioMenuItem item = new RadioMenuItem(null, new VBox(name, what));
    item.setId("exchange-" + exchange);
    item.setToggleGroup(group);
    item.setSelected(exchange == current);
    item.setOnAction(_ -> {
      if (exchange != current) {
        choose.accept(exchange);
      }
    });
    return item;
  }
}
