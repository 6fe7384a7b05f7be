package socketscope.export;

import org.jspecify.annotations.Nullable;
import socketscope.diagram.CallRow;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.Result;
import socketscope.layout.TimeText;
import socketscope.text.Texts;

/** Says in a sentence what a row with a call shows. */
final class CallSentences {

  private final Texts texts;

  CallSentences(Texts texts) {
    this.texts = texts;
  }

  String of(CallRow row) {
    String call = call(row.call());
    Result result = row.result();
    if (result == null) {
      boolean blocks = row.events().getLast() instanceof CallBlocked;
      return texts.get(blocks ? "sentence.blocked" : "sentence.called", row.program(), call);
    }
    String key = result.failed() ? "sentence.failed" : "sentence.returned";
    String answer = answer(row, result);
    if (row.lasted() < 0) {
      return texts.get(key + "Only", row.program(), call, answer);
    }
    String time = TimeText.of(row.lasted(), texts.get("decimal").charAt(0));
    return texts.get(key, row.program(), call, answer, time);
  }

  private String call(@Nullable Call call) {
    if (call == null) {
      return texts.get("call.unknown");
    }
    String data = null;
    String address = null;
    for (Argument argument : call.arguments()) {
      switch (argument) {
        case Argument.Data _ -> data = argument.toString();
        case Argument.Address _ -> address = argument.toString();
        case Argument.Descriptor _,
            Argument.Named _,
            Argument.Number _,
            Argument.Text _,
            Argument.Pointer _,
            Argument.Structure _,
            Argument.Sequence _ -> {}
      }
    }
    String name = call.function().cName();
    if (data != null && address != null) {
      return texts.get("call.ofTo", name, data, address);
    }
    if (data != null) {
      return texts.get("call.of", name, data);
    }
    return address == null ? call.toString() : texts.get("call.to", name, address);
  }

  private String answer(CallRow row, Result result) {
    if (result.errno() != null) {
      return result.errno().name();
    }
    if (result.data() != null && result.address() != null) {
      return texts.get(
          "answer.dataFrom", result.value(), result.data().toString(), result.address().toString());
    }
    if (result.data() != null && result.value() > 0) {
      return texts.get("answer.data", result.value(), result.data().toString());
    }
    if (result.option() != null) {
      return texts.get("answer.option", result.value(), result.option());
    }
    return result.address() == null || row.call() == null
        ? texts.get("answer.value", result.value())
        : texts.get("answer.address", result.value(), result.address().toString());
  }
}
