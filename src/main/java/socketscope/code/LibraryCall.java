package socketscope.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  static final int STORAGE = 128;

  private static final int USUAL_LENGTH = 16;
  private final CallLines call;
  private final OptionArguments options;
  private final AddressArguments addresses;
  private final StructureArguments structures;

  private LibraryCall(CallLines call) {
    this.call = call;
    this.options = new OptionArguments(call);
    this.addresses = new AddressArguments(call);
    this.structures = new StructureArguments(call, addresses);
  }

  /** The lines that make a call and print it. */
  static List<Line> write(Dialect dialect, Scope scope, Script script, Step step) {
    CallLines lines = new CallLines(dialect, scope, script, step);
    LibraryCall call = new LibraryCall(lines);
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
        case SEQUENCE -> structures.sequence(parameters.get(i), i);
        case STRUCTURE -> structures.one(parameters.get(i), i);
        case REQUEST -> options.integer(i);
        case PATH -> path(i);
        case ENTRIES -> structures.entries(i);
        case CONTROL -> throw new IllegalArgumentException(call.step.call().toString());
      }
    }
    structures.found();
  }

  private void make() {
    Map<String, String> values = new HashMap<>();
    values.put("type", call.step.creates() == null ? "ssize_t" : "int");
    values.put("result", call.result);
    values.put("function", call.step.function().cName());
    values.put("arguments", call.passed());
    values.put("call", call.dialect.text(PrintedCall.of(call.step)));
    call.write("call", values);
    call.after.forEach(section -> call.write(section.getKey(), section.getValue()));
    if (call.more.isEmpty()) {
      call.write("report", values);
    } else {
      values.put("more", call.dialect.more(call.more));
      call.write("report.with", values);
    }
  }

  /** A constant, a number or a pointer. */
  private String word(int index) {
    String type = call.type();
    return switch (call.step.given(index)) {
      case Argument.Named(Constant constant) -> cast(call.dialect.constant(constant.text()), type);
      case Argument.Number(long number) when call.step.itself(number) != null ->
          call.step.itself(number).text();
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
    if (!call.sizedPointer(index)) {
      Bytes bytes = call.step.data();
      call.arguments.add(call.data(bytes));
      call.addSize(bytes.length());
    }
  }

  private void path(int index) {
    if (!call.pointer(index)
        && call.step.given(index) instanceof Argument.Address(SocketAddress.Unix unix)) {
      call.targets.next();
      call.add("data", Map.of("bytes", call.literal(addresses.ended(unix.name()))));
    }
  }

  private void buffer(int index) {
    if (call.sizedPointer(index)) {
      return;
    }
    long asked = ((Argument.Number) Objects.requireNonNull(call.step.given(index))).value();
    long size = Math.clamp(asked, 0, MOST_ROOM);
    String name = call.buffer(size, 0);
    call.add("buffer", Map.of("name", name));
    call.addSize(size);
    if (!PrintedCall.discards(call.step)) {
      call.text(" ");
      call.tell(
          "answer.bytes",
          CallLines.values("buffer", name, "size", Math.max(size, 1)),
          ValueType.STRING);
    }
  }

  private void address(int index) {
    Argument length = call.step.given(index + 1);
    if (call.pointer(index)) {
      call.length(length, "" + USUAL_LENGTH);
      return;
    }
    AddressArguments.Named address = addresses.next(length);
    call.add("address", Map.of("name", address.name()));
    call.length(length, address.length());
  }

  /** Where the kernel tells an address, and how long it is. */
  private void told(int index) {
    String name = call.step.keeps() == null ? "told" : call.step.keeps();
    boolean usual = call.step.given(index) == null;
    if (!call.isPointer(index)) {
      call.told(name, usual);
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
    boolean none = answer != null && !answer.failed() && answer.address() == null;
    return !PrintedCall.isCutOff(call.step) && (call.step.given(index) == null || !none);
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
    for (int i = 0; i < call.step.written().size(); i++) {
      call.keep(i, "pair.after", CallLines.values("index", i, "offset", 4 * i));
    }
  }
}
