package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/** How Python's modules write calls and their answers. */
final class PythonSpelling {

  private final PythonNames names;

  PythonSpelling(PythonNames names) {
    this.names = names;
  }

  /** What has to be there before the call. */
  List<String> before(Step step) {
    List<String> lines = new ArrayList<>();
    Handle on = step.on();
    switch (step.function()) {
      case CLOSE -> {
        if (PythonDialect.isObject(step)) {
          lines.add(on.text() + "_number = " + on.text() + ".fileno()");
        }
      }
      case POLL -> {
        lines.add("poller = select.poll()");
        if (step.given(0) instanceof Argument.Sequence entries) {
          List<Call.Watch> watches = Call.watched(entries);
          for (int i = 0; i < watches.size(); i++) {
            lines.add(
                "poller.register(%s, %s)"
                    .formatted(
                        step.watched().get(i).text(), names.of(watches.get(i).events().text())));
          }
        }
      }
      default -> {}
    }
    return lines;
  }

  String call(Step step) {
    String on = step.on() == null ? "" : step.on().text();
    String name = step.function().cName();
    return switch (step.function()) {
      case SOCKET, SOCKETPAIR ->
          "socket.%s(%s, %s, %s)"
              .formatted(name, constant(step, 0), constant(step, 1), constant(step, 2));
      case BIND, CONNECT -> on + "." + name + "(" + target(step) + ")";
      case LISTEN -> on + ".listen(" + step.argument(1) + ")";
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> on + "." + name + "()";
      case SEND -> on + ".send(" + bytes(step) + flags(step) + ")";
      case SENDTO -> on + ".sendto(" + bytes(step) + flags(step) + ", " + target(step) + ")";
      case RECV, RECVFROM -> on + "." + name + "(" + room(step) + flags(step) + ")";
      case READ -> "os.read(" + number(step) + ", " + room(step) + ")";
      case WRITE -> "os.write(" + number(step) + ", " + bytes(step) + ")";
      case SHUTDOWN -> on + ".shutdown(" + constant(step, 1) + ")";
      case CLOSE ->
          PythonDialect.isObject(step) ? on + ".close()" : "os.close(" + number(step) + ")";
      case GETSOCKOPT -> getsockopt(step, on);
      case SETSOCKOPT ->
          "%s.setsockopt(%s, %s, %s)"
              .formatted(on, constant(step, 1), constant(step, 2), optionValue(step));
      case FCNTL -> fcntl(step);
      case DUP -> dup(step, on);
      case POLL -> "poller.poll(" + step.argument(1) + ")";
      case IOCTL -> {
        int given = step.given(2) instanceof Argument.Number(long value) ? (int) value : 0;
        yield "struct.unpack(\"i\", fcntl.ioctl(%s, %s, struct.pack(\"i\", %d)))"
            .formatted(number(step), constant(step, 1), given);
      }
    };
  }

  private static String optionValue(Step step) {
    return switch (Objects.requireNonNull(step.given(3))) {
      case Argument.Number(long number) -> Integer.toString((int) number);
      case Argument given -> PythonLibrary.value(given, OptionKind.of(step) == OptionKind.TIME);
    };
  }

  private String getsockopt(Step step, String on) {
    String call = on + ".getsockopt(" + constant(step, 1) + ", " + constant(step, 2);
    OptionKind kind = OptionKind.of(step);
    boolean whole = step.given(3) == null;
    if (kind == OptionKind.INT && whole) {
      return call + ")";
    }
    String size = whole ? "" + OptionKind.usualSize(step) : step.argument(3);
    String bytes = call + ", " + size + ")";
    return switch (kind) {
      case INT -> "int.from_bytes(" + bytes + "[:4], sys.byteorder)";
      case LINGER -> "struct.unpack_from(\"ii\", " + bytes + ")";
      case TIME -> "struct.unpack_from(\"ll\", " + bytes + ")";
      case NAME -> bytes + ".split(b\"\\0\")[0].decode()";
      case OPAQUE -> bytes;
    };
  }

  private String fcntl(Step step) {
    String call =
        "fcntl.fcntl(%s, %s, %s)".formatted(number(step), constant(step, 1), constant(step, 2));
    return step.creates() == null ? call : "socket.socket(fileno=" + call + ")";
  }

  private static String dup(Step step, String on) {
    if (PythonDialect.isObject(step)) {
      return on + ".dup()";
    }
    String call = "os.dup(" + number(step) + ")";
    return step.creates() == null ? call : "socket.socket(fileno=" + call + ")";
  }

  private static String number(Step step) {
    return PythonNames.number(Objects.requireNonNull(step.on()));
  }

  private static String room(Step step) {
    return Long.toString(Math.min(step.size(), Slots.MOST_ROOM));
  }

  private String flags(Step step) {
    return step.argument(2).equals("0") ? "" : ", " + constant(step, 2);
  }

  private static String target(Step step) {
    return switch (Objects.requireNonNull(step.target())) {
      case Target.Heard heard -> heard.variable();
      case Target.Fixed(SocketAddress.Unix unix, _) ->
          unix.abstractName() || Quoted.plain(unix.name()).isEmpty()
              ? PythonNames.bytes(unix.abstractName() ? Slots.name(unix) : unix.name())
              : Quoted.literal(Quoted.plain(unix.name()).get());
      case Target.Fixed fixed -> "(\"" + fixed.host() + "\", " + fixed.port() + ")";
    };
  }

  private String constant(Step step, int index) {
    return names.of(step.argument(index));
  }

  private static String bytes(Step step) {
    return PythonNames.bytes(step.data());
  }

  /** The variable that the call's answer goes to; empty where it has none. */
  static String assigned(Step step) {
    String address = step.keeps() == null ? Slots.TOLD : step.keeps();
    String made = step.creates() == null ? "" : step.creates().text();
    return switch (step.function()) {
      case SOCKET -> made.isEmpty() ? "sock" : made;
      case SOCKETPAIR -> step.second() == null ? "ends" : made + ", " + step.second().text();
      case ACCEPT -> (made.isEmpty() ? "connection" : made) + ", " + address;
      case GETSOCKNAME, GETPEERNAME -> address;
      case SEND, SENDTO, WRITE -> "count";
      case RECV, READ -> "data";
      case RECVFROM -> "data, " + address;
      case GETSOCKOPT ->
          switch (OptionKind.of(step)) {
            case LINGER -> "onoff, seconds";
            case TIME -> "seconds, micros";
            case INT, NAME, OPAQUE -> "value";
          };
      case IOCTL -> "(value,)";
      case FCNTL, DUP -> made.isEmpty() ? "value" : made;
      case POLL -> "ready";
      case BIND, LISTEN, CONNECT, SHUTDOWN, CLOSE, SETSOCKOPT -> "";
    };
  }

  /** What is printed after the equals sign. */
  static String answer(Step step) {
    String address = "{address_text(" + (step.keeps() == null ? Slots.TOLD : step.keeps()) + ")}";
    Result result = step.result();
    String from = result == null || result.address() != null ? " from " + address : "";
    return switch (step.function()) {
      case SOCKET -> "{" + assigned(step) + ".fileno()}";
      case ACCEPT -> "{" + assigned(step).split(",")[0] + ".fileno()}" + from;
      case SOCKETPAIR ->
          step.second() == null
              ? "0"
              : "0 [{%s.fileno()}, {%s.fileno()}]"
                  .formatted(Objects.requireNonNull(step.creates()).text(), step.second().text());
      case GETSOCKNAME, GETPEERNAME -> "0 " + address;
      case SEND, SENDTO, WRITE -> "{count}";
      case RECV, READ -> "{len(data)}" + data(step);
      case RECVFROM -> "{len(data)}" + data(step) + from;
      case GETSOCKOPT -> "0" + option(step);
      case IOCTL -> "0 [{value}]";
      case FCNTL, DUP -> step.creates() == null ? "{value}" : "{" + assigned(step) + ".fileno()}";
      case POLL -> "{len(ready)}{polled(ready)}";
      case BIND, LISTEN, CONNECT, SHUTDOWN, CLOSE, SETSOCKOPT -> "0";
    };
  }

  private static String option(Step step) {
    return switch (OptionKind.of(step)) {
      case INT -> " [{value}]";
      case LINGER -> " {{l_onoff={onoff}, l_linger={seconds}}}";
      case TIME -> " {{tv_sec={seconds}, tv_usec={micros}}}";
      case NAME -> " [\\\"{value}\\\"]";
      case OPAQUE -> "";
    };
  }

  /** With MSG_TRUNC the library returns more bytes than the kernel wrote. */
  private static String data(Step step) {
    if (Report.of(step) == Report.PLAIN) {
      return "";
    }
    return Touching.flags(step.call()).contains("TRUNC")
        ? " {quoted(data[:" + room(step) + "])}"
        : " {quoted(data)}";
  }
}
