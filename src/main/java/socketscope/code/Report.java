package socketscope.code;

import socketscope.event.Argument;
import socketscope.event.Result;

/** Which function of a C program prints a call and its answer. */
enum Report {
  PLAIN("report"),
  BYTES("report_bytes"),
  BYTES_FROM("report_bytes_from"),
  FROM("report_from"),
  ADDRESS("report_address"),
  LINGER("report_linger"),
  TIME("report_time"),
  NAME("report_name"),
  VALUE("report_value"),
  PAIR("report_pair"),
  POLLED("report_polled");

  private final String function;

  Report(String function) {
    this.function = function;
  }

  String function() {
    return function;
  }

  static Report of(Step step) {
    return switch (step.function()) {
      case ACCEPT -> tells(step, 1) ? FROM : PLAIN;
      case GETSOCKNAME, GETPEERNAME -> tells(step, 1) ? ADDRESS : PLAIN;
      case RECV, READ -> isPointer(step, 1) || discards(step) ? PLAIN : BYTES;
      case RECVFROM ->
          isPointer(step, 1) || discards(step) ? PLAIN : tells(step, 3) ? BYTES_FROM : BYTES;
      case GETSOCKOPT -> isPointer(step, 3) || isPointer(step, 4) ? PLAIN : option(step);
      case IOCTL -> isPointer(step, 2) ? PLAIN : VALUE;
      case SOCKETPAIR -> isPointer(step, 3) ? PLAIN : PAIR;
      case POLL -> step.watched().isEmpty() ? PLAIN : POLLED;
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
          DUP ->
          PLAIN;
    };
  }

  private static Report option(Step step) {
    return switch (OptionKind.of(step)) {
      case INT -> VALUE;
      case LINGER -> LINGER;
      case TIME -> TIME;
      case NAME -> NAME;
      case OPAQUE -> PLAIN;
    };
  }

  /** MSG_TRUNC on a TCP socket throws the bytes away: nothing is written to the buffer. */
  static boolean discards(Step step) {
    return step.on() != null
        && step.on().kind() == Handle.Kind.STREAM
        && step.on().isInternet()
        && Touching.flags(step.call()).contains("MSG_TRUNC");
  }

  private static boolean isPointer(Step step, int index) {
    return step.given(index) instanceof Argument.Pointer;
  }

  /** Whether the address is printed: the kernel had room for it, and filled it. */
  private static boolean tells(Step step, int index) {
    if (isPointer(step, index) || isPointer(step, index + 1)) {
      return false;
    }
    Result result = step.result();
    boolean cutOff = result != null && result.address() != null && !Spelling.tellsAddress(result);
    boolean asUsual = step.given(index) == null;
    boolean none = result != null && !result.failed() && result.address() == null;
    return !cutOff && (asUsual || !none);
  }
}
