package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import socketscope.event.Argument;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/** How java.nio makes each call. */
final class JavaCalls {

  private final Script script;
  private final Map<String, String> backlogs = new HashMap<>();
  private final Set<String> bound = new HashSet<>();
  private final Set<String> pending = new HashSet<>();
  private final JavaSockets sockets = new JavaSockets();

  /**
   * @param steps those that Java makes
   */
  JavaCalls(Script script, List<Step> steps) {
    this.script = script;
    for (Step step : steps) {
      if (step.function() == Function.LISTEN && step.on() != null) {
        backlogs.putIfAbsent(step.on().text(), step.argument(1));
      }
    }
  }

  static String type(Handle handle) {
    return switch (handle.kind()) {
      case LISTENER -> "ServerSocketChannel";
      case DATAGRAM -> "DatagramChannel";
      case STREAM, OTHER -> "SocketChannel";
    };
  }

  private String declared(String type, String name) {
    return script.hasThreads() ? name : type + " " + name;
  }

  /** Opens a new channel in the place of one that the library has closed. */
  static String again(Handle on) {
    return on.text() + " = " + opened(on) + ";";
  }

  private static String opened(Handle handle) {
    return type(handle) + ".open(StandardProtocolFamily." + handle.family() + ")";
  }

  List<String> lines(Step step) {
    List<String> lines = written(step);
    sockets.note(step);
    return lines;
  }

  private List<String> written(Step step) {
    Handle handle = step.on();
    String on = handle == null ? "" : handle.text();
    boolean datagram = handle != null && handle.kind() == Handle.Kind.DATAGRAM;
    return switch (step.function()) {
      case SOCKET -> open(step, Objects.requireNonNull(step.creates()));
      case BIND -> {
        bound.add(on);
        boolean listens = backlogs.containsKey(on);
        yield List.of(
            on + ".bind(" + target(step) + (listens ? ", " + backlogs.get(on) : "") + ");");
      }
      case LISTEN ->
          bound.add(on) ? List.of(on + ".bind(null, " + step.argument(1) + ");") : List.of();
      case ACCEPT -> {
        String made = step.creates() == null ? name("connection", step) : step.creates().text();
        boolean own = step.creates() == null;
        yield List.of(
            (own ? "SocketChannel " + made : declared("SocketChannel", made))
                + (" = " + on + ".accept();"));
      }
      case CONNECT -> connect(step, on);
      case SEND, WRITE -> sent(step, on + ".write(" + JavaText.bytes(step.data()) + ")");
      case SENDTO ->
          sent(step, "%s.send(%s, %s)".formatted(on, JavaText.bytes(step.data()), target(step)));
      case RECV, READ, RECVFROM ->
          received(step, on, datagram && !sockets.isConnected(Objects.requireNonNull(handle)));
      case SHUTDOWN ->
          switch (step.argument(1)) {
            case "SHUT_RD" -> List.of(on + ".shutdownInput();");
            case "SHUT_WR" -> List.of(on + ".shutdownOutput();");
            default -> List.of(on + ".shutdownInput();", on + ".shutdownOutput();");
          };
      case CLOSE -> List.of(on + ".close();");
      case GETSOCKNAME -> List.of(address(step) + " = " + on + ".getLocalAddress();");
      case GETPEERNAME -> List.of(address(step) + " = " + on + ".getRemoteAddress();");
      case SETSOCKOPT -> List.of("%s.setOption(%s, %s);".formatted(on, option(step), value(step)));
      case GETSOCKOPT ->
          List.of(
              "%s %s = %s.getOption(%s);"
                  .formatted(
                      step.argument(2).equals("SO_LINGER") ? "int" : "boolean",
                      name("value", step),
                      on,
                      option(step)));
      case FCNTL -> List.of(blocking(on, !step.argument(2).contains("O_NONBLOCK")));
      case IOCTL ->
          List.of(blocking(on, step.given(2) instanceof Argument.Number(long v) && v == 0));
      case SOCKETPAIR, DUP, POLL -> List.of();
    };
  }

  private List<String> open(Step step, Handle made) {
    List<String> lines = new ArrayList<>();
    lines.add(declared(type(made), made.text()) + " = " + opened(made) + ";");
    boolean strict = script.errors().contains("EADDRINUSE");
    if (made.kind() == Handle.Kind.LISTENER && made.isInternet() && strict) {
      lines.add(made.text() + ".setOption(StandardSocketOptions.SO_REUSEADDR, false);");
    }
    if (step.argument(1).contains("SOCK_NONBLOCK")) {
      lines.add(blocking(made.text(), false));
    }
    return lines;
  }

  private static String blocking(String on, boolean blocks) {
    return on + ".configureBlocking(" + blocks + ");";
  }

  private List<String> connect(Step step, String on) {
    if (step.errno().equals("EINPROGRESS")) {
      pending.add(on);
      return List.of(
          "boolean " + name("done", step) + " = " + on + ".connect(" + target(step) + ");");
    }
    return List.of(
        pending.remove(on) ? on + ".finishConnect();" : on + ".connect(" + target(step) + ");");
  }

  /** The call between what makes it, and only it, return at once. */
  private List<String> atOnce(Step step, String on, String call) {
    boolean already = step.on() != null && sockets.waitsNot(step.on());
    return JavaLimits.dontWait(step) && !already
        ? List.of(blocking(on, false), call, blocking(on, true))
        : List.of(call);
  }

  private List<String> sent(Step step, String call) {
    String on = Objects.requireNonNull(step.on()).text();
    return atOnce(step, on, "int " + name("count", step) + " = " + call + ";");
  }

  private List<String> received(Step step, String on, boolean asDatagram) {
    String buffer = name("buffer", step);
    List<String> lines = new ArrayList<>();
    lines.add(
        "ByteBuffer %s = ByteBuffer.allocate(%d);"
            .formatted(buffer, Math.min(step.size(), Slots.MOST_ROOM)));
    String call =
        asDatagram
            ? address(step) + " = " + on + ".receive(" + buffer + ");"
            : "int " + name("count", step) + " = " + on + ".read(" + buffer + ");";
    boolean unread = asDatagram ? !tellsSender(step) : !step.failed();
    lines.addAll(
        atOnce(step, on, unread && step.keeps() == null ? call.replaceFirst(".* = ", "") : call));
    return lines;
  }

  private static boolean tellsSender(Step step) {
    return step.function() == Function.RECVFROM || step.failed();
  }

  /** Java wants a name for each value. */
  private static String name(String base, Step step) {
    return base + step.callId();
  }

  private String address(Step step) {
    return step.keeps() == null
        ? "SocketAddress " + told(step)
        : declared("SocketAddress", told(step));
  }

  private static String told(Step step) {
    return step.keeps() == null ? name("address", step) : step.keeps();
  }

  private static String option(Step step) {
    return "StandardSocketOptions." + step.argument(2);
  }

  private static String value(Step step) {
    if (step.given(3) instanceof Argument.Structure structure) {
      List<Long> fields = structure.numbers();
      return fields.getFirst() == 0 ? "-1" : fields.get(1).toString();
    }
    return step.argument(2).endsWith("BUF")
        ? step.argument(3)
        : step.argument(3).equals("0") ? "false" : "true";
  }

  private static String target(Step step) {
    return switch (Objects.requireNonNull(step.target())) {
      case Target.Heard heard -> heard.variable();
      case Target.Fixed(SocketAddress.Unix unix, _) ->
          "UnixDomainSocketAddress.of("
              + Quoted.literal(Quoted.plain(unix.name()).orElseThrow())
              + ")";
      case Target.Fixed fixed ->
          "new InetSocketAddress(\"" + fixed.host() + "\", " + fixed.port() + ")";
    };
  }

  /** The end of what is printed, from within its quotes. */
  String answer(Step step) {
    String buffer = name("buffer", step);
    String count = name("count", step);
    if (isToldByValue(step)) {
      return otherwise(step, count);
    }
    return switch (step.function()) {
      case SOCKET -> " = " + Objects.requireNonNull(step.creates()).text() + "\"";
      case ACCEPT -> {
        String made = step.creates() == null ? name("connection", step) : step.creates().text();
        yield " = "
            + (step.creates() == null ? "connection" : made)
            + " from \" + "
            + addressText(step, made + ".getRemoteAddress()");
      }
      case GETSOCKNAME, GETPEERNAME -> " = 0 \" + " + addressText(step, told(step));
      case SEND, SENDTO, WRITE -> " = \" + " + count;
      case RECV, READ -> " = \" + quoted(" + buffer + ")";
      case RECVFROM -> {
        Result result = step.result();
        boolean from = result == null || result.address() != null;
        yield " = \" + quoted("
            + buffer
            + ")"
            + (from ? " + \" from \" + " + addressText(step, told(step)) : "");
      }
      case GETSOCKOPT -> {
        String value = name("value", step);
        yield step.argument(2).equals("SO_LINGER")
            ? " = 0 {l_onoff=\" + (%1$s < 0 ? 0 : 1) + \", l_linger=\" + Math.max(%1$s, 0) + \"}\""
                .formatted(value)
            : " = 0 [\" + (" + value + " ? 1 : 0) + \"]\"";
      }
      case IOCTL -> " = 0 [" + step.argument(2) + "]\"";
      default -> " = 0\"";
    };
  }

  /** Whether the library tells of the error by what it returns, and throws nothing. */
  static boolean isToldByValue(Step step) {
    return step.errno().equals("EAGAIN") || step.errno().equals("EINPROGRESS");
  }

  /** What tells that nothing came, or went, without an exception. */
  private static String otherwise(Step step, String count) {
    String errno = "\"-1 " + step.errno() + "\"";
    return switch (step.function()) {
      case CONNECT -> " = \" + (" + name("done", step) + " ? \"0\" : " + errno + ")";
      case ACCEPT -> " = \" + (" + name("connection", step) + " == null ? " + errno + " : \"\")";
      case SEND, SENDTO, WRITE, READ -> numbered(count, errno);
      case RECV, RECVFROM ->
          step.on() != null && step.on().kind() == Handle.Kind.DATAGRAM
              ? " = \" + (" + name("buffer", step) + ".position() == 0 ? " + errno + " : \"\")"
              : numbered(count, errno);
      default -> " = -1 " + step.errno() + "\"";
    };
  }

  private static String numbered(String count, String errno) {
    return " = \" + (" + count + " == 0 ? " + errno + " : " + count + ")";
  }

  private static String addressText(Step step, String address) {
    boolean six = step.on() != null && step.on().family() == Handle.Family.INET6;
    return (six ? "addressText6(" : "addressText(") + address + ")";
  }
}
