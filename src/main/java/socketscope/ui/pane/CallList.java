package socketscope.ui.pane;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
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

  private final Map<Function, CallRow> rows = new EnumMap<>(Function.class);
  private final Button disclosure = new Button();
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
  private final Words words;
  private final Role role;
  private Plan plan;
  private boolean open;

  CallList(Role role, Words words, Calls calls, Plan plan) {
    this.role = role;
    this.words = words;
    this.plan = plan;
    getStyleClass().add("call-list");
    for (Function function : Function.values()) {
      CallRow row = new CallRow(function, words, calls);
      row.setId((role == Role.CLIENT ? "client-" : "server-") + function.cName());
      rows.put(function, row);
    }
    disclosure.getStyleClass().add("disclosure");
    disclosure.setGraphic(arrow);
    disclosure.setOnAction(_ -> disclose(!open));
    arrange();
    words.onChange(this::nameDisclosure);
  }

  CallRow row(Function function) {
    return rows.get(function);
  }

  /** Begins anew with that plan. */
  void begin(Plan next) {
    plan = next;
    rows.values().forEach(CallRow::reset);
    arrange();
  }

  private void disclose(boolean wanted) {
    open = wanted;
    arrange();
    nameDisclosure();
  }

  private void nameDisclosure() {
    arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    disclosure.setText(words.get(open ? "calls.fewer" : "calls.more"));
  }

  private void arrange() {
    Exchange exchange = plan.exchange();
    Stream<CallRow> first = exchange.functions(role).stream().map(rows::get);
    Stream<CallRow> others =
        open ? exchange.moreFunctions(role).stream().map(rows::get) : Stream.of();
    getChildren().setAll(first.toList());
    getChildren().add(disclosure);
    getChildren().addAll(others.toList());
  }

  void show(
      ProgramStatus program,
      @Nullable SocketId selected,
      Optional<Suggestion> next,
      boolean callable) {
    for (CallRow row : rows.values()) {
      Function function = row.function();
      List<String> usual = UsualArguments.of(function, plan, program, selected);
      Suggestion own = next.filter(call -> call.function() == function).orElse(null);
      row.show(usual, own, program.results().get(function), program.waiting(function));
      row.setDisable(!callable);
    }
    Function wanted = next.map(Suggestion::function).orElse(null);
    if (wanted != null && !open && !plan.exchange().functions(role).contains(wanted)) {
      disclose(true);
    }
  }

  void tick(long now) {
    rows.values().forEach(row -> row.tick(now));
  }
}
