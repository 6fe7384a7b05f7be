package socketscope.ui.pane;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.event.Role;
import socketscope.status.ProgramStatus;
import socketscope.ui.wording.Words;

/** Who the program is and what it is doing; what can be done to it, and more of its kind. */
final class PaneHeader extends HBox {

  private final Words words;
  private final Label name = new Label();
  private final Label process = new Label();
  private final Button more = new Button(null, new FontIcon(Feather.PLUS));
  private final ProgramMenu menu;

  PaneHeader(Role role, Words words, CallActions calls) {
    this.words = words;
    this.menu = new ProgramMenu(role, words, calls);
    getStyleClass().add("pane-header");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("pane-title");
    name.setMinWidth(USE_PREF_SIZE);
    process.getStyleClass().add("pane-process");
    process.setMinWidth(0);
    process.setTooltip(new Tooltip());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    more.setId("add-" + role);
    more.getStyleClass().add("pane-button");
    more.setMinWidth(USE_PREF_SIZE);
    more.setOnAction(_ -> calls.add(1));
    words.tip(more, "program.add." + role);
    getChildren().addAll(name, more, space, process, menu);
  }

  /**
   * Shows how a program stands.
   *
   * @param live whether anything can be done to it
   * @param file whether it is of a file, in which none starts
   */
  void show(ProgramStatus program, boolean live, boolean file) {
    name.setText(title(program.name()));
    Condition condition = Condition.of(program);
    boolean absent = file && condition == Condition.STARTING;
    process.setText(
        words.get(absent ? "process.absent" : "process." + condition.key(), program.pid()));
    process
        .getTooltip()
        .setText(absent ? "" : words.get("process." + condition.key() + ".tip", program.pid()));
    for (Condition each : Condition.values()) {
      process.pseudoClassStateChanged(each.pseudoClass(), each == condition);
    }
    for (Node control : List.of(more, menu)) {
      control.setVisible(!file);
      control.setManaged(!file);
    }
    more.setDisable(!live);
    menu.setDisable(!live);
    menu.show(condition, program.parent() == null);
  }

  /**
   * Its name in the language of the moment, with its number: {@code Client 2}; a child is {@code
   * Server.1}.
   */
  private String title(String name) {
    if (!Character.isLetter(name.charAt(0))) {
      return name; // an address, of a program that is seen by its packets only
    }
    String program = name.replaceFirst("\\..*", "");
    return titleWithoutChild(program) + name.substring(program.length());
  }

  private String titleWithoutChild(String program) {
    String kind = program.replaceFirst("\\d+$", "");
    String number = program.substring(kind.length());
    String key = "program." + kind;
    String title = words.texts().getValue().has(key) ? words.get(key) : kind;
    return number.isEmpty() ? title : title + " " + number;
  }
}
