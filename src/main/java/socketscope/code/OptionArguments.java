package socketscope.code;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.code.PrintedCall.Piece;
import socketscope.code.PrintedCall.Piece.ValueType;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Bytes;

/** The values of options, and of ioctl(), among the arguments of a call. */
final class OptionArguments {

  private static final int LARGEST_OPTION = 65536;

  private final CallLines call;

  OptionArguments(CallLines call) {
    this.call = call;
  }

  /** Room for the value of an option. */
  void room(int index) {
    OptionLayout form = OptionLayout.of(call.step);
    int usual = OptionLayout.usualSize(call.step);
    Argument length =
        call.step.given(index + 1) instanceof Argument.Number
            ? call.step.given(index + 1)
            : call.step.given(index);
    int given = length instanceof Argument.Number(long number) ? (int) number : 0;
    int size = Math.clamp(given, form.size(), LARGEST_OPTION);
    boolean typed = !form.type().isEmpty() && given == 0;
    Map<String, Object> values =
        CallLines.values("type", form.type(), "variable", form.variable(), "size", size);
    String section = typed ? "room.typed" : "room.bytes";
    if (!call.isPointer(index)) {
      if (!typed) {
        Map<String, Object> room =
            CallLines.values("size", size + (call.dialect == Dialect.C ? 1 : 0));
        values.put("name", call.once("room.bytes.once", "option", room));
      }
      call.write(section + ".before", values);
    }
    String usualLength =
        typed && call.dialect == Dialect.C ? "sizeof " + form.variable() : "" + usual;
    call.room(index, section, values, "value_length", usualLength);
    if (!call.isPointer(index) && !call.isPointer(index + 1)) {
      answer(form, typed ? null : (String) values.get("name"));
    }
  }

  /**
   * What is printed of an option.
   *
   * @param bytes the variable with its bytes; null where there is one of the option's type
   */
  private void answer(OptionLayout form, @Nullable String bytes) {
    if (form.isStructure()) {
      for (int i = 0; i < form.fields().size(); i++) {
        String name = form.fields().get(i);
        call.text((i == 0 ? " {" : ", ") + name + "=");
        field(form, i * form.width(), bytes, "." + name);
      }
      call.text("}");
    } else if (form.equals(OptionLayout.INT)) {
      call.text(" [");
      field(form, 0, bytes, "");
      call.text("]");
    } else if (form.equals(OptionLayout.NAME)) {
      call.text(" [\"");
      call.tell(
          "answer.name",
          CallLines.values("variable", bytes == null ? "value" : bytes),
          ValueType.STRING);
      call.text("\"]");
    }
  }

  private void field(OptionLayout form, int offset, @Nullable String bytes, String member) {
    boolean wide = form.width() > 4;
    ValueType type = wide ? ValueType.LONG : ValueType.INT;
    if (bytes == null && call.dialect == Dialect.C) {
      String expression = (wide ? "(long) " : "") + form.variable() + member;
      call.more.add(new Piece.Value(expression, type));
    } else {
      call.tell(
          wide ? "answer.long" : "answer.int",
          CallLines.values("variable", bytes == null ? "value" : bytes, "offset", offset),
          type);
    }
  }

  /** The value of an option that is given, and its length. */
  void value(int index) {
    Argument length = call.step.given(index + 1);
    if (call.pointer(index)) {
      call.length(length, "" + OptionLayout.usualSize(call.step));
      return;
    }
    Map<String, Object> values = given(Objects.requireNonNull(call.step.given(index)));
    int padded = length instanceof Argument.Number(long number) ? (int) number : 0;
    if (padded > (int) values.get("size")) {
      values.put("size", Math.min(padded, LARGEST_OPTION));
      values.put("name", call.once("value.padded.once", "padded", values));
      call.write("value.padded.before", values);
      values.put("from", values.get("name"));
    }
    call.add("value", values);
    call.length(length, call.expression("value.length", values));
  }

  private Map<String, Object> given(Argument value) {
    OptionLayout form = OptionLayout.of(call.step);
    String section;
    Map<String, Object> values;
    switch (value) {
      case Argument.Number(long number) -> {
        section = "value.int";
        values = variable("value", Integer.BYTES);
        values.put("number", (int) number);
      }
      case Argument.Named(Constant constant) -> {
        section = "value.int";
        values = variable("value", Integer.BYTES);
        values.put("number", call.dialect.constant(constant.text()));
      }
      case Argument.Structure structure when form.fits(value) -> {
        List<Long> fields = structure.numbers();
        boolean wide = form.width() > Integer.BYTES;
        section = "value.struct";
        values = variable(form.variable(), fields.size() * form.width());
        values.put(
            "fields", fields.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        values.put("type", form.type());
        values.put("rust_int", wide ? "i64" : "i32");
        values.put("java_ints", wide ? "longs" : "ints");
        values.put("letters", (wide ? "l" : "i").repeat(fields.size()));
      }
      default -> {
        Bytes bytes = OptionLayout.bytes(call.step, value);
        String literal = call.dialect.bytes(bytes);
        section = "value.bytes";
        values = CallLines.values("bytes", literal, "size", bytes.length(), "from", literal);
        values.put("from_length", bytes.length());
      }
    }
    call.write(section + ".before", values);
    return values;
  }

  private static Map<String, Object> variable(String name, int size) {
    Map<String, Object> values = CallLines.values("variable", name, "size", size);
    values.put("from", "&" + name);
    values.put("from_length", "sizeof " + name);
    return values;
  }

  /** An int that ioctl() reads and writes. */
  void integer(int index) {
    if (call.pointer(index)) {
      return;
    }
    int number = call.step.given(index) instanceof Argument.Number(long given) ? (int) given : 0;
    call.write("int.before", CallLines.values("number", number));
    call.add("int", Map.of());
    call.text(" [");
    if (call.dialect == Dialect.C) {
      call.more.add(new Piece.Value("value", ValueType.INT));
    } else {
      call.tell("answer.int", CallLines.values("offset", 0), ValueType.INT);
    }
    call.text("]");
  }
}
