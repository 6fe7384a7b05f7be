package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.text.Texts;

/** A call as a few words: {@code connect to 127.0.0.1:5000}. */
final class Phrases {

  private final Texts texts;
  private final Values values;

  Phrases(Texts texts, Values values) {
    this.texts = texts;
    this.values = values;
  }

  /** The text's arguments are the call's, in order; data and room stand as bytes. */
  String of(Call call) {
    List<Object> arguments = new ArrayList<>();
    for (Argument argument : call.arguments()) {
      arguments.add(
          switch (argument) {
            case Argument.Data(var bytes) -> values.bytes(bytes.length());
            case Argument.Number(long size)
                when call.function().receives() && arguments.size() == 1 ->
                values.bytes(size);
            case Argument.Pointer(_, long size)
                when call.function().receives() && arguments.size() == 1 ->
                values.bytes(size);
            default -> argument.toString();
          });
    }
    String key = "phrase." + call.function().cName();
    return texts.has(key) ? texts.get(key, arguments.toArray()) : call.toString();
  }
}
