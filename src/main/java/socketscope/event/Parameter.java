package socketscope.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.constant.ConstantSet;

/**
 * A place in a call's argument list, or in a structure that is one.
 *
 * @param name as the manual page names it
 * @param constants which constants may stand there; null where none may
 * @param parts for a structure its fields, for a sequence its one element; else empty
 * @param usual what it is where it is left out; null where it must be given, or may be missing
 * @param optional whether it may be missing: the call is then made with what is right for the other
 *     arguments, such as the true length of an address
 */
public record Parameter(
    String name,
    Kind kind,
    @Nullable ConstantSet constants,
    List<Parameter> parts,
    @Nullable String usual,
    boolean optional) {

  /** Keeps a copy. */
  public Parameter {
    parts = List.copyOf(parts);
  }

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
    /** What a request reads and writes: as an option's value. */
    REQUEST,
    /** A constant, or a pointer to none. */
    WORD,
    /** A pointer to none. */
    POINTER,
    /** The path of a file: {@code unix:name}, as in an address; or a pointer to none. */
    PATH,
    /** How many structures of memory the kernel may write, or a pointer to none with a number. */
    ENTRIES,
    /** What a control message says: descriptors in brackets, or a value. */
    CONTROL,
    /** A structure of its parts, in braces: in order, or by their names. Or a pointer to none. */
    STRUCTURE,
    /** Any number of its part, in brackets; or a pointer to none with their number. */
    SEQUENCE
  }

  static Parameter descriptor() {
    return descriptor("sockfd");
  }

  static Parameter descriptor(String name) {
    return given(name, Kind.DESCRIPTOR);
  }

  static Parameter constant(String name, ConstantSet constants) {
    return new Parameter(name, Kind.CONSTANT, constants, List.of(), null, false);
  }

  static Parameter constant(String name, ConstantSet constants, String usual) {
    return new Parameter(name, Kind.CONSTANT, constants, List.of(), usual, false);
  }

  /** A constant, or a pointer to none. */
  static Parameter word(String name, ConstantSet constants, String usual) {
    return new Parameter(name, Kind.WORD, constants, List.of(), usual, false);
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

  static Parameter addressLength() {
    return optional("addrlen", Kind.NUMBER);
  }

  static Parameter structure(String name, Parameter... fields) {
    return new Parameter(name, Kind.STRUCTURE, null, List.of(fields), null, false);
  }

  static Parameter sequence(String name, Parameter element) {
    return new Parameter(name, Kind.SEQUENCE, null, List.of(element), null, false);
  }

  /** struct msghdr (recv(2)) for sendmsg(). */
  static Parameter messageToSend(String name) {
    return structure(
        name, optional("msg_name", Kind.ADDRESS), sequence("msg_iov", data()), control());
  }

  /** struct msghdr for recvmsg(): how much room there is. */
  static Parameter messageToReceive(String name) {
    return structure(
        name,
        sequence("msg_iov", size("iov_len")),
        optional("msg_controllen", Kind.NUMBER),
        optional("msg_namelen", Kind.NUMBER));
  }

  /** struct msghdr after recvmsg(): what the kernel has told beside the bytes. */
  static Parameter messageReceived(String name) {
    return structure(
        name,
        new Parameter("msg_flags", Kind.CONSTANT, ConstantSet.MESSAGE_FLAGS, List.of(), null, true),
        control());
  }

  private static Parameter control() {
    return sequence(
            "msg_control",
            structure(
                "cmsghdr",
                constant("cmsg_level", ConstantSet.LEVEL),
                constant("cmsg_type", ConstantSet.CONTROL_TYPE),
                new Parameter(
                    "cmsg_data", Kind.CONTROL, null, List.of(descriptor("fd")), null, false)))
        .asOptional();
  }

  static Parameter given(String name, Kind kind) {
    return new Parameter(name, kind, null, List.of(), null, false);
  }

  static Parameter optional(String name, Kind kind) {
    return new Parameter(name, kind, null, List.of(), null, true);
  }

  /** The same, which may be missing. */
  Parameter asOptional() {
    return new Parameter(name, kind, constants, parts, usual, true);
  }

  /** Whether an argument is of the kind that may stand here. */
  boolean takes(Argument argument) {
    return switch (argument) {
      case Argument.Descriptor _ -> kind == Kind.DESCRIPTOR;
      case Argument.Named _ -> kind == Kind.CONSTANT || kind == Kind.WORD || takesValues();
      case Argument.Number _ ->
          switch (kind) {
            case NUMBER, SIZE, ROOM, ENTRIES -> true;
            default -> takesValues();
          };
      case Argument.Data _ -> kind == Kind.DATA || takesValues();
      case Argument.Address(SocketAddress address) ->
          kind == Kind.ADDRESS || kind == Kind.PATH && address instanceof SocketAddress.Unix;
      case Argument.Structure structure ->
          takesValues() || kind == Kind.STRUCTURE && takesFields(structure);
      case Argument.Sequence(List<Argument> elements) ->
          kind == Kind.VALUE
              || kind == Kind.REQUEST
              || (kind == Kind.SEQUENCE || kind == Kind.CONTROL)
                  && elements.stream().allMatch(parts.getFirst()::takes);
      case Argument.Text _ -> takesValues();
      case Argument.Pointer(_, long size) ->
          switch (kind) {
            case DATA, SIZE, SEQUENCE, ENTRIES -> size >= 0;
            case ADDRESS, ROOM, VALUE, REQUEST, WORD, POINTER, STRUCTURE, PATH ->
                size == Argument.Pointer.UNSAID;
            case DESCRIPTOR, CONSTANT, NUMBER, CONTROL -> false;
          };
    };
  }

  private boolean takesValues() {
    return kind == Kind.VALUE || kind == Kind.REQUEST || kind == Kind.CONTROL;
  }

  private boolean takesFields(Argument.Structure structure) {
    return structure.fields().stream()
        .allMatch(field ->
            parts.stream()
                .anyMatch(part -> part.name().equals(field.name()) && part.takes(field.value())));
  }
}
