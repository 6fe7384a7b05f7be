package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A place in a call's argument list.
 *
 * @param name as the manual page names it
 * @param usual what it is where it is left out; null where it must be given, or may be missing
 * @param optional whether it may be missing: the call is then made with what is right for the other
 *     arguments, such as the true length of an address
 */
public record Parameter(String name, Kind kind, @Nullable String usual, boolean optional) {

  /** What may stand there. */
  public enum Kind {
    /** A descriptor's number. */
    DESCRIPTOR,
    /** A constant's name, several joined by {@code |}, or a number. */
    CONSTANT,
    /** A number. */
    NUMBER,
    /** Bytes for the kernel to read, or a pointer to none with a size. */
    DATA,
    /** An address for the kernel to read, or a pointer to none. */
    ADDRESS,
    /** How many bytes of memory the kernel may write, or a pointer to none with a size. */
    SIZE,
    /** A length that the kernel reads and writes, or a pointer to none. */
    ROOM,
    /** An option's value: a number, a structure, bytes, or a pointer to none. */
    VALUE,
    /** A constant, or a pointer to none. */
    WORD,
    /** A pointer to none. */
    POINTER,
    /** The descriptors that poll() watches, or a pointer to none with their number. */
    WATCHED
  }

  static Parameter descriptor() {
    return given("sockfd", Kind.DESCRIPTOR);
  }

  static Parameter constant(String name) {
    return given(name, Kind.CONSTANT);
  }

  static Parameter constant(String name, String usual) {
    return new Parameter(name, Kind.CONSTANT, usual, false);
  }

  static Parameter number(String name) {
    return given(name, Kind.NUMBER);
  }

  static Parameter size(String name) {
    return given(name, Kind.SIZE);
  }

  static Parameter data() {
    return given("buf", Kind.DATA);
  }

  static Parameter address() {
    return given("addr", Kind.ADDRESS);
  }

  static Parameter given(String name, Kind kind) {
    return new Parameter(name, kind, null, false);
  }

  static Parameter optional(String name, Kind kind) {
    return new Parameter(name, kind, null, true);
  }

  /** Whether an argument is of the kind that may stand here. */
  boolean takes(Argument argument) {
    return switch (argument) {
      case Argument.Descriptor _ -> kind == Kind.DESCRIPTOR;
      case Argument.Constant _ -> kind == Kind.CONSTANT || kind == Kind.WORD;
      case Argument.Number _ ->
          kind == Kind.NUMBER || kind == Kind.SIZE || kind == Kind.ROOM || kind == Kind.VALUE;
      case Argument.Data _ -> kind == Kind.DATA || kind == Kind.VALUE;
      case Argument.Address _ -> kind == Kind.ADDRESS;
      case Argument.Structure _ -> kind == Kind.VALUE;
      case Argument.Watched _ -> kind == Kind.WATCHED;
      case Argument.Pointer(_, long size) ->
          switch (kind) {
            case DATA, SIZE, WATCHED -> size >= 0;
            case ADDRESS, ROOM, VALUE, WORD, POINTER -> size == Argument.Pointer.UNSAID;
            case DESCRIPTOR, CONSTANT, NUMBER -> false;
          };
    };
  }
}
