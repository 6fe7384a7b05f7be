package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Plan;

/** Whoever cannot see the window hears what each of its controls is (WCAG 2.2, 4.1.2). */
class NamesUiTest {

  private final Set<String> unnamed = new LinkedHashSet<>();

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  private static void collect(Node node, List<Node> into) {
    into.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  /** What the focus can go to, or what is pressed. Bars and frames are named by what they hold. */
  private List<Node> controls() {
    List<Node> all = new ArrayList<>();
    collect(window.parts.scene.getRoot(), all);
    return all.stream()
        .filter(Node::isFocusTraversable)
        .filter(NamesUiTest::isShown)
        .filter(node ->
            !(node instanceof ScrollPane || node instanceof ScrollBar || node instanceof SplitPane))
        .toList();
  }

  private static boolean isShown(@Nullable Node node) {
    return node == null || node.isVisible() && isShown(node.getParent());
  }

  private static boolean named(Node node) {
    String text = node.getAccessibleText();
    return isWord(text) || node instanceof Labeled labeled && isWord(labeled.getText());
  }

  private static boolean isWord(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private void look() {
    List<Node> controls = controls();
    assertThat(controls).hasSizeGreaterThan(15);
    controls.stream().filter(node -> !named(node)).map(NamesUiTest::describe).forEach(unnamed::add);
  }

  private static String describe(Node node) {
    StringBuilder path = new StringBuilder();
    for (Node up = node; up != null; up = up.getParent()) {
      path.append(up.getClass().getSimpleName()).append(up.getStyleClass()).append(" < ");
    }
    return path.toString();
  }

  @Test
  void everyControlOfEveryTabHasAName(FxRobot robot) {
    look();
    robot.interact(() -> window.parts.chooser.shipped("tcp", Language.ENGLISH));
    for (int i = 0; i < 8; i++) {
      var play = window.parts.controller.lessonProperty().get();
      int made = play.madeProperty().get();
      robot.interact(() -> window.parts.commands().run(Command.FORWARD));
      TestWindow.until("step " + made, () -> play.madeProperty().get() == made + 1);
    }
    TabPane tabs = window.find(".inspector .tab-pane", TabPane.class);
    for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
      int number = tab;
      robot.interact(() -> {
        tabs.getSelectionModel().select(number);
        window.parts.scene.getRoot().applyCss();
        window.parts.scene.getRoot().layout();
      });
      look();
    }
    robot.interact(() -> window.parts.commands().run(Command.FIND));
    look();
    robot.interact(() -> window.parts.commands().run(Command.KEYS));
    look();
    assertThat(unnamed).isEmpty();
  }
}
