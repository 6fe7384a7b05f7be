package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.SocketAddress;

/** Writes the arguments of C calls, and before them the variables that they point to. */
final class CArguments {

  /** More room than that is not asked for: no call of an experiment fills it. */
  static final long MOST_ROOM = 1 << 24;

  private static final int STORAGE = 128;
  private static final int USUAL_LENGTH = 16;

  private final Source source;
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<Bytes, String> data = new HashMap<>();

  CArguments(Source source) {
    this.source = source;
  }

  /** What has been declared is out of sight. */
  void forget() {
    addresses.clear();
    data.clear();
  }

  /** Declares what the call points to. */
  void prepare(Step step) {
    if (step.target() instanceof Target.Fixed fixed) {
      address(fixed);
      if (widened(step)) {
        String name = addresses.get(fixed.address().toString());
        source.line("struct sockaddr_storage " + wide(step) + " = { 0 };");
        source.line("memcpy(&" + wide(step) + ", &" + name + ", sizeof " + name + ");");
      }
    }
    if (step.sends() && Quoted.isLong(step.data())) {
      longData(step.data());
    }
    switch (step.function()) {
      case SETSOCKOPT -> optionValue(step);
      case GETSOCKOPT -> optionRoom(step);
      case IOCTL -> {
        if (step.given(2) instanceof Argument.Number(long value)) {
          source.line("value = " + (int) value + ";");
        } else if (step.given(2) == null) {
          source.line("value = 0;");
        }
      }
      case POLL -> watched(step);
      default -> {}
    }
  }

  private void watched(Step step) {
    if (step.given(0) instanceof Argument.Sequence sequence && !sequence.elements().isEmpty()) {
      List<Call.Watch> watches = Call.watched(sequence);
      List<String> entries = new ArrayList<>();
      for (int i = 0; i < watches.size(); i++) {
        String events = watches.get(i).events().text().replace("|", " | ");
        entries.add("{ " + step.watched().get(i).text() + ", " + events + ", 0 }");
      }
      source.line(
          "struct pollfd " + watchedName(step) + "[] = { " + String.join(", ", entries) + " };");
    }
  }

  static String watchedName(Step step) {
    return "watched_" + step.callId();
  }

  /** Declares the structure of an address, unless an earlier call has. */
  private void address(Target.Fixed fixed) {
    String key = fixed.address().toString();
    if (addresses.containsKey(key)) {
      return;
    }
    String name = "address" + (addresses.isEmpty() ? "" : addresses.size() + 1);
    addresses.put(key, name);
    source.line(
        switch (fixed.address()) {
          case SocketAddress.Inet4 _ -> internet("in", name, "ipv4", fixed);
          case SocketAddress.Inet6 _ -> internet("in6", name, "ipv6", fixed);
          case SocketAddress.Unix unix -> {
            Bytes bytes = path(unix);
            yield "struct sockaddr_un %s = unix_name(%s, %d);"
                .formatted(name, CLiterals.of(bytes), bytes.length());
          }
          case SocketAddress.Other(int family, Bytes bytes) ->
              "struct sockaddr_storage %s = of_family(%d, %s, %d);"
                  .formatted(name, family, CLiterals.of(bytes), bytes.length());
        });
  }

  private static String internet(String type, String name, String function, Target.Fixed fixed) {
    return "struct sockaddr_%s %s = %s(\"%s\", %s);"
        .formatted(type, name, function, fixed.host(), fixed.port());
  }

  /** An abstract name begins with a null byte. */
  private static Bytes path(SocketAddress.Unix unix) {
    byte[] name = unix.name().toArray();
    byte[] path = new byte[name.length + (unix.abstractName() ? 1 : 0)];
    System.arraycopy(name, 0, path, path.length - name.length, name.length);
    return Bytes.copyOf(path);
  }

  private void longData(Bytes bytes) {
    if (data.containsKey(bytes)) {
      return;
    }
    String name = "data" + (data.isEmpty() ? "" : data.size() + 1);
    data.put(bytes, name);
    var pattern = Quoted.pattern(bytes);
    if (pattern.isPresent()) {
      source.line("static char " + name + "[" + bytes.length() + "];");
      source.line(
          "fill(%s, sizeof %s, %s, %d);"
              .formatted(name, name, CLiterals.of(pattern.get()), pattern.get().length()));
    } else {
      source.line("static const unsigned char " + name + "[] = {");
      source.in();
      CLiterals.numbers(bytes).forEach(source::line);
      source.out();
      source.line("};");
    }
  }

  /** The data and its size. */
  List<String> data(Bytes bytes) {
    return Quoted.isLong(bytes)
        ? List.of(Objects.requireNonNull(data.get(bytes)), "sizeof " + data.get(bytes))
        : List.of(CLiterals.of(bytes), Integer.toString(bytes.length()));
  }

  /** The address that the call is given, and its length. */
  List<String> given(Step step, int index) {
    Argument length = step.given(index + 1);
    if (step.given(index) instanceof Argument.Pointer(Argument.Wild to, _)) {
      return List.of(nowhere(to), length == null ? "" + USUAL_LENGTH : length(length));
    }
    Target target = Objects.requireNonNull(step.target());
    String name =
        switch (target) {
          case Target.Fixed fixed ->
              widened(step) ? wide(step) : addresses.get(fixed.address().toString());
          case Target.Heard(String variable, _) -> variable;
        };
    return List.of(
        "(struct sockaddr *) &" + name, length == null ? trueLength(target) : length(length));
  }

  private String trueLength(Target target) {
    return switch (target) {
      case Target.Heard(String variable, _) -> variable + "_length";
      case Target.Fixed fixed ->
          switch (fixed.address()) {
            case SocketAddress.Inet4 _, SocketAddress.Inet6 _ ->
                "sizeof " + addresses.get(fixed.address().toString());
            case SocketAddress.Unix unix when unix.unnamed() -> "sizeof(sa_family_t)";
            case SocketAddress.Unix unix ->
                "offsetof(struct sockaddr_un, sun_path) + " + (unix.name().length() + 1);
            case SocketAddress.Other other -> "sizeof(sa_family_t) + " + other.bytes().length();
          };
    };
  }

  /** Whether the length covers more than the address has: zeros follow it. */
  private static boolean widened(Step step) {
    int index = step.function() == socketscope.event.Function.SENDTO ? 4 : 2;
    long size =
        switch (step.made().address()) {
          case SocketAddress.Inet4 _ -> 16;
          case SocketAddress.Inet6 _ -> 28;
          case SocketAddress.Unix _ -> 110;
          case null, default -> STORAGE;
        };
    return step.given(index) instanceof Argument.Number(long length)
        && (int) length > size
        && (int) length <= STORAGE;
  }

  private static String wide(Step step) {
    return "wide_" + step.callId();
  }

  static String length(Argument argument) {
    int number = (int) ((Argument.Number) argument).value();
    return number < 0 ? "(socklen_t) " + number : "" + number;
  }

  static String nowhere(Argument.Wild to) {
    return switch (to) {
      case NULL -> "null_pointer";
      case BAD -> "bad_pointer";
    };
  }

  /** Where the kernel writes, and the length beside it. */
  static List<String> room(Step step, int index, String buffer, String length) {
    Argument first = step.given(index);
    Argument second = step.given(index + 1);
    boolean neither =
        second == null
            && first instanceof Argument.Pointer(Argument.Wild to, _)
            && to == Argument.Wild.NULL;
    return List.of(
        first instanceof Argument.Pointer(Argument.Wild to, _) ? nowhere(to) : buffer,
        neither
            ? "null_pointer"
            : second instanceof Argument.Pointer(Argument.Wild to, _) ? nowhere(to) : length);
  }

  /** The length that the kernel is told; null where it is the usual one. */
  static @Nullable String lengthGiven(Step step, int index) {
    if (step.given(index + 1) instanceof Argument.Number second) {
      return length(second);
    }
    return step.given(index) instanceof Argument.Number first ? length(first) : null;
  }

  /** The variable that an option's value is in. */
  static String value(Step step) {
    return switch (OptionKind.of(step)) {
      case INT -> "value";
      case LINGER -> "linger";
      case TIME -> "time";
      case NAME, OPAQUE -> "option";
    };
  }

  private void optionRoom(Step step) {
    String given = lengthGiven(step, 3);
    String value = value(step);
    if (OptionKind.hasValue(step) && (step.given(3) != null || value.equals("option"))) {
      source.line("memset(&" + value + ", 0, sizeof " + value + ");");
    }
    String usual = value.equals("option") ? "" + OptionKind.usualSize(step) : "sizeof " + value;
    if (optionRoomArguments(step).contains("&value_length")) {
      source.line("value_length = " + (given == null ? usual : given) + ";");
    }
  }

  /** Whether the room is larger than the value's type. */
  private static boolean roomy(Step step) {
    return optionSize(step) > OptionKind.of(step).size();
  }

  /** How many bytes of memory the value of an option wants. */
  static int optionSize(Step step) {
    Argument length = step.given(4) instanceof Argument.Number ? step.given(4) : step.given(3);
    boolean set = step.function() == socketscope.event.Function.SETSOCKOPT;
    long given =
        length instanceof Argument.Number(long number) && !(set && step.given(4) == null)
            ? (int) number
            : 0;
    int own =
        step.given(3) instanceof Argument.Data(Bytes bytes)
            ? bytes.length()
            : OptionKind.of(step).size();
    return Math.clamp(given, own, 65536);
  }

  /** The pointer to the room for an option's value, and to its length. */
  List<String> optionRoomArguments(Step step) {
    String buffer = value(step).equals("option") || roomy(step) ? "option" : "&" + value(step);
    return room(step, 3, buffer, "&value_length");
  }

  /** Copies what came into a larger room to where it is printed from. */
  void afterOption(Step step) {
    if (roomy(step) && !value(step).equals("option") && OptionKind.hasValue(step)) {
      source.line("memcpy(&" + value(step) + ", option, sizeof " + value(step) + ");");
    }
  }

  private void optionValue(Step step) {
    switch (Objects.requireNonNull(step.given(3))) {
      case Argument.Number(long number) -> source.line("value = " + (int) number + ";");
      case Argument.Structure structure -> {
        List<Long> fields = structure.numbers();
        String all = fields.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String type = structure(step, fields);
        source.line(
            type.isEmpty()
                ? "int fields_" + step.callId() + "[] = { " + all + " };"
                : "%s = (struct %s) { %s };".formatted(value(step), type, all));
      }
      default -> {}
    }
    if (step.given(4) instanceof Argument.Number && padded(step)) {
      List<String> own = ownValue(step);
      source.line("memset(option, 0, sizeof option);");
      source.line("memcpy(option, " + own.getFirst() + ", " + own.getLast() + ");");
    }
  }

  /** The structure that has those fields; empty where it is an array of int. */
  private static String structure(Step step, List<Long> fields) {
    return switch (OptionKind.of(step)) {
      case LINGER -> fields.size() == 2 ? "linger" : "";
      case TIME -> fields.size() == 2 ? "timeval" : "";
      case INT, NAME, OPAQUE -> "";
    };
  }

  /** The variable that setsockopt() is given the value in; empty where it needs none. */
  static String variableSet(Step step) {
    return switch (Objects.requireNonNull(step.given(3))) {
      case Argument.Number _ -> "value";
      case Argument.Structure given when !structure(step, given.numbers()).isEmpty() -> value(step);
      default -> "";
    };
  }

  private static boolean padded(Step step) {
    return step.given(4) instanceof Argument.Number(long length)
        && OptionKind.hasValue(step)
        && (int) length > 4;
  }

  private List<String> ownValue(Step step) {
    return switch (Objects.requireNonNull(step.given(3))) {
      case Argument.Structure structure -> {
        List<Long> fields = structure.numbers();
        String type = structure(step, fields);
        String name = type.isEmpty() ? "fields_" + step.callId() : value(step);
        yield List.of((type.isEmpty() ? "" : "&") + name, "sizeof " + name);
      }
      case Argument.Data(Bytes bytes) ->
          List.of(CLiterals.of(bytes), Integer.toString(bytes.length()));
      case Argument.Pointer(Argument.Wild to, _) ->
          List.of(nowhere(to), "" + OptionKind.usualSize(step));
      default -> List.of("&value", "sizeof value");
    };
  }

  /** The value of setsockopt() and its length. */
  List<String> optionArguments(Step step) {
    List<String> own = ownValue(step);
    Argument length = step.given(4);
    return List.of(
        padded(step) ? "option" : own.getFirst(), length == null ? own.getLast() : length(length));
  }
}
