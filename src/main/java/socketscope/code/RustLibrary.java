package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.SocketAddress;

/** Calls whose every argument a Rust program hands to the C library's function itself. */
final class RustLibrary {

  private final RustPrelude prelude;
  private final RustLiterals literals;
  private final Map<String, String> pointers = new TreeMap<>();

  RustLibrary(RustPrelude prelude, RustLiterals literals) {
    this.prelude = prelude;
    this.literals = literals;
  }

  /** Whether no function of std or of the program's own makes the call as it was made. */
  static boolean makes(Step step) {
    boolean internet = step.on() != null && step.on().isInternet();
    return Slots.areUnusual(step)
        || switch (step.function()) {
          case SOCKETPAIR, POLL -> true;
          case ACCEPT ->
              !internet || !step.on().variable() || step.on().kind() != Handle.Kind.LISTENER;
          case GETSOCKNAME, GETPEERNAME -> !internet || !step.on().variable();
          case RECVFROM -> !internet || !step.on().variable() || Report.discards(step);
          default -> false;
        };
  }

  /** The pointers to no memory that the calls so far use, with their values. */
  Map<String, String> pointers() {
    return pointers;
  }

  /** The variables that the call points to. */
  List<String> before(Step step) {
    List<String> lines = new ArrayList<>();
    for (Slot slot : Slots.of(step)) {
      switch (slot) {
        case Slot.Address(Target target, int size) when !isRoom(target) -> {
          lines.add("let " + (size > 0 ? "mut " : "") + "address = " + address(target) + ";");
          if (size > 0) {
            lines.add("address.resize(" + size + ", 0);");
          }
        }
        case Slot.Data(var bytes) -> lines.add("let data = " + literals.bytes(bytes) + ";");
        case Slot.Buffer(long size) -> lines.add("let mut buffer = vec![0; " + size + "];");
        case Slot.Room(String name, int size) ->
            lines.add("let mut " + name + " = [0u8; " + size + "];");
        case Slot.RoomLength(String name, int length) ->
            lines.add(
                "let mut " + name + (length < 0 ? ": u32" : "") + " = " + length(length) + ";");
        case Slot.Int(String name, int value) ->
            lines.add("let mut " + name + " = " + value + "i32;");
        case Slot.Value value -> lines.addAll(value(value));
        case Slot.Pair() -> lines.add("let mut pair = [0i32; 2];");
        case Slot.Watched() -> lines.addAll(watched(step));
        case Slot.Address _,
            Slot.Descriptor _,
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

  /** Whether the address that the call tells stays in the room that the kernel wrote to. */
  static boolean keepsRoom(Step step) {
    return makes(step)
        && step.result() != null
        && step.result().address() instanceof SocketAddress.Unix;
  }

  /** Whether an address that was told is in such a room. */
  static boolean isRoom(Target target) {
    return target instanceof Target.Heard(_, SocketAddress address)
        && address instanceof SocketAddress.Unix;
  }

  private String address(Target target) {
    return switch (target) {
      case Target.Heard heard -> {
        prelude.need(RustPart.SOCKADDR);
        yield "sockaddr(" + heard.variable() + ")";
      }
      case Target.Fixed fixed ->
          switch (fixed.address()) {
            case SocketAddress.Inet4 _, SocketAddress.Inet6 _ -> {
              prelude.need(RustPart.SOCKADDR);
              yield "sockaddr(" + literals.internet(fixed) + ")";
            }
            case SocketAddress.Unix unix -> {
              prelude.need(RustPart.OF_FAMILY);
              literals.constants("AF_UNIX");
              yield "of_family(AF_UNIX, " + RustLiterals.literal(Slots.name(unix)) + ")";
            }
            case SocketAddress.Other(int family, var bytes) -> {
              prelude.need(RustPart.OF_FAMILY);
              yield "of_family(" + family + ", " + RustLiterals.literal(bytes) + ")";
            }
          };
    };
  }

  private static String length(int length) {
    return length < 0 ? length + "i32 as u32" : length + "u32";
  }

  private List<String> value(Slot.Value value) {
    String type = value.wide() ? "i64" : "i32";
    String bytes =
        switch (value.given()) {
          case Argument.Structure structure ->
              structure.numbers().stream()
                  .map(field -> field + type + ".to_ne_bytes()")
                  .collect(Collectors.joining(", ", "[", "].concat()"));
          case Argument.Data(var data) ->
              literals.bytes(data) + (value.size() > 0 ? ".to_vec()" : "");
          case Argument.Number(long number) ->
              parenthesized((int) number)
                  + ".to_ne_bytes()"
                  + (value.size() > 0 ? ".to_vec()" : "");
          default -> throw new IllegalArgumentException(value.toString());
        };
    return value.size() > 0
        ? List.of("let mut value = " + bytes + ";", "value.resize(" + value.size() + ", 0);")
        : List.of("let value = " + bytes + ";");
  }

  /** A method of a negative number wants parentheses. */
  private static String parenthesized(int number) {
    return number < 0 ? "(" + number + "i32)" : number + "i32";
  }

  private List<String> watched(Step step) {

    List<String> lines = new ArrayList<>(List.of("let mut watched = ["));
    if (step.given(0) instanceof Argument.Sequence entries) {
      List<Call.Watch> watches = Call.watched(entries);
      for (int i = 0; i < watches.size(); i++) {
        String events = watches.get(i).events().text();
        literals.constants(events);
        String written = RustLiterals.constant(events);
        lines.add(
            "    PollFd { fd: %s, events: %s, revents: 0 },"
                .formatted(
                    step.watched().get(i).text(),
                    events.contains("|") ? "(" + written + ") as i16" : written + " as i16"));
      }
    }
    lines.add("];");
    return lines;
  }

  /** The call. */
  String call(Step step) {
    RustPart part = RustPart.valueOf(step.function().name());
    prelude.call(part);
    boolean counts = part.prototype().endsWith("isize");
    prelude.need(counts ? RustPart.CHECK_COUNT : RustPart.CHECK);
    List<Slot> slots = Slots.of(step);
    String arguments =
        IntStream.range(0, slots.size())
            .mapToObj(i -> written(step, slots.get(i), i))
            .collect(Collectors.joining(", "));
    return "%s(unsafe { c::%s(%s) })"
        .formatted(counts ? "check_count" : "check", step.function().cName(), arguments);
  }

  private String written(Step step, Slot slot, int place) {
    return switch (slot) {
      case Slot.Descriptor(Handle handle) -> handle.text();
      case Slot.Constant(String expression) -> {
        literals.constants(expression);
        boolean request = step.function() == socketscope.event.Function.IOCTL;
        yield RustLiterals.constant(expression) + (request ? " as u64" : "");
      }
      case Slot.Number(long value) -> Long.toString(value);
      case Slot.Length(int value) -> value < 0 ? value + "i32 as u32" : "" + value;
      case Slot.Nowhere(Argument.Wild to) -> nowhere(step, to, place);
      case Slot.Address(Target target, _) when isRoom(target) ->
          ((Target.Heard) target).variable() + ".as_ptr()";
      case Slot.Address _ -> "address.as_ptr()";
      case Slot.AddressLength(Target target) when isRoom(target) ->
          ((Target.Heard) target).variable() + "_length";
      case Slot.AddressLength _ -> "address.len() as u32";
      case Slot.Data _ -> "data.as_ptr()";
      case Slot.Buffer _ -> "buffer.as_mut_ptr()";
      case Slot.Room(String name, _) -> name + ".as_mut_ptr()";
      case Slot.RoomLength(String name, _) -> "&mut " + name;
      case Slot.Int(String name, _) -> "&mut " + name;
      case Slot.Value _ -> "value.as_ptr()";
      case Slot.ValueLength() -> "value.len() as u32";
      case Slot.Pair() -> "pair.as_mut_ptr()";
      case Slot.Watched() -> "watched.as_mut_ptr()";
    };
  }

  /** A pointer to no memory; some functions want one of another type than u8. */
  private String nowhere(Step step, Argument.Wild to, int place) {
    pointers.put(to.name(), to == Argument.Wild.NULL ? "std::ptr::null_mut()" : "1 as *mut u8");
    boolean bytes =
        switch (step.function()) {
          case POLL, SOCKETPAIR -> false;
          case ACCEPT, GETSOCKNAME, GETPEERNAME -> place == 1;
          case RECVFROM -> place < 5;
          case GETSOCKOPT -> place == 3;
          default -> true;
        };
    return bytes ? to.name() : to.name() + ".cast()";
  }

  /** What prints the call and its result. */
  String reported(Step step, String text) {
    String told = step.keeps() == null ? Slots.TOLD : step.keeps();
    return switch (Report.of(step)) {
      case PLAIN -> with(RustPart.REPORT, "report(" + text + ", result)");
      case BYTES -> with(RustPart.REPORT_BYTES, "report_bytes(" + text + ", result, &buffer)");
      case BYTES_FROM -> {
        prelude.need(RustPart.QUOTED);
        String from = with(RustPart.FROM_TEXT, "from_text(&%1$s, %1$s_length)".formatted(told));
        yield more(text, "|count| format!(\" {}{}\", quoted(count, &buffer), " + from + ")");
      }
      case FROM ->
          more(text, with(RustPart.FROM_TEXT, "|_| from_text(&%1$s, %1$s_length)".formatted(told)));
      case ADDRESS ->
          more(
              text,
              with(RustPart.ADDRESS_TEXT, "|_| format!(\" {}\", address_text(&" + told + "))"));
      case LINGER -> fields(text, RustPart.INT_AT, "l_onoff", "l_linger", 4);
      case TIME -> fields(text, RustPart.LONG_AT, "tv_sec", "tv_usec", 8);
      case NAME ->
          more(text, with(RustPart.NAME_TEXT, "|_| format!(\" [\\\"{}\\\"]\", name_text(&value))"));
      case VALUE -> {
        boolean number = step.function() == socketscope.event.Function.IOCTL;
        yield number
            ? more(text, "|_| format!(\" [{value}]\")")
            : more(text, with(RustPart.INT_AT, "|_| format!(\" [{}]\", int_at(&value, 0))"));
      }
      case PAIR -> more(text, "|_| format!(\" [{}, {}]\", pair[0], pair[1])");
      case POLLED -> more(text, with(RustPart.POLLED, "|_| polled(&watched)"));
    };
  }

  private String fields(String text, RustPart part, String first, String second, int size) {
    String at = part == RustPart.INT_AT ? "int_at" : "long_at";
    return more(
        text,
        with(
            part,
            "|_| format!(\" {{%s={}, %s={}}}\", %s(&value, 0), %s(&value, %d))"
                .formatted(first + "", second, at, at, size)));
  }

  private String more(String text, String more) {
    return with(RustPart.REPORT_WITH, "report_with(" + text + ", result, " + more + ")");
  }

  private String with(RustPart part, String text) {
    prelude.need(part);
    return text;
  }
}
