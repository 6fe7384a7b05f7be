package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A place in a call's argument list.
 *
 * @param name as the manual page names it
 * @param usual what it is where it is left out; null where it must be given
 */
public record Parameter(String name, Kind kind, @Nullable String usual) {

  /** What may stand there. */
  public enum Kind {
    DESCRIPTOR,
    CONSTANT,
    NUMBER,
    DATA,
    ADDRESS
  }

  static Parameter descriptor() {
    return new Parameter("sockfd", Kind.DESCRIPTOR, null);
  }

  static Parameter constant(String name) {
    return new Parameter(name, Kind.CONSTANT, null);
  }

  static Parameter constant(String name, String usual) {
    return new Parameter(name, Kind.CONSTANT, usual);
  }

  static Parameter number(String name) {
    return new Parameter(name, Kind.NUMBER, null);
  }

  static Parameter data() {
    return new Parameter("buf", Kind.DATA, null);
  }

  static Parameter address() {
    return new Parameter("addr", Kind.ADDRESS, null);
  }
}
