package socketscope.ui.help;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import socketscope.ui.command.Command;
import socketscope.ui.lecture.KeyList;
import socketscope.ui.menu.MenuEntry;
import socketscope.ui.menu.Menus;
import socketscope.ui.wording.Words;

/** All keys: those of the menus, by menus, and those that work in one part of the window only. */
public final class KeysPage {

  private static final double COLUMN = 350;

  /** The keys of the parts of the window; what they do has the key {@code keys.PART.NUMBER}. */
  private static final Map<String, List<String>> IN_PARTS =
      Map.of(
          "diagram", List.of("↑ ↓", "Home End", "PgUp PgDn", "Enter"),
          "call", List.of("Enter", "Shift+Enter", "Shift+F10", "F2"),
          "argument", List.of("Enter", "Alt+↓", "Esc", "Tab"),
          "choice", List.of("↑ ↓", "Enter", "Esc"),
          "find", List.of("Enter ↓", "Shift+Enter ↑", "Esc"),
          "palette", List.of("↑ ↓", "Enter", "Esc"),
          "window", List.of("Tab", "Alt", "?"));

  private static final List<String> PARTS =
      List.of("call", "argument", "choice", "diagram", "find", "palette", "window");

  private final Words words;

  /** The page in those words. */
  public KeysPage(Words words) {
    this.words = words;
  }

  /** The page. */
  public Node make() {
    FlowPane groups = new FlowPane(28, 18);
    groups.setPrefWrapLength(2 * COLUMN + 40);
    for (MenuEntry.Opens menu : Menus.all()) {
      GridPane grid = grid();
      commands(menu).distinct().forEach(command -> add(grid, command));
      if (!grid.getChildren().isEmpty()) {
        groups.getChildren().add(group(words.get(menu.key()), grid));
      }
    }
    for (String part : PARTS) {
      GridPane grid = grid();
      List<String> keys = IN_PARTS.get(part);
      for (int i = 0; i < keys.size(); i++) {
        add(grid, words.get("keys." + part + "." + (i + 1)), keys.get(i));
      }
      groups.getChildren().add(group(words.get("keys." + part), grid));
    }
    groups.getChildren().add(group(words.get("keys.lecture"), KeyList.of(words)));
    return groups;
  }

  private static Stream<Command> commands(MenuEntry entry) {
    return switch (entry) {
      case MenuEntry.Gives(Command command, String _) -> Stream.of(command);
      case MenuEntry.Opens opens -> opens.entries().stream().flatMap(KeysPage::commands);
      case MenuEntry.Line _, MenuEntry.Listed _ -> Stream.empty();
    };
  }

  private void add(GridPane grid, Command command) {
    command
        .keys()
        .map(KeyCombination::getDisplayText)
        .ifPresent(keys -> add(grid, words.get(command.key()), keys));
  }

  private static void add(GridPane grid, String name, String keys) {
    Label what = new Label(name);
    what.setWrapText(true);
    Label key = new Label(keys);
    key.getStyleClass().addAll("code", "key");
    key.setMinWidth(Region.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), what, key);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(16, 5);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(names, keys);
    return grid;
  }

  private static Node group(String name, GridPane grid) {
    Label heading = new Label(name);
    heading.getStyleClass().add("help-heading");
    VBox group = new VBox(6, heading, grid);
    group.setPrefWidth(COLUMN);
    group.setMaxWidth(COLUMN);
    return group;
  }
}
