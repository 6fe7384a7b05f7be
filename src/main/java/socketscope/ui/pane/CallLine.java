package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.event.Result;

/** A call as a line of C: its name, fields for its arguments, and what it last answered. */
final class CallLine {

  private final List<ArgumentField> fields = new ArrayList<>();
  private final Label result = new Label();
  private final FlowLine line;

  CallLine(Function function) {
    List<Node> words = new ArrayList<>();
    words.add(new HBox(fixed(function.cName(), "call-name"), fixed("(", "call-syntax")));
    // Those that may be missing are typed behind the last one, after a comma.
    List<Parameter> parameters =
        function.parameters().stream().filter(parameter -> !parameter.optional()).toList();
    for (int i = 0; i < parameters.size(); i++) {
      words.add(word(parameters.get(i), i == parameters.size() - 1 ? ")" : ", "));
    }
    result.getStyleClass().addAll("call-result", "code");
    result.setMouseTransparent(true);
    words.add(result);
    line = new FlowLine(words);
    for (Node word : words) {
      word.setPickOnBounds(false);
    }
    line.setPickOnBounds(false);
  }

  /** An argument with what C has around it, which stays together in a line. */
  private HBox word(Parameter parameter, String after) {
    HBox word = new HBox();
    if (isBufferSize(parameter)) {
      word.getChildren().add(fixed("buf, ", "call-syntax"));
    }
    ArgumentField field = new ArgumentField(parameter);
    fields.add(field);
    word.getChildren().add(field);
    if (parameter.kind() == Parameter.Kind.DATA) {
      word.getChildren().add(length(field));
    }
    word.getChildren().add(fixed(after, "call-syntax"));
    word.setAlignment(Pos.BASELINE_LEFT);
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
    try {
      return switch (Argument.parse(Parameter.Kind.DATA, text)) {
        case Argument.Data(Bytes bytes) -> ", " + bytes.length();
        case Argument.Pointer(_, long size) -> ", " + size;
        default -> ", ?";
      };
    } catch (NotationException e) {
      return ", ?";
    }
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

  void setResult(@Nullable Result answer) {
    result.setText(answer == null ? "" : ResultText.of(answer));
    result.getStyleClass().remove("failed");
    if (answer != null && answer.failed()) {
      result.getStyleClass().add("failed");
    }
  }

  String resultText() {
    return result.getText();
  }
}
