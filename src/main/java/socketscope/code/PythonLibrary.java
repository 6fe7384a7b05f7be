package socketscope.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/** Calls that Python's modules do not let through, made of the C library by ctypes. */
final class PythonLibrary {

  /** What socket.getsockopt() makes room for at most. */
  private static final int MOST_OPTION = 1024;

  /** What fits into sun_path, with its null byte. */
  private static final int MOST_PATH = 108;

  private final PythonNames names;

  PythonLibrary(PythonNames names) {
    this.names = names;
  }

  /** Whether Python's modules refuse the call by themselves, or make another one. */
  static boolean makes(Step step) {
    if (step.call().arguments().stream().anyMatch(Argument.Pointer.class::isInstance)) {
      return true;
    }
    boolean object = PythonDialect.isObject(step);
    return switch (step.function()) {
      case SOCKET, SOCKETPAIR, CLOSE, READ, WRITE, FCNTL, IOCTL, DUP -> false;
      case SEND, SHUTDOWN -> !object;
      case LISTEN -> !object || step.argument(1).startsWith("-");
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> !object || step.given(1) != null;
      case RECV -> !object || step.size() == 0;
      case RECVFROM -> !object || step.size() == 0 || step.given(3) != null;
      case BIND, CONNECT -> !object || step.given(2) != null || !isOwn(step);
      case SENDTO -> !object || step.given(4) != null || !isOwn(step);
      case GETSOCKOPT -> !object || step.given(4) != null || !fits(step.given(3));
      case SETSOCKOPT -> !object || step.given(4) != null;
      case POLL -> !watchesEachOnce(step);
    };
  }

  /** Whether the address is one of the socket's family, in a form that the module takes. */
  private static boolean isOwn(Step step) {
    Handle.Family family = Objects.requireNonNull(step.on()).family();
    return switch (step.made().address()) {
      case SocketAddress.Inet4 _ -> family == Handle.Family.INET;
      case SocketAddress.Inet6 _ -> family == Handle.Family.INET6;
      case SocketAddress.Unix unix ->
          family == Handle.Family.UNIX && Slots.name(unix).length() <= MOST_PATH;
      case SocketAddress.Other _ -> false;
      case null -> false;
    };
  }

  private static boolean fits(@org.jspecify.annotations.Nullable Argument room) {
    return room == null
        || room instanceof Argument.Number(long size) && size > 0 && size <= MOST_OPTION;
  }

  /** A poll object keeps one entry for each number, and takes no negative ones. */
  private static boolean watchesEachOnce(Step step) {
    Set<String> seen = new HashSet<>();
    return step.watched().stream()
        .allMatch(
            handle -> handle.open() && !handle.text().startsWith("-") && seen.add(handle.text()));
  }

  /** The variables that the call points to. */
  List<String> before(Step step) {
    List<String> lines = new ArrayList<>();
    for (Slot slot : Slots.of(step)) {
      switch (slot) {
        case Slot.Address(Target target, int size) ->
            lines.add("address = " + padded(address(target), size));
        case Slot.Data(var bytes) -> lines.add("data = " + PythonNames.bytes(bytes));
        case Slot.Buffer(long size) ->
            lines.add("buffer = ctypes.create_string_buffer(" + size + ")");
        case Slot.Room(String name, int size) ->
            lines.add(name + " = ctypes.create_string_buffer(" + size + ")");
        case Slot.RoomLength(String name, int length) ->
            lines.add(name + " = ctypes.c_uint(" + length + ")");
        case Slot.Int(String name, int value) -> lines.add(name + " = ctypes.c_int(" + value + ")");
        case Slot.Value value ->
            lines.add("value = " + padded(value(value.given(), value.wide()), value.size()));
        case Slot.Pair() -> lines.add("pair = (ctypes.c_int * 2)()");
        case Slot.Watched() -> watched(step, lines);
        case Slot.Descriptor _,
            Slot.Constant _,
            Slot.Number _,
            Slot.Length _,
            Slot.Nowhere _,
            Slot.AddressLength _,
            Slot.ValueLength _ -> {}
      }
    }
    return lines;
  }

  private static String padded(String bytes, int size) {
    return size == 0 ? bytes : "(" + bytes + ").ljust(" + size + ", b\"\\0\")";
  }

  private static String address(Target target) {
    return switch (target) {
      case Target.Heard(String variable, SocketAddress.Unix _) ->
          "struct.pack(\"=H\", socket.AF_UNIX) + os.fsencode(" + variable + ") + b\"\\0\"";
      case Target.Heard(String variable, _) -> "sockaddr(*" + variable + "[:2])";
      case Target.Fixed fixed ->
          switch (fixed.address()) {
            case SocketAddress.Inet4 _, SocketAddress.Inet6 _ ->
                "sockaddr(\"" + fixed.host() + "\", " + fixed.port() + ")";
            case SocketAddress.Unix unix ->
                "struct.pack(\"=H\", socket.AF_UNIX) + " + PythonNames.bytes(Slots.name(unix));
            case SocketAddress.Other(int family, var bytes) ->
                "struct.pack(\"=H\", " + family + ") + " + PythonNames.bytes(bytes);
          };
    };
  }

  /** The bytes of an option. */
  static String value(Argument given, boolean wide) {
    return switch (given) {
      case Argument.Structure structure ->
          "struct.pack(\"%s\", %s)"
              .formatted(
                  (wide ? "l" : "i").repeat(structure.fields().size()),
                  structure.numbers().stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(", ")));
      case Argument.Data(var bytes) -> PythonNames.bytes(bytes);
      case Argument.Number(long number) -> "struct.pack(\"i\", " + (int) number + ")";
      default -> throw new IllegalArgumentException(given.toString());
    };
  }

  private void watched(Step step, List<String> lines) {
    lines.add("watched = ctypes.create_string_buffer(");
    if (step.given(0) instanceof Argument.Sequence entries) {
      List<Call.Watch> watches = Call.watched(entries);
      for (int i = 0; i < watches.size(); i++) {
        lines.add(
            "    %sstruct.pack(\"ihh\", %s, %s, 0)"
                .formatted(
                    i == 0 ? "" : "+ ",
                    PythonNames.number(step.watched().get(i)),
                    names.of(watches.get(i).events().text())));
      }
    }
    lines.add(")");
  }

  /** The call. */
  String call(Step step) {
    return Slots.of(step).stream()
        .map(this::written)
        .collect(Collectors.joining(", ", "check(libc." + step.function().cName() + "(", "))"));
  }

  private String written(Slot slot) {
    return switch (slot) {
      case Slot.Descriptor(Handle handle) -> PythonNames.number(handle);
      case Slot.Constant(String expression) -> names.of(expression);
      case Slot.Number(long value) ->
          value == (int) value ? "" + value : "ctypes.c_size_t(" + value + ")";
      case Slot.Length(int value) -> "" + value;
      case Slot.Nowhere(Argument.Wild to) -> to == Argument.Wild.NULL ? "None" : "BAD";
      case Slot.Address _ -> "address";
      case Slot.AddressLength _ -> "len(address)";
      case Slot.Data _ -> "data";
      case Slot.Buffer _ -> "buffer";
      case Slot.Room(String name, _) -> name;
      case Slot.RoomLength(String name, _) -> "ctypes.byref(" + name + ")";
      case Slot.Int(String name, _) -> "ctypes.byref(" + name + ")";
      case Slot.Value _ -> "value";
      case Slot.ValueLength() -> "len(value)";
      case Slot.Pair() -> "pair";
      case Slot.Watched() -> "watched";
    };
  }

  /** What is made of the answer before it is printed. */
  List<String> after(Step step) {
    List<String> lines = new ArrayList<>();
    if (step.creates() != null && step.second() == null) {
      lines.add(step.creates().text() + " = socket.socket(fileno=result)");
    }
    String told = told(step);
    switch (Report.of(step)) {
      case FROM, BYTES_FROM ->
          lines.add("%1$s = address_of(%1$s) if %1$s_length.value > 0 else None".formatted(told));
      case ADDRESS -> lines.add("%1$s = address_of(%1$s)".formatted(told));
      case VALUE -> {
        if (step.function() == Function.GETSOCKOPT) {
          lines.add("(value,) = struct.unpack_from(\"i\", value)");
        }
      }
      case LINGER -> lines.add("onoff, seconds = struct.unpack_from(\"ii\", value)");
      case TIME -> lines.add("seconds, micros = struct.unpack_from(\"ll\", value)");
      case NAME -> lines.add("value = value.value.decode()");
      case POLLED -> {
        lines.add("found = struct.iter_unpack(\"ihh\", watched.raw[:-1])");
        lines.add("ready = [(number, told) for number, _, told in found if told]");
      }
      case PLAIN, BYTES, PAIR -> {}
    }
    return lines;
  }

  private static String told(Step step) {
    return step.keeps() == null ? Slots.TOLD : step.keeps();
  }

  /** What is printed after the equals sign. */
  String answer(Step step) {
    String told = "address_text(" + told(step) + ")";
    return "{result}"
        + switch (Report.of(step)) {
          case PLAIN -> "";
          case BYTES -> " {quoted(buffer.raw[:result])}";
          case BYTES_FROM -> " {quoted(buffer.raw[:result])}" + from(step, told);
          case FROM -> from(step, told);
          case ADDRESS -> " {" + told + "}";
          case VALUE -> step.function() == Function.IOCTL ? " [{value.value}]" : " [{value}]";
          case LINGER -> " {{l_onoff={onoff}, l_linger={seconds}}}";
          case TIME -> " {{tv_sec={seconds}, tv_usec={micros}}}";
          case NAME -> " [\\\"{value}\\\"]";
          case PAIR -> " [{pair[0]}, {pair[1]}]";
          case POLLED -> "{polled(ready)}";
        };
  }

  /** Who it came from, if the kernel told that in the experiment. */
  private static String from(Step step, String told) {
    boolean tells = step.result() == null || step.result().address() != null;
    return tells ? " from {" + told + "}" : "";
  }
}
