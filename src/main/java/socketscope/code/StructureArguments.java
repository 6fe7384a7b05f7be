package socketscope.code;

import java.util.ArrayList;
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

  private final CallLines call;

  StructureArguments(CallLines call) {
    this.call = call;
  }

  /** Structures in a row, and how many they are. */
  void sequence(Parameter parameter, @Nullable Argument given) {
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
    Parameter element = parameter.parts().getFirst();
    String type = structure();
    boolean structures = element.kind() == Parameter.Kind.STRUCTURE;
    List<String> rows = structures ? rows(type, elements) : pieces(element, elements);
    String name = memory(parameter.name(), type, rows, true);
    call.addSize(elements.size());
    if (call.step.function().waitsFor() == WaitsFor.READINESS && structures) {
      call.tell(
          "answer.polled",
          CallLines.values("watched", name, "count", elements.size()),
          ValueType.STRING);
    }
  }

  /** One structure. */
  void one(Parameter parameter, @Nullable Argument given) {
    if (given instanceof Argument.Pointer(Argument.Wild to, _)) {
      call.pointer(to);
    } else {
      Argument structure = Objects.requireNonNull(given);
      memory(parameter.name(), structure(), rows(structure(), List.of(structure)), false);
    }
  }

  /** The name of the structure that the next argument points to. */
  private String structure() {
    return call.type().replaceAll("const |struct | *\\*", "");
  }

  /** Declares structures of that type in C; the name of their variable. */
  private String memory(String base, String type, List<String> rows, boolean many) {
    boolean braces = call.dialect == Dialect.C && many;
    String all =
        rows.stream()
            .map(row -> braces ? "{ " + row + " }" : row)
            .collect(Collectors.joining(", "));
    Map<String, Object> values =
        CallLines.values("type", type, "all", all, "call", call.step.callId());
    values.put("many", many ? "[]" : "");
    String name = call.once("structures.once", base, values);
    values.put("name", name);
    call.write("structures.before", values);
    call.add(many ? "structures" : "structures.one", values);
    return name;
  }

  /** The fields of structures of numbers, each structure a text. */
  private List<String> rows(String structure, List<Argument> elements) {
    return elements.stream()
        .map(element -> {
          List<String> fields = new ArrayList<>();
          for (Map.Entry<String, Integer> field : StructLayouts.of(structure).entrySet()) {
            Argument given = ((Argument.Structure) element).field(field.getKey()).orElse(null);
            if (given != null || call.dialect != Dialect.C) {
              fields.add(field(field.getKey(), number(given), field.getValue()));
            }
          }
          return String.join(", ", fields);
        })
        .toList();
  }

  private String number(@Nullable Argument given) {
    return switch (given) {
      case null -> "0";
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
