package socketscope.code;

import java.util.Objects;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.Result;

/** How Python writes calls and their answers. */
final class PythonSpelling {

  /** More room than that is not asked for: no call of an experiment fills it. */
  private static final long MOST_ROOM = 1 << 24;

  String call(Step step) {
    String on = step.on() == null ? "" : step.on().text();
    return switch (step.function()) {
      case SOCKET ->
          "socket.socket(%s, %s, %s)"
              .formatted(constant(step, 0), constant(step, 1), constant(step, 2));
      case BIND, CONNECT -> on + "." + step.function().cName() + "(" + target(step) + ")";
      case LISTEN -> on + ".listen(" + step.argument(1) + ")";
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> on + "." + step.function().cName() + "()";
      case SEND -> on + ".send(" + bytes(step.data()) + flags(step) + ")";
      case SENDTO -> on + ".sendto(" + bytes(step.data()) + flags(step) + ", " + target(step) + ")";
      case RECV, RECVFROM ->
          on + "." + step.function().cName() + "(" + room(step) + flags(step) + ")";
      case READ -> "os.read(" + number(step) + ", " + room(step) + ")";
      case WRITE -> "os.write(" + number(step) + ", " + bytes(step.data()) + ")";
      case SHUTDOWN -> on + ".shutdown(" + constant(step, 1) + ")";
      case CLOSE ->
          PythonDialect.isObject(step) ? on + ".close()" : "os.close(" + number(step) + ")";
      case GETSOCKOPT -> getsockopt(step, on);
      case SETSOCKOPT ->
          "%s.setsockopt(%s, %s, %s)"
              .formatted(
                  on, constant(step, 1), constant(step, 2), (int) Long.parseLong(step.argument(3)));
      case FCNTL -> fcntl(step);
      case SOCKETPAIR, DUP, POLL -> throw new IllegalArgumentException(step.toString());
      case IOCTL ->
          "struct.unpack(\"i\", fcntl.ioctl(%s, %s, bytes(4)))"
              .formatted(number(step), constant(step, 1));
    };
  }

  private static String getsockopt(Step step, String on) {
    String call = on + ".getsockopt(" + constant(step, 1) + ", " + constant(step, 2);
    return CDialect.isLinger(step) ? "struct.unpack(\"ii\", " + call + ", 8))" : call + ")";
  }

  private static String fcntl(Step step) {
    String call =
        "fcntl.fcntl(%s, %s, %s)".formatted(number(step), constant(step, 1), constant(step, 2));
    return step.creates() == null
        ? call
        : "socket.socket(socket.AF_INET, socket.SOCK_STREAM, 0, " + call + ")";
  }

  private static String number(Step step) {
    Handle on = Objects.requireNonNull(step.on());
    return on.variable() ? on.text() + ".fileno()" : on.text();
  }

  private static String room(Step step) {
    return Long.toString(Math.min(step.size(), MOST_ROOM));
  }

  private static String flags(Step step) {
    return step.argument(2).equals("0") ? "" : ", " + constant(step, 2);
  }

  private static String target(Step step) {
    return switch (Objects.requireNonNull(step.target())) {
      case Target.Heard heard -> heard.variable();
      case Target.Fixed fixed -> "(\"" + fixed.host() + "\", " + fixed.port() + ")";
    };
  }

  private static String constant(Step step, int index) {
    return PythonNames.of(step.argument(index));
  }

  /** The variable that the call's answer goes to; empty where it has none. */
  String assigned(Step step) {
    String address = step.keeps() == null ? "told" : step.keeps();
    return switch (step.function()) {
      case SOCKET -> step.creates() == null ? "sock" : step.creates().text();
      case ACCEPT ->
          (step.creates() == null ? "connection" : step.creates().text()) + ", " + address;
      case GETSOCKNAME, GETPEERNAME -> address;
      case SEND, SENDTO, WRITE -> "count";
      case RECV, READ -> "data";
      case RECVFROM -> "data, " + address;
      case GETSOCKOPT -> CDialect.isLinger(step) ? "onoff, seconds" : "value";
      case IOCTL -> "(value,)";
      case FCNTL -> step.creates() == null ? "value" : step.creates().text();
      case BIND, LISTEN, CONNECT, SHUTDOWN, CLOSE, SETSOCKOPT, SOCKETPAIR, DUP, POLL -> "";
    };
  }

  /** What is printed after the equals sign. */
  String answer(Step step) {
    String address = "{address_text(" + (step.keeps() == null ? "told" : step.keeps()) + ")}";
    Result result = step.result();
    boolean told = result == null || result.address() != null;
    return switch (step.function()) {
      case SOCKET, ACCEPT -> {
        String name = step.creates() == null ? assigned(step).split(",")[0] : step.creates().text();
        String number = "{" + name + ".fileno()}";
        yield step.function() == Function.ACCEPT && told ? number + " from " + address : number;
      }
      case GETSOCKNAME, GETPEERNAME -> "0 " + address;
      case SEND, SENDTO, WRITE -> "{count}";
      case RECV, READ -> "{len(data)} {quoted(" + data(step) + ")}";
      case RECVFROM ->
          "{len(data)} {quoted(" + data(step) + ")}" + (told ? " from " + address : "");
      case GETSOCKOPT ->
          CDialect.isLinger(step) ? "0 {{l_onoff={onoff}, l_linger={seconds}}}" : "0 [{value}]";
      case IOCTL -> "0 [{value}]";
      case FCNTL -> step.creates() == null ? "{value}" : "{" + step.creates().text() + ".fileno()}";
      case BIND, LISTEN, CONNECT, SHUTDOWN, CLOSE, SETSOCKOPT, SOCKETPAIR, DUP, POLL -> "0";
    };
  }

  /** With MSG_TRUNC the library returns more bytes than the kernel wrote. */
  private static String data(Step step) {
    return Touching.flags(step.call()).contains("TRUNC") ? "data[:" + room(step) + "]" : "data";
  }

  private static String bytes(Bytes bytes) {
    if (!Quoted.isLong(bytes)) {
      return PythonNames.bytes(bytes);
    }
    return Quoted.pattern(bytes)
        .map(pattern -> repeated(pattern, bytes.length()))
        .orElse("bytes.fromhex(\"" + bytes.hex() + "\")");
  }

  private static String repeated(Bytes pattern, int length) {
    int times = (length + pattern.length() - 1) / pattern.length();
    String all = PythonNames.bytes(pattern) + " * " + times;
    return length % pattern.length() == 0 ? all : "(" + all + ")[:" + length + "]";
  }
}
