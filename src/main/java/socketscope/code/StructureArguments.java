package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import socketscope.code.PrintedCall.Piece.ValueType;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function.WaitsFor;
import socketscope.event.Parameter;

/** Structures, and rows of them, among the arguments of a call. */
final class StructureArguments {

  /** FD_SETSIZE (select(2)); and more events than that no call of an experiment fills. */
  private static final int MOST = 1024;

  /** The field of struct epoll_event that is a union: in C, one of 64 bits. */
  private static final String DATA = "data.u64";

  private final CallLines call;
  private final MessageArguments messages;

  /** The variables that the kernel has written what it found into. */
  private final List<String> memory = new ArrayList<>();

  StructureArguments(CallLines call, AddressArguments addresses) {
    this.call = call;
    this.messages = new MessageArguments(call, this, addresses);
  }

  /** Structures in a row, and how many they are. */
  void sequence(Parameter parameter, int index) {
    Parameter element = parameter.parts().getFirst();
    Argument given = Objects.requireNonNull(call.step.given(index));
    if (element.kind() == Parameter.Kind.DESCRIPTOR) {
      set(parameter.name(), given);
      return;
    }
    if (call.sizedPointer(index)) {
      return;
    }
    List<Argument> elements = ((Argument.Sequence) given).elements();
    if (elements.isEmpty()) {
      call.pointer(Argument.Wild.NULL);
      call.addSize(0);
      return;
    }
    boolean places = element.kind() != Parameter.Kind.STRUCTURE;
    String name =
        places ? places(parameter.name(), elements) : structures(parameter, elements, true);
    call.add("structures", Map.of("name", name));
    call.addSize(elements.size());
    memory.add(name);
  }

  private String structures(Parameter parameter, List<Argument> elements, boolean many) {
    String type = structure();
    return type.endsWith("msghdr")
        ? messages.write(parameter.name(), elements, many)
        : declare(parameter.name(), type, rows(type, elements), many);
  }

  /** A set of descriptors. There is none where it is empty, as a C program has it. */
  private void set(String name, Argument given) {
    Map<String, Object> values = CallLines.values("name", name);
    List<String> descriptors = new ArrayList<>();
    List<String> members = new ArrayList<>();
    if (given instanceof Argument.Sequence(List<Argument> elements)) {
      for (Argument element : elements) {
        values.put("descriptor", call.descriptors.next().text());
        if (element instanceof Argument.Descriptor(int number) && number >= 0 && number < MOST) {
          descriptors.add((String) values.get("descriptor"));
          members.add(call.expression("set.member", values));
        }
      }
    }
    if (members.isEmpty()) {
      call.pointer(
          given instanceof Argument.Pointer(Argument.Wild to, _) ? to : Argument.Wild.NULL);
      memory.add(call.expression("set.none", Map.of()));
      return;
    }
    values.put("all", String.join(", ", descriptors));
    values.put("members", members);
    call.write("set.before", values);
    call.add("structures.one", values);
    memory.add(call.expression("set", values));
  }

  /** Room for structures that the kernel fills, and how many they are at most. */
  void entries(int index) {
    if (call.sizedPointer(index)) {
      return;
    }
    long most = ((Argument.Number) Objects.requireNonNull(call.step.given(index))).value();
    long room = Math.clamp(most, 1, MOST);
    String type = structure();
    int size = StructLayouts.of(type).values().stream().mapToInt(Integer::intValue).sum();
    Map<String, Object> values = CallLines.values("type", type, "count", room, "size", room * size);
    values.put("name", call.once("entries.once", "events", values));
    call.add("buffer", values);
    call.addSize(most);
    memory.add((String) values.get("name"));
  }

  /** Tells what there is of what was watched. */
  void found() {
    if (call.step.function().waitsFor() == WaitsFor.READINESS && !memory.isEmpty()) {
      String written = call.step.function().written().orElseThrow().name();
      Map<String, Object> values = CallLines.values("memory", String.join(", ", memory));
      values.put("count", call.step.call().watched().size());
      call.tell("answer." + written, values, ValueType.STRING);
    }
  }

  /** One structure. */
  void one(Parameter parameter, int index) {
    Argument given = call.step.given(index);
    if (given == null) {
      call.pointer(Argument.Wild.NULL);
    } else if (!call.pointer(index)) {
      String name = structures(parameter, List.of(given), false);
      call.add("structures.one", Map.of("name", name));
    }
  }

  /** The name of the structure that the next argument points to. */
  private String structure() {
    return call.type().replaceAll("const |struct | *\\*", "");
  }

  /** Declares structures of that type; the name of their variable. */
  String declare(String base, String type, List<String> rows, boolean many) {
    boolean braces = call.dialect == Dialect.C && many;
    String all =
        rows.stream()
            .map(row -> braces ? "{ " + row + " }" : row)
            .collect(Collectors.joining(", "));
    Map<String, Object> values =
        CallLines.values("type", type, "all", all, "call", call.step.callId());
    values.put("many", many ? "[]" : "");
    boolean once = Template.exists(call.dialect, "structures.once");
    String name = once ? call.once("structures.once", base, values) : call.own(base);
    values.put("name", name);
    call.write("structures.before", values);
    return name;
  }

  /** The fields of structures of numbers, each structure a text. */
  private List<String> rows(String structure, List<Argument> elements) {
    return elements.stream()
        .map(element -> {
          Map<String, String> fields = new HashMap<>();
          for (Argument.Field field : ((Argument.Structure) element).fields()) {
            fields.put(field.name().equals("data") ? DATA : field.name(), number(field.value()));
          }
          if (StructLayouts.of(structure).containsKey(DATA)) {
            // What the kernel gives back with an event: usually the descriptor before it.
            String usual = fields.isEmpty() ? "0" : call.arguments.getLast();
            fields.putIfAbsent(DATA, usual);
          }
          return row(structure, fields);
        })
        .toList();
  }

  /** The fields of a structure, as far as they are given; the others are 0. */
  String row(String structure, Map<String, String> fields) {
    return StructLayouts.of(structure).entrySet().stream()
        .filter(field -> call.dialect != Dialect.C || fields.containsKey(field.getKey()))
        .map(field ->
            field(field.getKey(), fields.getOrDefault(field.getKey(), "0"), field.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String number(Argument given) {
    return switch (given) {
      case Argument.Descriptor _ -> call.descriptors.next().text();
      case Argument.Named(Constant constant) -> call.dialect.constant(constant.text());
      case Argument.Number(long number) -> Long.toString(number);
      default -> throw new IllegalArgumentException(call.step.call().toString());
    };
  }

  private String field(String name, String value, int size) {
    String whole = call.dialect == Dialect.RUST && value.contains("|") ? "(" + value + ")" : value;
    return call.expression(
        "structures.field", Map.of("field", name, "value", whole, "size", "" + size));
  }

  /** Places that bytes are taken from or put into: the name of the array of struct iovec. */
  private String places(String name, List<Argument> elements) {
    if (!call.step.function().receives()) {
      return declare(name, "iovec", pieces(elements), true);
    }
    Room room = room(elements, 0);
    call.text(" ");
    call.tell("answer.bytes", room.values(), ValueType.STRING);
    return declare(name, "iovec", room.rows(), true);
  }

  /** What is sent from several places. */
  List<String> pieces(List<Argument> elements) {
    return elements.stream()
        .map(piece ->
            switch (piece) {
              case Argument.Data(Bytes bytes) ->
                  place(
                      call.expression("pieces.data", Map.of("data", call.data(bytes))),
                      bytes.length());
              default -> place(piece);
            })
        .toList();
  }

  /**
   * Memory for bytes that are put into several places, one behind the other.
   *
   * @param rows the structures of these places
   */
  record Room(String buffer, long size, List<String> rows) {
    /** For what is printed of them. */
    Map<String, Object> values() {
      return CallLines.values("buffer", buffer, "size", size);
    }
  }

  /**
   * Memory for several places.
   *
   * @param message among those of one call
   */
  Room room(List<Argument> elements, int message) {
    long size = Math.max(1, elements.stream().mapToLong(StructureArguments::size).sum());
    String buffer = call.buffer(size, message);
    List<String> rows = new ArrayList<>();
    long offset = 0;
    for (Argument piece : elements) {
      Map<String, Object> values = CallLines.values("name", buffer, "offset", offset);
      rows.add(
          piece instanceof Argument.Number(long room)
              ? place(call.expression("pieces.buffer", values), room)
              : place(piece));
      offset += size(piece);
    }
    return new Room(buffer, size, rows);
  }

  private static long size(Argument piece) {
    return piece instanceof Argument.Number(long room) ? room : 0;
  }

  /** A place that is none. */
  private String place(Argument piece) {
    Argument.Pointer pointer = (Argument.Pointer) piece;
    return place(nowhere(pointer.to()), pointer.size());
  }

  private String place(String base, long length) {
    return row("iovec", Map.of("iov_base", base, "iov_len", "" + length));
  }

  /** A pointer to no memory, in a structure. */
  String nowhere(Argument.Wild to) {
    return call.expression(to == Argument.Wild.NULL ? "field.null" : "field.bad", Map.of());
  }
}
