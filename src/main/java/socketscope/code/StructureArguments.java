package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  /** The variables that the kernel has written what it found into. */
  private final List<String> memory = new ArrayList<>();

  StructureArguments(CallLines call) {
    this.call = call;
  }

  /** Structures in a row, and how many they are. */
  void sequence(Parameter parameter, @Nullable Argument given) {
    Parameter element = parameter.parts().getFirst();
    if (element.kind() == Parameter.Kind.DESCRIPTOR) {
      set(parameter.name(), given);
      return;
    }
    if (given instanceof Argument.Pointer(Argument.Wild to, long count)) {
      call.pointer(to);
      call.addSize(count);
      return;
    }
    List<Argument> elements = ((Argument.Sequence) Objects.requireNonNull(given)).elements();
    if (elements.isEmpty()) {
      call.pointer(Argument.Wild.NULL);
      call.addSize(0);
      return;
    }
    String type = structure();
    boolean structures = element.kind() == Parameter.Kind.STRUCTURE;
    List<String> rows = structures ? rows(type, elements) : pieces(element, elements);
    String name = declare(parameter.name(), type, rows, true);
    call.addSize(elements.size());
    memory.add(name);
  }

  /** A set of descriptors. There is none where it is empty, as a C program has it. */
  private void set(String name, @Nullable Argument given) {
    List<String> members = new ArrayList<>();
    if (given instanceof Argument.Sequence(List<Argument> elements)) {
      for (Argument element : elements) {
        Handle handle = call.descriptors.next();
        if (element instanceof Argument.Descriptor(int number) && number >= 0 && number < MOST) {
          members.add(handle.text());
        }
      }
    }
    if (members.isEmpty()) {
      boolean bad =
          given instanceof Argument.Pointer(Argument.Wild to, _) && to == Argument.Wild.BAD;
      call.pointer(bad ? Argument.Wild.BAD : Argument.Wild.NULL);
      memory.add(call.expression("set.none", Map.of()));
      return;
    }
    Map<String, Object> values = CallLines.values("name", name);
    values.put("all", String.join(", ", members));
    values.put(
        "members",
        members.stream()
            .map(
                member -> call.expression("set.member", Map.of("name", name, "descriptor", member)))
            .toList());
    call.write("set.before", values);
    call.add("structures.one", values);
    memory.add(call.expression("set", values));
  }

  /** Room for structures that the kernel fills, and how many they are at most. */
  void entries(@Nullable Argument given) {
    if (given instanceof Argument.Pointer(Argument.Wild to, long count)) {
      call.pointer(to);
      call.addSize(count);
      return;
    }
    long most = ((Argument.Number) Objects.requireNonNull(given)).value();
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
  void one(Parameter parameter, @Nullable Argument given) {
    if (given instanceof Argument.Pointer(Argument.Wild to, _)) {
      call.pointer(to);
    } else if (given == null) {
      call.pointer(Argument.Wild.NULL);
    } else {
      declare(parameter.name(), structure(), rows(structure(), List.of(given)), false);
    }
  }

  /** The name of the structure that the next argument points to. */
  private String structure() {
    return call.type().replaceAll("const |struct | *\\*", "");
  }

  /** Declares structures of that type; the name of their variable. */
  private String declare(String base, String type, List<String> rows, boolean many) {
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
    call.add(many ? "structures" : "structures.one", values);
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
  private String row(String structure, Map<String, String> fields) {
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

  /** Pieces of memory that follow one another: struct iovec. */
  private List<String> pieces(Parameter element, List<Argument> elements) {
    boolean sends = element.kind() == Parameter.Kind.DATA;
    long all = call.step.call().size();
    String name =
        sends
            ? call.once(
                "pieces.data.once",
                "data",
                CallLines.values("bytes", call.dialect.bytes(call.step.data())))
            : call.once("buffer.once", "buffer", CallLines.values("size", all, "static", ""));
    List<String> rows = new ArrayList<>();
    long offset = 0;
    for (Argument piece : elements) {
      long size =
          switch (piece) {
            case Argument.Data(Bytes bytes) -> bytes.length();
            case Argument.Number(long room) -> room;
            default -> throw new IllegalArgumentException(call.step.call().toString());
          };
      Map<String, Object> values = CallLines.values("name", name, "offset", offset);
      values.put(
          "bytes", piece instanceof Argument.Data(Bytes bytes) ? call.dialect.bytes(bytes) : "");
      String base = call.expression(sends ? "pieces.data" : "pieces.buffer", values);
      rows.add(
          field("iov_base", base, Long.BYTES) + ", " + field("iov_len", "" + size, Long.BYTES));
      offset += size;
    }
    if (!sends) {
      call.text(" ");
      call.tell("answer.bytes", CallLines.values("buffer", name, "size", all), ValueType.STRING);
    }
    return rows;
  }
}
