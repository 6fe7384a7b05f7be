package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.ui.model.Edits;
import socketscope.ui.wording.Words;

/** A call as a line of C: its name, fields for its arguments, and what it last answered. */
final class CallLine {

  private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("before");

  private final List<ArgumentField> fields = new ArrayList<>();
  private final List<ArgumentWord> words = new ArrayList<>();
  private final Edits edits;
  private final Label result = new Label();
  private final Label remark = new Label();
  private final FlowLine line;
  private final Words wording;
  private @Nullable LastAnswer answer;

  CallLine(Function function, Edits edits, Words wording) {
    this.edits = edits;
    this.wording = wording;
    List<Node> parts = new ArrayList<>();
    parts.add(new HBox(fixed(function.cName(), "call-name"), fixed("(", "call-syntax")));
    // Those that may be missing are typed behind the last one, after a comma.
    List<Parameter> parameters =
        function.parameters().stream().filter(parameter -> !parameter.optional()).toList();
    for (int i = 0; i < parameters.size(); i++) {
      parts.add(word(parameters.get(i), i == parameters.size() - 1 ? ")" : ", "));
    }
    result.getStyleClass().addAll("call-result", "code");
    result.setMouseTransparent(true);
    remark.getStyleClass().add("call-remark");
    remark.setMouseTransparent(true);
    line = new FlowLine(parts, result, remark);
    for (Node part : parts) {
      part.setPickOnBounds(false);
    }
    line.setPickOnBounds(false);
    for (ArgumentField field : fields) {
      field.textProperty().addListener((_, _, _) -> showAnswer());
    }
  }

  private ArgumentWord word(Parameter parameter, String after) {
    ArgumentField field = new ArgumentField(parameter, edits);
    fields.add(field);
    List<Node> nodes = new ArrayList<>();
    if (isBufferSize(parameter)) {
      nodes.add(fixed("buf, ", "call-syntax"));
    }
    nodes.add(field);
    if (parameter.kind() == Parameter.Kind.DATA) {
      nodes.add(length(field));
    }
    nodes.add(fixed(after, "call-syntax"));
    ArgumentWord word = new ArgumentWord(field);
    word.fill(nodes.toArray(Node[]::new));
    words.add(word);
    return word;
  }

  private static boolean isBufferSize(Parameter parameter) {
    return parameter.name().equals("size") || parameter.name().equals("count");
  }

  private static Label fixed(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClass, "code");
    label.setMouseTransparent(true);
    return label;
  }

  /** C wants the length beside the data; here it follows from the data. */
  private static Label length(ArgumentField data) {
    Label label = fixed("", "call-syntax");
    label
        .textProperty()
        .bind(Bindings.createStringBinding(() -> lengthOf(data.getText()), data.textProperty()));
    return label;
  }

  private static String lengthOf(String text) {
    if (TypedCall.isFile(text)) {
      return TypedCall.lengthOfFile(text).map(length -> ", " + length).orElse(", ?");
    }
    try {
      return switch (Argument.parse(
          Function.SEND.parameters().get(1), text, List.of(), Constants.local())) {
        case Argument.Data(Bytes bytes) -> ", " + bytes.length();
        case Argument.Pointer(_, long size) -> ", " + size;
        default -> ", ?";
      };
    } catch (NotationException e) {
      return ", ?";
    }
  }

  /** The buttons that open what can be chosen, one for each field. */
  List<ArgumentWord> words() {
    return words;
  }

  FlowLine node() {
    return line;
  }

  List<ArgumentField> fields() {
    return fields;
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (ArgumentField field : fields) {
      texts.add(field.getText().strip());
    }
    if (!texts.isEmpty()) {
      texts.addAll(Call.split(texts.removeLast()));
    }
    return texts;
  }

  /** What is to be said of the call beside its answer, with the class of its look. */
  void remark(String text, String look) {
    remark.setText(text);
    remark.getStyleClass().setAll("label", "call-remark", look);
  }

  /** The remark. */
  String remarkText() {
    return remark.getText();
  }

  /** Shows what was answered; null for nothing. */
  void setAnswer(@Nullable LastAnswer last) {
    answer = last;
    showAnswer();
  }

  /** The answer to other arguments is not beside these: it stands below, with its call, muted. */
  private void showAnswer() {
    boolean before = answer != null && !answer.isTo(texts());
    result.setText(
        answer == null
            ? ""
            : before ? wording.get("call.before", answer.withCall()) : answer.text());
    result.setTextOverrun(before ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
    result.pseudoClassStateChanged(BEFORE, before);
    line.setApart(before);
    result.getStyleClass().remove("failed");
    if (answer != null && answer.result().failed()) {
      result.getStyleClass().add("failed");
    }
  }

  String resultText() {
    return result.getText();
  }
}
