package socketscope.ui.pane;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.explain.CallDescription;
import socketscope.lab.RefusedCallException;
import socketscope.socket.MadeCall;
import socketscope.status.ProgramStatus;
import socketscope.ui.wording.Words;

/**
 * One function: a button that calls it, wherever it is pressed; its arguments, which a pencil, a
 * double click or a key opens to be edited in place; what it last answered, and its calls that have
 * not returned. Whatever it has to say, it is as high as it was: the calls below stay where they
 * are.
 */
final class FunctionRow extends VBox {

  private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
  private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

  private final Function function;
  private final Words words;
  private final CallActions calls;
  private final Button button = new Button();
  private final CallLine line;
  private final RefusalNote reason = new RefusalNote();
  private final Button pencil = new Button(null, new FontIcon(Feather.EDIT_2));
  private final StackPane first = new StackPane();
  private final VBox waitingLines = new VBox();
  private final ArgumentPress argumentPress;
  private final InvalidationListener growth = _ -> setMinHeight(getHeight());
  private boolean aside;
  private @Nullable Suggestion suggestion;
  private List<String> offered = List.of();
  private List<MadeCall> waiting = List.of();

  FunctionRow(Function function, Words words, CallActions calls) {
    this.function = function;
    this.words = words;
    this.calls = calls;
    this.line = new CallLine(function, calls.edits(), words);
    getStyleClass().add("call-row");
    button.getStyleClass().setAll("call-button");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    argumentPress = new ArgumentPress(line.fields(), () -> press(aside));
    button.setOnAction(_ -> argumentPress.pressed());
    button.addEventFilter(MouseEvent.MOUSE_PRESSED, this::mousePressed);
    button.setContextMenu(new CallMenu(words, () -> press(true), this::pressInAll, calls));
    button.setTooltip(new Tooltip());
    button.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          aside = event.isShiftDown();
          if (event.getCode() == KeyCode.ENTER) {
            press(aside);
            event.consume(); // some platforms fire the button as well
          } else if (event.getCode() == KeyCode.F2) {
            edit();
            event.consume();
          }
        });
    for (ArgumentField field : line.fields()) {
      field.setOnAction(_ -> press(false));
      field.textProperty().addListener((_, _, _) -> explain(null)); // also when it is undone
      words.name(field, "call.argument", field.parameter().name(), function.cName());
      offer(field);
    }
    for (ArgumentWord word : line.words()) {
      words.name(word.chooser(), "call.choose", word.field().parameter().name(), function.cName());
    }
    pencil.getStyleClass().setAll("edit-button");
    pencil.setFocusTraversable(false); // F2 does the same
    pencil.setOnAction(_ -> edit());
    pencil.setVisible(!line.fields().isEmpty());
    words.tip(pencil, "call.edit", function.cName());
    StackPane.setAlignment(pencil, Pos.CENTER_RIGHT);
    first.setPickOnBounds(false);
    explain(null);
    getChildren().addAll(new StackPane(button, line.node(), pencil, first), waitingLines, reason);
  }

  private void mousePressed(MouseEvent event) {
    aside = event.isShiftDown();
    explain(null);
    argumentPress.mousePressed(event);
  }

  /** Opens the first argument that is not its descriptor, or the only one. */
  private void edit() {
    List<ArgumentField> fields = line.fields();
    if (!fields.isEmpty()) {
      boolean skips =
          fields.size() > 1 && fields.getFirst().parameter().kind() == Parameter.Kind.DESCRIPTOR;
      fields.get(skips ? 1 : 0).edit();
    }
  }

  private void offer(ArgumentField field) {
    Parameter parameter = field.parameter();
    Map<String, ArgumentField> byName =
        line.fields().stream().collect(toMap(each -> each.parameter().name(), each -> each));
    ChoiceMenu menu = new ChoiceMenu(field, byName, words, calls);
    field.setOffer(() -> menu.open(() -> calls.choices().of(function, parameter)));
    Tooltip hint = new Tooltip();
    boolean data = parameter.kind() == Parameter.Kind.DATA;
    words.bind(hint.textProperty(), data ? "argument.tip.data" : "argument.tip", parameter.name());
    field.setTooltip(hint);
  }

  Function function() {
    return function;
  }

  /** Calls it as its button does, with what stands in its fields. */
  void call() {
    press(false);
  }

  /** As it would be called. */
  String callText() {
    return function.cName() + "(" + String.join(", ", line.texts()) + ")";
  }

  /** For tests and for those who cannot see: the button of the call. */
  Button button() {
    return button;
  }

  List<ArgumentField> fields() {
    return line.fields();
  }

  String resultText() {
    return line.resultText();
  }

  /** Shows how its function stands. */
  void show(List<String> usual, @Nullable Suggestion next, ProgramStatus program) {
    LastAnswer answer = LastAnswer.last(function, program);
    List<MadeCall> unreturned = program.waiting(function);
    suggestion = next;
    offered = next == null ? usual : next.over(usual);
    for (int i = 0; i < offered.size(); i++) {
      line.fields().get(i).setUsual(offered.get(i));
    }
    // What it answered before is no answer to the call that still waits.
    line.setAnswer(unreturned.isEmpty() ? answer : null);
    line.remark(
        unreturned.isEmpty() ? PortionText.of(function, program, words) : "", "call-portion");
    tip(unreturned.isEmpty() ? answer : null);
    pseudoClassStateChanged(NEXT, next != null);
    showWaiting(unreturned);
    tick(calls.now());
    button.setAccessibleText(
        words.get(next == null ? "call.name" : "call.name.next", callText(), line.resultText()));
  }

  /** What has no room beside the call is whole here. */
  private void tip(@Nullable LastAnswer answer) {
    String does =
        CallDescription.of(words.language()).summary(function) + "\n" + words.get("call.tip");
    button.getTooltip().setText(answer == null ? does : answer.withCall() + "\n" + does);
  }

  private void showWaiting(List<MadeCall> unreturned) {
    // A call that returns at once would only flicker.
    List<MadeCall> shown =
        unreturned.stream().filter(call -> call.stage() != MadeCall.Stage.STARTED).toList();
    pseudoClassStateChanged(BLOCKED, !shown.isEmpty());
    if (!shown.equals(waiting)) {
      waiting = shown;
      List<WaitingLine> lines =
          shown.stream().map(call -> new WaitingLine(call, words, calls)).toList();
      // The first has room in the row itself; those that wait for it, or beside it, stand below.
      first.getChildren().setAll(lines.subList(0, Math.min(1, lines.size())));
      waitingLines.getChildren().setAll(lines.subList(Math.min(1, lines.size()), lines.size()));
      pencil.setVisible(lines.isEmpty() && !line.fields().isEmpty());
    }
    if (!waiting.isEmpty()) {
      line.remark(" ", "call-portion"); // keeps the slim line free for what is said there
    }
  }

  /** Counts on how long its calls have been waiting. */
  void tick(long now) {
    Stream.concat(first.getChildren().stream(), waitingLines.getChildren().stream())
        .filter(WaitingLine.class::isInstance)
        .map(WaitingLine.class::cast)
        .forEach(each -> each.tick(now));
  }

  /** Whether it becomes no lower than it is: those below would move away under the pointer. */
  void stay(boolean still) {
    setMinHeight(still ? getHeight() : USE_COMPUTED_SIZE);
    heightProperty().removeListener(growth);
    if (still) {
      heightProperty().addListener(growth);
    }
  }

  /** Forgets what was typed and what was wrong with it. */
  void reset() {
    line.fields().forEach(ArgumentField::reset);
    explain(null);
  }

  /**
   * Makes the call.
   *
   * @param another from another thread than the one that is blocked
   */
  private void press(boolean another) {
    aside = false;
    line.fields().forEach(ArgumentField::settle);
    if (!another
        && suggestion != null
        && suggestion.press() != null
        && line.texts().equals(offered)) {
      explain(null);
      suggestion.press().run();
      return;
    }
    attempt(() -> {
      Call call = TypedCall.parse(function, line.texts());
      if (another) {
        calls.makeAside(call);
      } else {
        calls.make(call);
      }
    });
  }

  private void pressInAll() {
    attempt(() -> calls.makeInAll(function, line.texts(), offered));
  }

  /** Something that makes a call, if it can. */
  private interface Attempt {
    void make() throws NotationException, RefusedCallException, IOException;
  }

  private void attempt(Attempt attempt) {
    explain(null);
    try {
      attempt.make();
    } catch (NotationException e) {
      explain(Refusal.of(e, words));
      Refusal.fieldAtFault(e, line.fields())
          .ifPresent(field -> {
            field.markFaulty(true);
            field.requestFocus();
          });
    } catch (RefusedCallException e) {
      explain(Refusal.of(e, words));
    } catch (IOException e) {
      explain(words.get("refusal.file"));
    }
  }

  private void explain(@Nullable String text) {
    reason.show(text == null ? "" : text);
    setViewOrder(text == null ? 0 : -1); // it hangs over the calls below
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    reason.hang(this);
  }
}
