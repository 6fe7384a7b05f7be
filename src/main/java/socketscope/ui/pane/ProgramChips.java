package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.status.ProgramStatus;
import socketscope.ui.wording.Words;

/**
 * Chooses between several programs of one side. It takes no room where there is one. Where there
 * are many, a chip is a number with a shape, and a line below says in words what the shapes mean.
 */
final class ProgramChips extends VBox {

  private static final int MANY = 6;

  /** What is shown of a program. */
  private record Look(String program, Condition condition, boolean current) {}

  private final Words words;
  private final Consumer<String> choose;
  private final FlowPane chips = new FlowPane();
  private final FlowPane legend = new FlowPane();
  private final Map<String, ProgramChip> known = new HashMap<>();
  private List<Look> shown = List.of();

  ProgramChips(Words words, Consumer<String> choose) {
    this.words = words;
    this.choose = choose;
    getStyleClass().add("program-chips");
    chips.getStyleClass().add("chip-flow");
    legend.getStyleClass().add("chip-legend");
    getChildren().addAll(chips, legend);
    words.onChange(() -> draw(shown));
  }

  void show(List<ProgramStatus> programs, String current) {
    List<Look> looks =
        programs.stream()
            .map(each -> new Look(each.name(), Condition.of(each), each.name().equals(current)))
            .toList();
    if (!looks.equals(shown)) {
      shown = looks;
      draw(looks);
    }
  }

  private void draw(List<Look> looks) {
    setVisible(looks.size() > 1);
    setManaged(looks.size() > 1);
    boolean brief = looks.size() > MANY;
    List<Node> nodes = new ArrayList<>();
    for (Look look : looks) {
      ProgramChip chip =
          known.computeIfAbsent(
              look.program(), name -> new ProgramChip(name, words, () -> choose.accept(name)));
      chip.show(look.condition(), look.current(), brief);
      nodes.add(chip);
    }
    if (!nodes.equals(chips.getChildren())) {
      chips.getChildren().setAll(nodes);
    }
    legend.getChildren().setAll(brief ? sums(looks) : List.of());
    legend.setManaged(!legend.getChildren().isEmpty());
  }

  private List<Node> sums(List<Look> looks) {
    List<Node> sums = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      long count = looks.stream().filter(look -> look.condition() == condition).count();
      if (count > 0) {
        Label sum = new Label(words.counted("chip.sum." + condition.key(), count));
        sum.setGraphic(condition.shape() == null ? null : new FontIcon(condition.shape()));
        sum.getStyleClass().add("chip-sum");
        sum.pseudoClassStateChanged(condition.pseudoClass(), true);
        sums.add(sum);
      }
    }
    return sums;
  }
}
