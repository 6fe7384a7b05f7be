package socketscope.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.ComparisonPlayback;
import socketscope.ui.topbar.TransportButtons;
import socketscope.ui.wording.Words;

/** One set of buttons that steps both experiments, and the way out. */
final class CompareBar extends HBox {

  private final ComparisonPlayback compared;
  private final Commands commands;
  private final Words words;
  private final TransportButtons buttons;
  private final Label step = new Label();
  private final MenuButton save = new MenuButton();

  CompareBar(ComparisonPlayback compared, Commands commands, CompareExports exports, Words words) {
    this.compared = compared;
    this.commands = commands;
    this.words = words;
    this.buttons = new TransportButtons("compare-", commands, words);
    getStyleClass().addAll("top-bar", "compare-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label title = words.label(new Label(), "compare.title");
    title.getStyleClass().add("brand");
    step.setId("compare-step");
    step.getStyleClass().add("step-label");
    getChildren().addAll(title, space());
    getChildren().addAll(buttons.all());
    getChildren().addAll(step, space(), save(exports), another(), close());
    compared.comparisonProperty().addListener((_, _, _) -> refresh());
    compared.playingProperty().addListener((_, _, _) -> refresh());
    words.onChange(this::refresh);
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private MenuButton save(CompareExports exports) {
    words.label(save, "compare.save");
    save.setId("compare-save");
    save.getStyleClass().add("choice-button");
    save.getItems()
        .addAll(
            item("compare.save.svg", exports::svg),
            item("compare.save.png", exports::png),
            item("compare.save.text", exports::text),
            item("compare.save.html", exports::html),
            item("compare.save.left", exports::leftTrace),
            item("compare.save.right", exports::rightTrace));
    return save;
  }

  /** Whether a list of the bar is open, which keys are for then. */
  boolean listing() {
    return save.isShowing();
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    words.bind(item.textProperty(), key);
    item.setId(key);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Button another() {
    Button another = words.label(new Button(), "compare.another");
    another.setOnAction(_ -> commands.run(Command.COMPARE));
    another.setId("compare-another");
    return another;
  }

  private Button close() {
    Button close = new Button(null, new FontIcon(Feather.X));
    close.setId("compare-close");
    close.getStyleClass().add("icon-button");
    close.setOnAction(_ -> commands.run(Command.INTERRUPT));
    return words.tip(close, "compare.close");
  }

  private void refresh() {
    buttons.show(
        compared.position() > 0,
        compared.position() < compared.total(),
        compared.inPast(),
        compared.playingProperty().get());
    step.setText(words.get("top.step", compared.position(), compared.total()));
  }
}
