package socketscope.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import socketscope.event.Bytes;
import socketscope.event.Function;

/** How java.nio makes each call. */
final class JavaCalls {

  /** More room than that is not asked for: no call of an experiment fills it. */
  private static final long MOST_ROOM = 1 << 24;

  private final Script script;
  private final Map<String, String> backlogs = new HashMap<>();
  private final Map<String, String> families = new HashMap<>();
  private final Set<String> bound = new HashSet<>();
  private final Set<String> connected = new HashSet<>();

  JavaCalls(Script script) {
    this.script = script;
    for (Step step : script.steps()) {
      if (step.function() == Function.LISTEN && step.on() != null) {
        backlogs.putIfAbsent(step.on().text(), step.argument(1));
      }
      if (step.function() == Function.SOCKET && step.creates() != null) {
        families.put(step.creates().text(), step.argument(0).equals("AF_INET6") ? "INET6" : "INET");
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

  /** What the library does otherwise than the call. */
  static Optional<Phrase> remark(Step step) {
    boolean listener = step.on() != null && step.on().kind() == Handle.Kind.LISTENER;
    return switch (step.function()) {
      case SOCKET ->
          step.creates() != null && step.creates().kind() == Handle.Kind.LISTENER
              ? Optional.of(Phrase.JAVA_REUSE)
              : Optional.empty();
      case BIND -> listener ? Optional.of(Phrase.JAVA_BIND) : Optional.empty();
      case LISTEN -> Optional.of(Phrase.JAVA_LISTEN);
      case RECV -> JavaLimits.dontWait(step) ? Optional.of(Phrase.JAVA_DONTWAIT) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private String declared(String type, String name) {
    return script.hasThreads() ? name : type + " " + name;
  }

  /** Opens a new channel in the place of one that the library has closed. */
  String again(Handle on) {
    return on.text() + " = " + opened(on) + ";";
  }

  private String opened(Handle handle) {
    return type(handle) + ".open(StandardProtocolFamily." + families.get(handle.text()) + ")";
  }

  List<String> lines(Step step) {
    String on = step.on() == null ? "" : step.on().text();
    Handle creates = step.creates();
    boolean datagram = step.on() != null && step.on().kind() == Handle.Kind.DATAGRAM;
    return switch (step.function()) {
      case SOCKET -> {
        Handle made = Objects.requireNonNull(creates);
        yield List.of(declared(type(made), made.text()) + " = " + opened(made) + ";");
      }
      case BIND -> {
        bound.add(on);
        String backlog = datagram || !backlogs.containsKey(on) ? "" : ", " + backlogs.get(on);
        boolean listens = step.on().kind() == Handle.Kind.LISTENER;
        yield List.of(on + ".bind(" + target(step) + (listens ? backlog : "") + ");");
      }
      case LISTEN ->
          bound.add(on) ? List.of(on + ".bind(null, " + step.argument(1) + ");") : List.of();
      case ACCEPT -> {
        String made = creates == null ? "connection" : creates.text();
        String left = creates == null ? "SocketChannel " + made : declared("SocketChannel", made);
        yield List.of(left + " = " + on + ".accept();");
      }
      case CONNECT -> {
        connected.add(on);
        yield List.of(on + ".connect(" + target(step) + ");");
      }
      case SEND, WRITE -> List.of(count(step) + " = " + on + ".write(" + bytes(step.data()) + ");");
      case SENDTO ->
          List.of(
              "%s = %s.send(%s, %s);".formatted(count(step), on, bytes(step.data()), target(step)));
      case RECV, READ -> received(step, on, datagram && !connected.contains(on));
      case RECVFROM ->
          List.of(
              buffer(step),
              (step.keeps() == null
                      ? "SocketAddress " + told(step)
                      : declared("SocketAddress", told(step)))
                  + " = "
                  + on
                  + ".receive("
                  + name("buffer", step)
                  + ");");
      case SHUTDOWN -> shutdown(step, on);
      case CLOSE -> List.of(on + ".close();");
      case GETSOCKNAME -> List.of(address(step) + " = " + on + ".getLocalAddress();");
      case GETPEERNAME -> List.of(address(step) + " = " + on + ".getRemoteAddress();");
      case SETSOCKOPT ->
          List.of(
              on
                  + ".setOption(StandardSocketOptions."
                  + step.argument(2)
                  + ", "
                  + value(step)
                  + ");");
      case GETSOCKOPT, FCNTL, IOCTL, SOCKETPAIR, DUP, POLL -> List.of();
    };
  }

  private List<String> received(Step step, String on, boolean asDatagram) {
    String buffer = name("buffer", step);
    if (asDatagram) {
      return List.of(buffer(step), on + ".receive(" + buffer + ");");
    }
    String read = on + ".read(" + buffer + ");";
    return JavaLimits.dontWait(step)
        ? List.of(
            buffer(step), on + ".configureBlocking(false);", read, on + ".configureBlocking(true);")
        : List.of(buffer(step), read);
  }

  private static List<String> shutdown(Step step, String on) {
    return switch (step.argument(1)) {
      case "SHUT_RD" -> List.of(on + ".shutdownInput();");
      case "SHUT_WR" -> List.of(on + ".shutdownOutput();");
      default -> List.of(on + ".shutdownInput();", on + ".shutdownOutput();");
    };
  }

  private static String buffer(Step step) {
    return "ByteBuffer %s = ByteBuffer.allocate(%d);"
        .formatted(name("buffer", step), Math.min(step.size(), MOST_ROOM));
  }

  private static String count(Step step) {
    return "int " + name("count", step);
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

  private static String value(Step step) {
    String option = step.argument(2);
    return option.endsWith("BUF")
        ? step.argument(3)
        : step.argument(3).equals("0") ? "false" : "true";
  }

  private static String target(Step step) {
    return switch (Objects.requireNonNull(step.target())) {
      case Target.Heard heard -> heard.variable();
      case Target.Fixed fixed ->
          "new InetSocketAddress(\"" + fixed.host() + "\", " + fixed.port() + ")";
    };
  }

  private static String bytes(Bytes bytes) {
    if (Quoted.isLong(bytes)) {
      return Quoted.pattern(bytes)
          .map(pattern ->
              "ByteBuffer.wrap(repeated(" + array(pattern) + ", " + bytes.length() + "))")
          .orElse("ByteBuffer.wrap(HexFormat.of().parseHex(\"" + bytes.hex() + "\"))");
    }
    return "ByteBuffer.wrap(" + array(bytes) + ")";
  }

  private static String array(Bytes bytes) {
    return Quoted.plain(bytes)
        .map(text -> "\"" + text + "\".getBytes(StandardCharsets.UTF_8)")
        .orElse("HexFormat.of().parseHex(\"" + bytes.hex() + "\")");
  }

  /** The end of what is printed, from within its quotes. */
  String answer(Step step) {
    String buffer = name("buffer", step);
    return switch (step.function()) {
      case SOCKET -> " = " + Objects.requireNonNull(step.creates()).text() + "\"";
      case ACCEPT -> {
        String made = step.creates() == null ? "connection" : step.creates().text();
        yield " = " + made + " from \" + addressText(" + made + ".getRemoteAddress())";
      }
      case GETSOCKNAME, GETPEERNAME -> " = 0 \" + addressText(" + told(step) + ")";
      case SEND, SENDTO, WRITE -> " = \" + " + name("count", step);
      case RECV, READ ->
          step.failed()
              ? " = \" + (" + buffer + ".position() > 0 ? \"\" : \"-1 EAGAIN\")"
              : " = \" + quoted(" + buffer + ")";
      case RECVFROM ->
          " = \" + quoted(" + buffer + ") + \" from \" + addressText(" + told(step) + ")";
      default -> " = 0\"";
    };
  }
}
