package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How Rust makes each call: by std where std makes just this call, else by the C library. */
final class RustCalls {

  private final RustPrelude prelude;
  private final RustLiterals literals;

  RustCalls(RustPrelude prelude, RustLiterals literals) {
    this.prelude = prelude;
    this.literals = literals;
  }

  /** Whether std has the call, and makes it of such a socket as the experiment did. */
  static boolean isStd(Step step) {
    Handle on = step.on();
    if (on == null || !on.variable() || !on.isInternet()) {
      return false;
    }
    boolean stream = on.kind() == Handle.Kind.STREAM;
    boolean datagram = on.kind() == Handle.Kind.DATAGRAM;
    return switch (step.function()) {
      case ACCEPT -> on.kind() == Handle.Kind.LISTENER;
      case SEND, RECV -> (stream || datagram) && step.argument(2).equals("0");
      case SENDTO, RECVFROM -> datagram && step.argument(2).equals("0");
      case CONNECT -> datagram;
      case GETSOCKNAME, GETPEERNAME -> true;
      case SHUTDOWN -> stream && step.argument(1).startsWith("SHUT_");
      case SOCKET,
          BIND,
          LISTEN,
          READ,
          WRITE,
          CLOSE,
          GETSOCKOPT,
          SETSOCKOPT,
          FCNTL,
          IOCTL,
          SOCKETPAIR,
          DUP,
          POLL ->
          false;
    };
  }

  /** What the call needs before it. */
  List<String> before(Step step) {
    List<String> lines = new ArrayList<>();
    if (step.receives()) {
      lines.add("let mut buffer = vec![0; " + Math.clamp(step.size(), 0, Slots.MOST_ROOM) + "];");
    }
    return lines;
  }

  /** The call itself. */
  String call(Step step) {
    return isStd(step) ? std(step) : system(step);
  }

  /** What prints the call and its result. */
  String reported(Step step, String text) {
    String call = "result";
    String end =
        switch (step.function()) {
          case SOCKET, FCNTL, DUP -> step.creates() == null ? "" : ".unwrap_or(-1)";
          case ACCEPT -> step.creates() == null ? "" : ".unwrap()";
          case RECVFROM, GETSOCKNAME, GETPEERNAME -> step.keeps() == null ? "" : ".unwrap()";
          default -> "";
        };
    return switch (step.function()) {
      case ACCEPT -> with(RustPart.REPORT_FROM, "report_from(" + text + ", " + call + ")") + end;
      case RECV, READ ->
          Report.discards(step)
              ? with(RustPart.REPORT, "report(" + text + ", " + call + ")")
              : with(RustPart.REPORT_BYTES, "report_bytes(" + text + ", " + call + ", &buffer)");
      case RECVFROM ->
          with(RustPart.REPORT_BYTES_FROM, "report_bytes_from(" + text + ", " + call + ", &buffer)")
              + end;
      case GETSOCKNAME, GETPEERNAME ->
          with(RustPart.REPORT_ADDRESS, "report_address(" + text + ", " + call + ")") + end;
      case GETSOCKOPT -> with(RustPart.REPORT_VALUE, "report_value(" + text + ", " + call + ")");
      case IOCTL -> with(RustPart.REPORT_VALUE, "report_value(" + text + ", " + call + ")");
      case SOCKET,
          BIND,
          LISTEN,
          CONNECT,
          SEND,
          SENDTO,
          WRITE,
          SHUTDOWN,
          CLOSE,
          SETSOCKOPT,
          FCNTL,
          SOCKETPAIR,
          DUP,
          POLL ->
          with(RustPart.REPORT, "report(" + text + ", " + call + ")") + end;
    };
  }

  private String with(RustPart part, String text) {
    prelude.need(part);
    return text;
  }

  private String std(Step step) {
    String on = Objects.requireNonNull(step.on()).text();
    String socket =
        switch (step.on().kind()) {
          case LISTENER -> with(RustPart.AS_LISTENER, "as_listener(" + on + ")");
          case STREAM, OTHER -> with(RustPart.AS_STREAM, "as_stream(" + on + ")");
          case DATAGRAM -> with(RustPart.AS_DATAGRAM, "as_datagram(" + on + ")");
        };
    boolean datagram = step.on().kind() == Handle.Kind.DATAGRAM;
    return switch (step.function()) {
      case ACCEPT -> {
        prelude.use("std::os::fd::IntoRawFd");
        yield socket + ".accept().map(|(stream, from)| (stream.into_raw_fd(), from))";
      }
      case SEND ->
          socket + (datagram ? ".send(" : io("std::io::Write", ".write(")) + bytes(step) + ")";
      case RECV -> socket + (datagram ? ".recv(" : io("std::io::Read", ".read(")) + "&mut buffer)";
      case SENDTO -> socket + ".send_to(" + bytes(step) + ", " + target(step) + ")";
      case RECVFROM -> socket + ".recv_from(&mut buffer).map(|(count, from)| (count, Some(from)))";
      case CONNECT -> socket + ".connect(" + target(step) + ").map(|()| 0)";
      case GETSOCKNAME -> socket + ".local_addr()";
      case GETPEERNAME ->
          step.on().kind() == Handle.Kind.LISTENER
              ? with(RustPart.AS_STREAM, "as_stream(" + on + ").peer_addr()")
              : socket + ".peer_addr()";
      case SHUTDOWN -> {
        prelude.use("std::net::Shutdown");
        String how =
            switch (step.argument(1)) {
              case "SHUT_RD" -> "Read";
              case "SHUT_WR" -> "Write";
              default -> "Both";
            };
        yield socket + ".shutdown(Shutdown::" + how + ").map(|()| 0)";
      }
      case SOCKET,
          BIND,
          LISTEN,
          READ,
          WRITE,
          CLOSE,
          GETSOCKOPT,
          SETSOCKOPT,
          FCNTL,
          IOCTL,
          SOCKETPAIR,
          DUP,
          POLL ->
          throw new IllegalArgumentException(step.toString());
    };
  }

  private String io(String trait, String method) {
    prelude.use(trait);
    return method;
  }

  private String system(Step step) {
    String on = step.on() == null ? "" : step.on().text();
    prelude.need(RustPart.valueOf(step.function().name()));
    return switch (step.function()) {
      case SOCKET ->
          "socket(%s, %s, %s)".formatted(constant(step, 0), constant(step, 1), constant(step, 2));
      case BIND, CONNECT -> step.function().cName() + "(" + on + ", " + target(step) + ")";
      case LISTEN -> "listen(" + on + ", " + (int) Long.parseLong(step.argument(1)) + ")";
      case CLOSE, DUP -> step.function().cName() + "(" + on + ")";
      case SEND -> "send(" + on + ", " + bytes(step) + ", " + constant(step, 2) + ")";
      case SENDTO ->
          "sendto(%s, %s, %s, %s)".formatted(on, bytes(step), constant(step, 2), target(step));
      case RECV, RECVFROM ->
          "%s(%s, &mut buffer, %s)".formatted(step.function().cName(), on, constant(step, 2));
      case READ -> "read(" + on + ", &mut buffer)";
      case WRITE -> "write(" + on + ", " + bytes(step) + ")";
      case SHUTDOWN -> "shutdown(" + on + ", " + constant(step, 1) + ")";
      case GETSOCKOPT ->
          "getsockopt(%s, %s, %s)".formatted(on, constant(step, 1), constant(step, 2));
      case SETSOCKOPT ->
          "setsockopt(%s, %s, %s, %d)"
              .formatted(
                  on, constant(step, 1), constant(step, 2), (int) Long.parseLong(step.argument(3)));
      case FCNTL -> "fcntl(" + on + ", " + constant(step, 1) + ", " + constant(step, 2) + ")";
      case IOCTL -> "ioctl(" + on + ", " + constant(step, 1) + " as u64)";
      case ACCEPT, GETSOCKNAME, GETPEERNAME, SOCKETPAIR, POLL ->
          throw new IllegalArgumentException(step.toString());
    };
  }

  private String constant(Step step, int index) {
    literals.constants(step.argument(index));
    return RustLiterals.constant(step.argument(index));
  }

  private String target(Step step) {
    return switch (Objects.requireNonNull(step.target())) {
      case Target.Heard heard -> heard.variable();
      case Target.Fixed fixed -> literals.internet(fixed);
    };
  }

  private String bytes(Step step) {
    return literals.bytes(step.data());
  }
}
