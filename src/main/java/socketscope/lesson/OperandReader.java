package socketscope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.Notation;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.event.Place;
import socketscope.event.SocketAddress;
import socketscope.lesson.LessonFault.Kind;

/** Reads one argument, or one expected address. */
final class OperandReader {

  /** How much of a text at fault its sentence shows, in characters. */
  private static final int SHOWN = 30;

  private static final String FILE = "file:";
  private static final Parameter DESCRIPTOR = Function.DUP.parameters().getFirst();

  /** In place of one whose value only playing tells. */
  private static final Argument NO_ARGUMENT = new Argument.Number(0);

  private final LineCursor cursor;
  private final DefinedNames names;

  OperandReader(LineCursor cursor, DefinedNames names) {
    this.cursor = cursor;
    this.names = names;
  }

  /**
   * Reads an argument.
   *
   * @param at where its text starts in the line
   * @param before the operands before it
   */
  Operand read(
      String program,
      Function function,
      Parameter parameter,
      String text,
      int at,
      List<Operand> before)
      throws LessonException {
    return switch (parameter.kind()) {
      case DESCRIPTOR -> descriptor(program, text, at);
      case ADDRESS ->
          isPointer(text)
              ? new Operand.Given(given(parameter, text, at, before))
              : allowed(program, function, address(text, at), text, at);
      case DATA ->
          text.startsWith(FILE)
              ? file(text, at)
              : new Operand.Given(given(parameter, text, at, before));
      case CONSTANT, WORD, NUMBER, SIZE, ROOM, VALUE, REQUEST, POINTER, PATH, ENTRIES ->
          new Operand.Given(given(parameter, text, at, before));
      case CONTROL ->
          text.startsWith("[")
              ? composed(program, function, parameter, text, at)
              : new Operand.Given(given(parameter, text, at, before));
      case STRUCTURE, SEQUENCE ->
          isPointer(text) || text.startsWith("NULL *") || text.startsWith("BAD *")
              ? new Operand.Given(given(parameter, text, at, before))
              : composed(program, function, parameter, text, at);
    };
  }

  private static boolean isPointer(String text) {
    return text.equals("NULL") || text.equals("BAD");
  }

  private Operand file(String text, int at) throws LessonException {
    String name = text.substring(FILE.length()).strip();
    Bytes content =
        names
            .file(name)
            .orElseThrow(() -> cursor.fault(Kind.FILE, at + FILE.length(), shown(name)));
    return new Operand.FileContent(name, content);
  }

  /** {@code [{l, POLLIN}, {3, POLLOUT}]}: descriptors and addresses in it may have names. */
  private Operand composed(
      String program, Function function, Parameter parameter, String text, int at)
      throws LessonException {
    List<Notation.Part> parts;
    try {
      parts = Notation.parts(parameter, text);
    } catch (NotationException e) {
      throw fault(e, text, at);
    }
    boolean structure = parameter.kind() == Parameter.Kind.STRUCTURE;
    List<Operand> values = new ArrayList<>();
    List<Operand.Field> fields = new ArrayList<>();
    for (Notation.Part part : parts) {
      List<Operand> before = structure ? values : List.of();
      Operand value =
          read(program, function, part.parameter(), part.text(), at + part.start(), before);
      values.add(value);
      fields.add(new Operand.Field(part.parameter().name(), part.named(), value));
    }
    return structure ? new Operand.Structure(fields) : new Operand.Sequence(values);
  }

  private Operand descriptor(String program, String text, int at) throws LessonException {
    if (!DefinedNames.isName(text)) {
      return new Operand.Given(given(DESCRIPTOR, text, at, List.of()));
    }
    if (!names.hasDescriptor(program, text)) {
      throw cursor.fault(Kind.UNKNOWN_NAME, at, text, program);
    }
    return new Operand.Descriptor(text);
  }

  /** What an address is at last, and whether its socket is tied, the lab looks at. */
  private AddressTerm allowed(
      String program, Function function, AddressTerm term, String text, int at)
      throws LessonException {
    SocketAddress address =
        switch (term) {
          case AddressTerm.Fixed(SocketAddress given) -> given;
          case AddressTerm.FreePort(SocketAddress host, String _) -> host;
          case AddressTerm.Named _ -> null;
        };
    if (address == null || address instanceof SocketAddress.Other || address.loopback()) {
      return term;
    }
    boolean bind = function == Function.BIND;
    if (bind && (address.documentation() || address.wildcard() && letsNobodyIn(program))) {
      return term;
    }
    Kind fault = bind && address.wildcard() ? Kind.UNTIED : Kind.NOT_LOOPBACK;
    throw cursor.fault(fault, at, text);
  }

  private boolean letsNobodyIn(String program) {
    return names.place() == Place.ALONE || names.hasTied(program);
  }

  /** Reads an address, of this machine or not. */
  AddressTerm address(String text, int at) throws LessonException {
    if (DefinedNames.isName(text)) {
      if (!names.hasAddress(text)) {
        throw cursor.fault(Kind.UNKNOWN_ADDRESS, at, text);
      }
      return new AddressTerm.Named(text);
    }
    if (text.startsWith("unix:") || text.startsWith("family ") || text.equals("AF_UNSPEC")) {
      return new AddressTerm.Fixed(socketAddress(text, text, at));
    }
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 0 || !DefinedNames.isName(port)) {
      return new AddressTerm.Fixed(socketAddress(text, text, at));
    }
    SocketAddress host = socketAddress(text.substring(0, colon) + ":0", text, at);
    if (!names.hasPort(port)) {
      throw cursor.fault(Kind.UNKNOWN_PORT, at + colon + 1, port);
    }
    return new AddressTerm.FreePort(host, port);
  }

  private SocketAddress socketAddress(String text, String written, int at) throws LessonException {
    try {
      return SocketAddress.parse(text);
    } catch (NotationException e) {
      throw cursor.fault(Kind.ADDRESS, at, shown(written));
    }
  }

  /**
   * Reads an argument that stands for itself.
   *
   * @param before those before it, on which some constants depend
   */
  Argument given(Parameter parameter, String text, int at, List<Operand> before)
      throws LessonException {
    List<Argument> known =
        before.stream()
            .map(operand -> operand instanceof Operand.Given(Argument given) ? given : NO_ARGUMENT)
            .toList();
    try {
      return Argument.parse(parameter, text, known, names.constants());
    } catch (NotationException e) {
      throw fault(e, text, at);
    }
  }

  /** The number of a constant that stands for a call's value. */
  OptionalLong resolve(String text, int at) throws LessonException {
    OptionalLong number = names.constants().resolve(text);
    if (number.isEmpty()) {
      throw cursor.fault(Kind.UNKNOWN_CONSTANT, at, shown(text));
    }
    return number;
  }

  private LessonException fault(NotationException e, String text, int at) {
    Kind fault = Kind.valueOf(e.reason().name());
    return cursor.fault(fault, at + Math.min(e.offset(), text.length()), shown(e.detail()));
  }

  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
