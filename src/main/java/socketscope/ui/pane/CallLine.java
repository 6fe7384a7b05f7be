package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
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
    List<Node> nodes = new ArrayList<>();
    nodes.add(fixed(function.cName(), "call-name"));
    nodes.add(fixed("(", "call-syntax"));
    for (Parameter parameter : function.parameters()) {
      if (!fields.isEmpty()) {
        nodes.add(fixed(", ", "call-syntax"));
      }
      if (isBufferSize(parameter)) {
        nodes.add(fixed("buf, ", "call-syntax"));
      }
      ArgumentField field = new ArgumentField(parameter);
      fields.add(field);
      nodes.add(field);
      if (parameter.kind() == Parameter.Kind.DATA) {
        nodes.add(length(field));
      }
    }
    nodes.add(fixed(")", "call-syntax"));
    result.getStyleClass().addAll("call-result", "code");
    result.setMouseTransparent(true);
    nodes.add(result);
    line = new FlowLine(nodes);
    line.setPickOnBounds(false);
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
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    try {
      return quoted ? ", " + Bytes.unescape(text.substring(1, text.length() - 1)).length() : ", ?";
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
    return fields.stream().map(field -> field.getText().strip()).toList();
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
