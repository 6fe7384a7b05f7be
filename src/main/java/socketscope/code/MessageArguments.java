package socketscope.code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import socketscope.code.PrintedCall.Piece.ValueType;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Result;

/** Messages among the arguments of a call: struct msghdr and struct mmsghdr (recv(2)). */
final class MessageArguments {

  /** Room for control messages where the call is told none: as much as in the experiment. */
  private static final int USUAL_CONTROL = 256;

  private static final int LARGEST_CONTROL = 1 << 16;

  /** The bytes of struct cmsghdr (cmsg(3)), and what each of them is aligned to. */
  private static final int CONTROL_HEADER = 16;

  private static final int ALIGNMENT = 8;

  /** The bytes of struct msghdr, and of struct mmsghdr. */
  private static final int HEADER = 56;

  private static final int ENTRY = 64;

  private final CallLines call;
  private final StructureArguments structures;
  private final AddressArguments addresses;
  private int passed;

  MessageArguments(CallLines call, StructureArguments structures, AddressArguments addresses) {
    this.call = call;
    this.structures = structures;
    this.addresses = addresses;
  }

  /** The variables that the kernel writes a message into. */
  private record Received(int place, String told, StructureArguments.Room room, String control) {}

  /** Declares messages; the name of their variable. */
  String write(String base, List<Argument> messages, boolean many) {
    List<Received> received = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (Argument message : messages) {
      Map<String, String> fields = fields((Argument.Structure) message, rows.size(), received);
      String row = structures.row("msghdr", fields);
      rows.add(many ? call.expression("message.entry", Map.of("fields", row)) : row);
    }
    String name = structures.declare(base, many ? "mmsghdr" : "msghdr", rows, many);
    Result result = call.step.result();
    long count = many && result != null ? result.value() : messages.size();
    received.removeIf(one -> one.place() >= count);
    received.forEach(one -> answer(name, one, many));
    if (many && !received.isEmpty()) {
      call.text("]");
    }
    return name;
  }

  private Map<String, String> fields(
      Argument.Structure message, int place, List<Received> received) {
    Map<String, String> fields = new HashMap<>();
    switch (message.field("msg_iov").orElse(null)) {
      case Argument.Sequence(List<Argument> pieces) when call.step.function().receives() -> {
        StructureArguments.Room room = structures.room(pieces, place);
        places(fields, room.rows());
        received.add(received(message, place, room, fields));
      }
      case Argument.Sequence(List<Argument> pieces) -> places(fields, structures.pieces(pieces));
      case Argument.Pointer(Argument.Wild to, long count) -> {
        fields.put("msg_iov", structures.nowhere(to));
        fields.put("msg_iovlen", "" + count);
      }
      case null, default -> {}
    }
    if (message.field("msg_name").orElse(null) instanceof Argument.Address) {
      AddressArguments.Named address = addresses.next(null);
      fields.put("msg_name", call.expression("field.address", Map.of("name", address.name())));
      fields.put("msg_namelen", address.length());
    }
    if (message.field("msg_control").orElse(null)
        instanceof Argument.Sequence(List<Argument> controls)) {
      controls(controls, place, fields);
    }
    return fields;
  }

  private void places(Map<String, String> fields, List<String> rows) {
    fields.put("msg_iov", array(structures.declare("iov", "iovec", rows, true)));
    fields.put("msg_iovlen", "" + rows.size());
  }

  private String array(String name) {
    return call.expression("field.array", Map.of("name", name));
  }

  /** Room for who has sent a message, and for what comes beside its bytes. */
  private Received received(
      Argument.Structure message,
      int place,
      StructureArguments.Room room,
      Map<String, String> fields) {
    String kept = place == 0 ? call.step.keeps() : null;
    String told = kept == null ? call.own("told") : kept;
    Argument length = message.field("msg_namelen").orElse(null);
    call.told(told, length == null);
    fields.put("msg_name", call.expression("field.room", Map.of("name", told)));
    fields.put(
        "msg_namelen",
        length == null ? call.lengthOf(told, LibraryCall.STORAGE) : length.toString());
    long size =
        message.field("msg_controllen").orElse(null) instanceof Argument.Number(long given)
            ? given
            : USUAL_CONTROL;
    String control = control(fields, Math.clamp(size, 1, LARGEST_CONTROL), size, place);
    return new Received(place, told, room, control);
  }

  /** What is printed of a message that came. */
  private void answer(String name, Received received, boolean many) {
    Map<String, Object> values = received.room().values();
    values.put("name", name);
    values.put("place", received.place());
    values.put("offset", received.place() * ENTRY);
    values.put("end", received.place() * ENTRY + HEADER);
    values.put("message", call.expression(many ? "message.several" : "message.one", values));
    values.put("told", received.told());
    values.put("length", received.told() + "_length");
    values.put("control", received.control());
    if (many) {
      call.text(received.place() == 0 ? " [" : ", ");
      call.tell("answer.length", values, ValueType.INT);
      values.put("result", call.expression("answer.length", values));
    }
    if (!PrintedCall.discards(call.step)) {
      call.text(" ");
      call.tell("answer.bytes", values, ValueType.STRING);
    }
    call.after.add(Map.entry("message.after", values));
    if (!PrintedCall.isCutOff(call.step)) {
      call.tell("answer.from", values, ValueType.STRING);
    }
    call.tell("answer.message", values, ValueType.STRING);
    keepPassed(received);
  }

  /** Keeps the descriptors that have come with a message. */
  private void keepPassed(Received received) {
    int at = 0;
    for (Argument.Structure control : PrintedCall.controls(call.step, received.place())) {
      Argument says = control.fields().getLast().value();
      int length =
          says instanceof Argument.Sequence(List<Argument> all)
              ? all.size() * Integer.BYTES
              : form(control).size();
      if (PrintedCall.kind(control).endsWith("SCM_RIGHTS")) {
        for (int i = 0; i < length / Integer.BYTES; i++) {
          int offset = at + CONTROL_HEADER + i * Integer.BYTES;
          call.keep(
              passed++,
              "passed.after",
              CallLines.values("control", received.control(), "offset", offset));
        }
      }
      at += CONTROL_HEADER + aligned(length);
    }
  }

  private static int aligned(int length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private static ValueForm form(Argument.Structure control) {
    return Constants.linux().controlForm(number(control, 0), number(control, 1));
  }

  private static long number(Argument.Structure control, int index) {
    String text = control.fields().get(index).value().toString();
    return Constants.linux().resolve(text).orElseThrow();
  }

  /** Control messages that are sent, one behind the other. */
  private void controls(List<Argument> messages, int place, Map<String, String> fields) {
    List<Map<String, Object>> all = new ArrayList<>();
    int size = 0;
    for (Argument each : messages) {
      Argument.Structure message = (Argument.Structure) each;
      Argument data = message.field("cmsg_data").orElseThrow();
      boolean descriptors = data instanceof Argument.Sequence;
      byte[] bytes = descriptors ? new byte[0] : encoded(message, data);
      List<String> ints =
          data instanceof Argument.Sequence(List<Argument> elements)
              ? elements.stream().map(_ -> call.descriptors.next().text()).toList()
              : ints(bytes);
      int length = descriptors ? ints.size() * Integer.BYTES : bytes.length;
      Map<String, Object> values = CallLines.values("offset", size, "length", length);
      values.put("level", call.dialect.constant(message.fields().get(0).value().toString()));
      values.put("type", call.dialect.constant(message.fields().get(1).value().toString()));
      values.put("ints", String.join(", ", ints));
      all.add(values);
      size += CONTROL_HEADER + aligned(length);
    }
    String name = control(fields, Math.max(1, size), size, place);
    for (Map<String, Object> values : all) {
      values.put("name", name);
      call.write("control.put", values);
    }
  }

  /** Memory for control messages: the name of the variable. */
  private String control(Map<String, String> fields, long room, long told, int place) {
    Map<String, Object> values = CallLines.values("size", room, "place", place);
    String name = call.once("control.once", "control", values);
    fields.put("msg_control", array(name));
    fields.put("msg_controllen", "" + told);
    return name;
  }

  private static byte[] encoded(Argument.Structure control, Argument data) {
    try {
      return form(control).encode(data.asValue()).bytes();
    } catch (ValueException e) {
      throw new IllegalArgumentException(control.toString(), e);
    }
  }

  private static List<String> ints(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(Arrays.copyOf(bytes, aligned(bytes.length)));
    List<String> ints = new ArrayList<>();
    while (all.position() < bytes.length) {
      ints.add("" + all.order(ByteOrder.nativeOrder()).getInt());
    }
    return ints;
  }
}
