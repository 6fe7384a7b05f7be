package socketscope.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.event.Notation;
import socketscope.event.NotationException;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.json.JsonFormatException.Fault;

/** The fields that stand for a call, its result and their parts, in the notation of the lessons. */
final class CallJson {

  private CallJson() {}

  static JsonLine write(JsonLine line, Call call) {
    return line.put("function", call.function().cName())
        .put("arguments", call.arguments().stream().map(Object::toString).toList());
  }

  static Call call(JsonFields fields, Constants constants) throws JsonFormatException {
    Function function =
        Function.named(fields.text("function"))
            .orElseThrow(() -> new JsonFormatException(Fault.BAD_FIELD, "function"));
    try {
      return Call.parse(function, fields.texts("arguments"), constants);
    } catch (NotationException e) {
      throw new JsonFormatException(Fault.BAD_FIELD, "arguments");
    }
  }

  static JsonLine write(JsonLine line, Result result) {
    Errno errno = result.errno();
    line.put("value", result.value());
    if (errno != null) {
      line.put("errno", errno.name()).put("errnoNumber", errno.number());
    }
    Bytes data = result.data();
    line.put("data", data == null ? null : data.unit().escaped());
    if (data != null && data.count() != 1) {
      line.put("times", data.count());
    }
    line.put("address", result.address()).put("option", result.written());
    if (!result.descriptors().isEmpty()) {
      line.put("descriptors", result.descriptors().stream().map(String::valueOf).toList());
    }
    return result.length() == Result.UNWRITTEN ? line : line.put("length", result.length());
  }

  static Result result(JsonFields fields, Constants constants) throws JsonFormatException {
    Errno errno =
        fields.has("errno") ? new Errno(fields.integer("errnoNumber"), fields.text("errno")) : null;
    return new Result(
        fields.number("value"),
        errno,
        bytes(fields, "data"),
        address(fields, "address"),
        descriptors(fields),
        written(fields, constants),
        fields.has("length") ? fields.number("length") : Result.UNWRITTEN);
  }

  private static List<Integer> descriptors(JsonFields fields) throws JsonFormatException {
    try {
      return fields.has("descriptors")
          ? fields.texts("descriptors").stream().map(Integer::valueOf).toList()
          : List.of();
    } catch (NumberFormatException e) {
      throw new JsonFormatException(Fault.BAD_FIELD, "descriptors");
    }
  }

  private static @Nullable Argument written(JsonFields fields, Constants constants)
      throws JsonFormatException {
    String text = fields.textOrNull("option");
    try {
      return text == null ? null : Notation.written(text, constants);
    } catch (NotationException e) {
      throw new JsonFormatException(Fault.BAD_FIELD, "option");
    }
  }

  private static @Nullable Bytes bytes(JsonFields fields, String name) throws JsonFormatException {
    String text = fields.textOrNull(name);
    try {
      Bytes bytes = text == null ? null : Bytes.unescape(text);
      return bytes == null || !fields.has("times") ? bytes : bytes.times(fields.integer("times"));
    } catch (NotationException | IllegalArgumentException e) {
      throw new JsonFormatException(Fault.BAD_FIELD, name);
    }
  }

  static @Nullable SocketAddress address(JsonFields fields, String name)
      throws JsonFormatException {
    String text = fields.textOrNull(name);
    try {
      return text == null ? null : SocketAddress.parse(text);
    } catch (NotationException e) {
      throw new JsonFormatException(Fault.BAD_FIELD, name);
    }
  }

  static @Nullable SocketId socket(JsonFields fields, String name) throws JsonFormatException {
    String text = fields.textOrNull(name);
    try {
      return text == null ? null : SocketId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new JsonFormatException(Fault.BAD_FIELD, name);
    }
  }

  static SocketId requiredSocket(JsonFields fields) throws JsonFormatException {
    SocketId socket = socket(fields, "socket");
    if (socket == null) {
      throw new JsonFormatException(Fault.MISSING_FIELD, "socket");
    }
    return socket;
  }
}
