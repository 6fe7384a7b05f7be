package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.event.Function;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.status.ProgramStatus;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.Plan;
import socketscope.ui.wording.Words;

/** The calls of a program: the textbook's in their order, and all others under "More calls". */
final class CallList extends VBox {

  private final Map<Function, FunctionRow> rows = new EnumMap<>(Function.class);
  private final Button disclosure = new Button();
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
  private final Words words;
  private final Role role;
  private final CallActions calls;
  private Plan plan;

  /** Of a file: the calls that its program has made; null where calls can be made. */
  private @Nullable Set<Function> kept;

  /** Shows how those rows stand that are in sight; the others when they come into it. */
  private Runnable showRows = () -> {};

  private final BooleanProperty open = new SimpleBooleanProperty();

  /** Whether the next call, not the user, has opened it. */
  private boolean openedForNext;

  CallList(Role role, Words words, CallActions calls, Plan plan) {
    this.role = role;
    this.words = words;
    this.calls = calls;
    this.plan = plan;
    getStyleClass().add("call-list");
    for (Function function : Function.values()) {
      FunctionRow row = new FunctionRow(function, words, calls);
      row.setId((role == Role.CLIENT ? "client-" : "server-") + function.cName());
      rows.put(function, row);
    }
    disclosure.getStyleClass().add("disclosure");
    disclosure.setGraphic(arrow);
    disclosure.setOnAction(_ -> {
      openedForNext = false;
      open.set(!open.get());
    });
    disclosure.setMaxWidth(Double.MAX_VALUE);
    words.onChange(this::arrange);
    hoverProperty().addListener((_, _, pointed) -> rows.values().forEach(row -> row.stay(pointed)));
    open.addListener(_ -> arrange());
  }

  FunctionRow row(Function function) {
    return rows.get(function);
  }

  /** The rows that are in sight, in their order. */
  List<FunctionRow> inSight() {
    return getChildren().stream()
        .filter(FunctionRow.class::isInstance)
        .map(FunctionRow.class::cast)
        .toList();
  }

  /** Begins anew with that plan. */
  void begin(Plan next) {
    plan = next;
    showRows = () -> {};
    if (openedForNext) {
      openedForNext = false;
      open.set(false);
    }
    calls.edits().together(() -> rows.values().forEach(FunctionRow::reset));
    arrange();
  }

  /** Keeps to calls that a program of a file has made; null for all that can be made. */
  void keepTo(@Nullable Set<Function> made) {
    if (!Objects.equals(kept, made)) {
      kept = made;
      arrange();
    }
  }

  /** Whether the calls beyond the textbook's are shown. */
  BooleanProperty openProperty() {
    return open;
  }

  private void arrange() {
    arrow.setIconCode(open.get() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    disclosure.setText(words.get(open.get() ? "calls.fewer" : "calls.more"));
    Exchange exchange = plan.exchange();
    List<Node> nodes = new ArrayList<>();
    if (kept != null) {
      // In the textbook's order, and what it has not behind.
      Stream.concat(exchange.functions(role).stream(), exchange.moreFunctions(role).stream())
          .filter(kept::contains)
          .forEach(function -> nodes.add(row(function)));
      getChildren().setAll(nodes);
      showRows.run();
      return;
    }
    exchange.functions(role).forEach(function -> nodes.add(row(function)));
    nodes.add(disclosure);
    if (open.get()) {
      for (Function.Group group : Function.Group.values()) {
        addGroup(group, exchange.moreFunctions(role), nodes);
      }
    }
    getChildren().setAll(nodes);
    showRows.run();
  }

  private void addGroup(Function.Group group, List<Function> functions, List<Node> nodes) {
    List<Function> members =
        functions.stream().filter(function -> function.group() == group).toList();
    if (!members.isEmpty()) {
      Label heading = new Label(words.get("calls.group." + group));
      heading.getStyleClass().add("call-heading");
      nodes.add(heading);
      members.forEach(function -> nodes.add(row(function)));
    }
  }

  /**
   * Shows how the calls of a program stand.
   *
   * @param known the plan, with what is known of where its server really is
   */
  void show(
      ProgramStatus program,
      @Nullable SocketId selected,
      Optional<Suggestion> next,
      boolean callable,
      Plan known) {
    Function wanted = next.map(Suggestion::function).orElse(null);
    if (wanted != null && !plan.exchange().functions(role).contains(wanted) && !open.get()) {
      openedForNext = true;
      open.set(true);
    }
    showRows =
        () -> {
          for (FunctionRow row : rows.values()) {
            if (row.getParent() != null) {
              show(row, program, selected, next, known);
              row.setDisable(!callable);
            }
          }
        };
    showRows.run();
  }

  private void show(
      FunctionRow row,
      ProgramStatus program,
      @Nullable SocketId selected,
      Optional<Suggestion> next,
      Plan known) {
    Function function = row.function();
    List<String> usual = UsualArguments.of(function, known, program, selected);
    Suggestion own = next.filter(call -> call.function() == function).orElse(null);
    row.show(usual, own, program);
  }

  void tick(long now) {
    rows.values().forEach(row -> row.tick(now));
  }
}
