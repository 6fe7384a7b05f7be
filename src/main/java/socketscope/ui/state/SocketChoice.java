package socketscope.ui.state;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import socketscope.state.SocketHistory;

/** The socket that is looked at, and a menu of all that there are. */
public final class SocketChoice extends MenuButton {

  private final SocketWords words;
  private final Consumer<SocketHistory> choose;
  private final Tooltip tooltip = new Tooltip();

  SocketChoice(SocketWords words, Consumer<SocketHistory> choose) {
    this.words = words;
    this.choose = choose;
    getStyleClass().addAll("choice-button", "state-choice");
    setId("state-choice");
    setMnemonicParsing(false);
    setTooltip(tooltip);
  }

  void show(List<SocketHistory> all, @Nullable SocketHistory current) {
    setManaged(all.size() > 1);
    setText(current == null ? "" : text(current));
    tooltip.setText(words.get("choose"));
    setAccessibleText(words.get("choose") + ": " + getText());
    ToggleGroup group = new ToggleGroup();
    getItems().setAll(all.stream().map(history -> item(history, current, group)).toList());
  }

  private RadioMenuItem item(
      SocketHistory history, @Nullable SocketHistory current, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(text(history));
    item.setMnemonicParsing(false);
    item.setToggleGroup(group);
    item.setSelected(current != null && history.number() == current.number());
    item.setOnAction(_ -> choose.accept(history));
    return item;
  }

  private String text(SocketHistory history) {
    String ports = SocketWords.ports(history);
    return words.name(history)
        + (ports.isEmpty() ? "" : " · " + ports)
        + " · "
        + words.standing(history);
  }
}
