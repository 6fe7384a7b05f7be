package socketscope.code;

import socketscope.event.Argument;
import socketscope.event.Function;

/** What the value of an option is in C, and how the programs print it. */
enum OptionKind {
  /** An int. */
  INT(4),
  /** struct linger. */
  LINGER(8),
  /** struct timeval. */
  TIME(16),
  /** A name in characters. */
  NAME(16),
  /** A structure that is not shown: it differs each time. */
  OPAQUE(232);

  private final int size;

  OptionKind(int size) {
    this.size = size;
  }

  int size() {
    return size;
  }

  boolean isShown() {
    return this != OPAQUE;
  }

  /** What the call is answered with, or given, by the option's name and by what came back. */
  static OptionKind of(Step step) {
    String option = step.result() == null ? null : step.result().option();
    OptionKind kind = named(step);
    boolean structure = kind == LINGER || kind == TIME;
    boolean cutOff =
        option != null && (option.startsWith("\"") || structure && !option.startsWith("{"));
    return step.function() == Function.GETSOCKOPT && step.given(3) != null && cutOff
        ? OPAQUE
        : kind;
  }

  private static OptionKind named(Step step) {
    if (step.function() != Function.GETSOCKOPT && step.function() != Function.SETSOCKOPT) {
      return INT;
    }
    return switch (step.argument(2)) {
      case "SO_LINGER" -> LINGER;
      case "SO_RCVTIMEO", "SO_SNDTIMEO" -> TIME;
      case "TCP_CONGESTION", "SO_BINDTODEVICE" -> NAME;
      case "TCP_INFO", "SO_PEERCRED", "SO_MEMINFO", "SO_COOKIE" -> OPAQUE;
      default -> INT;
    };
  }

  /** The bytes that the call is told that a value has which is not there. */
  static int usualSize(Step step) {
    return switch (step.argument(2)) {
      case "SO_PEERCRED" -> 12;
      case "SO_MEMINFO" -> 36;
      case "SO_COOKIE" -> 8;
      default -> named(step).size();
    };
  }

  /** Whether the call has a value of its own, beside those that are pointers to no memory. */
  static boolean hasValue(Step step) {
    int place = step.function() == Function.IOCTL ? 2 : 3;
    return !(step.given(place) instanceof Argument.Pointer);
  }
}
