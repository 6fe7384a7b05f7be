package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import socketscope.code.PrintedCall.Piece.ValueType;
import socketscope.code.Program.Line;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Parameter;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/**
 * Writes a call of the C library's function, whatever it is: from the kinds of its parameters and
 * their types in C. The templates say what each kind is in each language.
 */
final class LibraryCall {

  /** More room than that is not asked for: no call of an experiment fills it. */
  static final long MOST_ROOM = 1 << 24;

  /** struct sockaddr_storage. */
  private static final int STORAGE = 128;

  private static final int USUAL_LENGTH = 16;
  private static final int LARGE = 65536;
  private static final int PER_LINE = 12;

  private final Script script;
  private final CallLines call;
  private final OptionArguments options;
  private final StructureArguments structures;

  private LibraryCall(Script script, CallLines call) {
    this.script = script;
    this.call = call;
    this.options = new OptionArguments(call);
    this.structures = new StructureArguments(call);
  }

  /** The lines that make a call and print it. */
  static List<Line> write(Dialect dialect, Scope scope, Script script, Step step) {
    CallLines lines = new CallLines(dialect, scope, step);
    LibraryCall call = new LibraryCall(script, lines);
    call.arguments();
    call.make();
    return lines.lines();
  }

  private void arguments() {
    List<Parameter> parameters = call.step.function().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      boolean pair =
          i + 1 < parameters.size() && parameters.get(i + 1).kind() == parameters.get(i).kind();
      switch (parameters.get(i).kind()) {
        case DESCRIPTOR -> call.arguments.add(call.descriptors.next().text());
        case CONSTANT, NUMBER, WORD -> call.arguments.add(word(i));
        case DATA -> data(i);
        case SIZE -> buffer(i);
        case ADDRESS -> address(i++);
        case VALUE -> options.value(i++);
        case ROOM -> {
          if (!pair) {
            options.integer(i);
          } else if (call.type().contains("sockaddr")) {
            told(i++);
          } else {
            options.room(i++);
          }
        }
        case POINTER -> pair(i);
        case SEQUENCE -> structures.sequence(parameters.get(i), call.step.given(i));
        case STRUCTURE -> structures.one(parameters.get(i), call.step.given(i));
        case REQUEST -> options.integer(i);
        case PATH -> path(i);
        case ENTRIES -> structures.entries(call.step.given(i));
        case CONTROL -> throw new IllegalArgumentException(call.step.call().toString());
      }
    }
    structures.found();
  }

  private void make() {
    Map<String, String> values = new HashMap<>();
    values.put(
        "type", call.step.creates() == null || call.step.second() != null ? "ssize_t" : "int");
    values.put("result", call.result);
    values.put("function", call.step.function().cName());
    values.put("arguments", call.passed());
    values.put("call", call.dialect.text(PrintedCall.of(call.step)));
    call.write("call", values);
    if (call.step.second() != null) {
      end(0, Objects.requireNonNull(call.step.creates()));
      end(1, call.step.second());
    }
    if (call.more.isEmpty()) {
      call.write("report", values);
    } else {
      values.put("more", call.dialect.more(call.more));
      call.write("report.with", values);
    }
  }

  private void end(int index, Handle handle) {
    if (script.uses(handle)) {
      call.write(
          "pair.after",
          Map.of("end", handle.text(), "index", "" + index, "offset", "" + 4 * index));
    }
  }

  /** A constant, a number or a pointer. */
  private String word(int index) {
    String type = call.type();
    return switch (call.step.given(index)) {
      case Argument.Named(Constant constant) -> cast(call.dialect.constant(constant.text()), type);
      case Argument.Number(long number) -> call.number(number, type);
      case Argument.Pointer(Argument.Wild to, _) -> {
        call.pointer(to);
        yield call.arguments.removeLast();
      }
      case null, default -> throw new IllegalArgumentException(call.step.call().toString());
    };
  }

  private String cast(String constant, String type) {
    if (!type.equals("unsigned long")) {
      return constant;
    }
    return switch (call.dialect) {
      case RUST -> constant + " as u64";
      case JAVA -> "(long) " + constant;
      case C, PYTHON, NIO, MODULE -> constant;
    };
  }

  private void data(int index) {
    if (call.step.given(index) instanceof Argument.Pointer(Argument.Wild to, long size)) {
      call.pointer(to);
      call.addSize(size);
      return;
    }
    Bytes bytes = call.step.data();
    if (!Quoted.isLong(bytes)) {
      call.add("data", Map.of("bytes", literal(bytes)));
    } else {
      call.add("data.variable", Map.of("name", longData(bytes)));
    }
    call.addSize(bytes.length());
  }

  private String literal(Bytes bytes) {
    return call.dialect.bytes(bytes).replace(".as_bytes()", "");
  }

  private void path(int index) {
    if (!call.pointer(index)
        && call.step.given(index) instanceof Argument.Address(SocketAddress.Unix unix)) {
      call.add("data", Map.of("bytes", literal(ended(unix.name()))));
    }
  }

  /** A name and the null byte behind it; C has one behind each literal. */
  private Bytes ended(Bytes name) {
    return call.dialect == Dialect.C
        ? name
        : Bytes.joined(List.of(name, Bytes.copyOf(new byte[1])));
  }

  private String longData(Bytes bytes) {
    Bytes unit = Quoted.pattern(bytes).orElse(null);
    if (unit == null) {
      return call.once(
          "data.long.once",
          "data",
          CallLines.values("bytes", call.dialect.bytes(bytes), "numbers", numbers(bytes)));
    }
    int times = (bytes.length() + unit.length() - 1) / unit.length();
    return call.once(
        "data.repeated.once",
        "data",
        CallLines.values(
            "unit", call.dialect.bytes(unit),
            "unit_length", unit.length(),
            "size", bytes.length(),
            "times", times));
  }

  /** Lines of numbers, each with a comma after it. */
  private static List<String> numbers(Bytes bytes) {
    byte[] all = bytes.toArray();
    List<String> rows = new ArrayList<>();
    for (int from = 0; from < all.length; from += PER_LINE) {
      rows.add(
          IntStream.range(from, Math.min(all.length, from + PER_LINE))
              .mapToObj(i -> String.format("0x%02x,", all[i]))
              .collect(Collectors.joining(" ")));
    }
    return rows;
  }

  private void buffer(int index) {
    if (call.step.given(index) instanceof Argument.Pointer(Argument.Wild to, long size)) {
      call.pointer(to);
      call.addSize(size);
      return;
    }
    long asked = ((Argument.Number) Objects.requireNonNull(call.step.given(index))).value();
    long size = Math.clamp(asked, 0, MOST_ROOM);
    long room = Math.max(size, 1);
    String storage = room > LARGE ? "static " : "";
    String name =
        call.once("buffer.once", "buffer", CallLines.values("size", room, "static", storage));
    call.add("buffer", Map.of("name", name));
    call.addSize(size);
    if (!PrintedCall.discards(call.step)) {
      call.text(" ");
      call.tell("answer.bytes", CallLines.values("buffer", name, "size", room), ValueType.STRING);
    }
  }

  private void address(int index) {
    Argument length = call.step.given(index + 1);
    if (call.pointer(index)) {
      call.length(length, "" + USUAL_LENGTH);
      return;
    }
    Target target = Objects.requireNonNull(call.step.target());
    if (target instanceof Target.Told(String variable, _)) {
      call.add("address", Map.of("name", variable));
      call.add("address.told.length", Map.of("name", variable));
      return;
    }
    Target.Fixed fixed = (Target.Fixed) target;
    Map<String, Object> values = addressValues(fixed);
    String section = "address." + values.get("kind");
    String name = call.once(section + ".once", "address", values);
    int given = length == null ? 0 : (int) ((Argument.Number) length).value();
    if (given > (int) values.get("size") && given <= STORAGE) {
      Map<String, Object> wide = CallLines.values("narrow", name, "size", given);
      name = call.once("address.wide.once", "wide", wide);
    }
    values.put("name", name);
    call.add("address", values);
    String own = section + ".length";
    String usual = Template.exists(call.dialect, own) ? own : "address.length";
    call.length(length, call.expression(usual, values));
  }

  private Map<String, Object> addressValues(Target.Fixed fixed) {
    return switch (fixed.address()) {
      case SocketAddress.Inet4 _ ->
          CallLines.values("kind", "inet4", "host", fixed.host(), "port", fixed.port(), "size", 16);
      case SocketAddress.Inet6 _ ->
          CallLines.values("kind", "inet6", "host", fixed.host(), "port", fixed.port(), "size", 28);
      case SocketAddress.Unix unix -> {
        // A null byte ends a path, and begins all other names; C has one behind each literal.
        int nulls = unix.unnamed() ? 0 : 1;
        byte[] name = unix.name().toArray();
        byte[] path = new byte[name.length + nulls];
        System.arraycopy(name, 0, path, unix.abstractName() ? 1 : 0, name.length);
        Bytes literal =
            call.dialect == Dialect.C && !unix.abstractName() ? unix.name() : Bytes.copyOf(path);
        yield CallLines.values(
            "kind",
            "unix",
            "path",
            call.dialect.bytes(literal),
            "name_length",
            literal.length(),
            "path_length",
            path.length,
            "size",
            call.dialect == Dialect.C ? 110 : path.length + 2);
      }
      case SocketAddress.Other(int family, Bytes bytes) ->
          CallLines.values(
              "kind",
              "other",
              "family",
              family,
              "path",
              call.dialect.bytes(bytes),
              "path_length",
              bytes.length(),
              "size",
              call.dialect == Dialect.C ? STORAGE : bytes.length() + 2);
    };
  }

  /** Where the kernel tells an address, and how long it is. */
  private void told(int index) {
    String name = call.step.keeps() == null ? "told" : call.step.keeps();
    boolean usual = call.step.given(index) == null;
    if (!call.isPointer(index)) {
      call.write("told.before", CallLines.values("name", name));
      if (script.isUnix() || !usual) {
        call.write("told.cleared", CallLines.values("name", name));
      }
    }
    call.room(
        index,
        "told",
        CallLines.values("name", name),
        name + "_length",
        call.lengthOf(name, STORAGE));
    if (!tells(index)) {
      return;
    }
    if (call.step.function().tellsName()) {
      call.text(" ");
      call.tell("answer.address", CallLines.values("told", name), ValueType.STRING);
    } else {
      call.tell("answer.from", CallLines.values("told", name), ValueType.STRING);
    }
  }

  /** Whether the address is printed: the kernel had room for it, and filled it. */
  private boolean tells(int index) {
    if (call.isPointer(index) || call.isPointer(index + 1)) {
      return false;
    }
    Result answer = call.step.result();
    boolean cutOff =
        answer != null && answer.address() != null && !PrintedCall.tellsAddress(answer);
    boolean none = answer != null && !answer.failed() && answer.address() == null;
    return !cutOff && (call.step.given(index) == null || !none);
  }

  private void pair(int index) {
    if (call.pointer(index)) {
      return;
    }
    call.write("pair.before", Map.of());
    call.add("pair", Map.of());
    for (int i = 0; i < 2; i++) {
      call.text(i == 0 ? " [" : ", ");
      call.tell("pair.number", CallLines.values("index", i, "offset", 4 * i), ValueType.INT);
    }
    call.text("]");
  }
}
