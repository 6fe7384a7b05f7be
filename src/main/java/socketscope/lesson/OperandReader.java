package socketscope.lesson;

import socketscope.event.Argument;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.event.SocketAddress;
import socketscope.lesson.LessonFault.Kind;

/** Reads one argument, or one expected address. */
final class OperandReader {

  /** How much of a text at fault its sentence shows, in characters. */
  private static final int SHOWN = 30;

  private final LineCursor cursor;
  private final Names names;

  OperandReader(LineCursor cursor, Names names) {
    this.cursor = cursor;
    this.names = names;
  }

  /**
   * Reads an argument.
   *
   * @param at where its text starts in the line
   */
  Operand read(String program, Parameter.Kind kind, String text, int at) throws LessonException {
    return switch (kind) {
      case DESCRIPTOR -> descriptor(program, text, at);
      case ADDRESS -> loopback(address(text, at), text, at);
      case CONSTANT -> new Operand.Given(constant(text, at));
      case NUMBER, DATA -> new Operand.Given(given(kind, text, at));
    };
  }

  private Operand descriptor(String program, String text, int at) throws LessonException {
    if (!Names.isName(text)) {
      return new Operand.Given(given(Parameter.Kind.DESCRIPTOR, text, at));
    }
    if (!names.hasDescriptor(program, text)) {
      throw cursor.fault(Kind.UNKNOWN_NAME, at, text, program);
    }
    return new Operand.Descriptor(text);
  }

  private Argument constant(String text, int at) throws LessonException {
    Argument constant = given(Parameter.Kind.CONSTANT, text, at);
    if (!names.knowsConstant(constant.toString())) {
      throw cursor.fault(Kind.UNKNOWN_CONSTANT, at, text);
    }
    return constant;
  }

  private AddressTerm loopback(AddressTerm address, String text, int at) throws LessonException {
    boolean allowed =
        switch (address) {
          case AddressTerm.Fixed(SocketAddress given) -> given.loopback();
          case AddressTerm.FreePort(SocketAddress host, String _) -> host.loopback();
          case AddressTerm.Named _ -> true; // the lab looks at it when it is known
        };
    if (!allowed) {
      throw cursor.fault(Kind.NOT_LOOPBACK, at, text);
    }
    return address;
  }

  /** Reads an address, of this machine or not. */
  AddressTerm address(String text, int at) throws LessonException {
    if (Names.isName(text)) {
      if (!names.hasAddress(text)) {
        throw cursor.fault(Kind.UNKNOWN_ADDRESS, at, text);
      }
      return new AddressTerm.Named(text);
    }
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 0 || !Names.isName(port)) {
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

  /** Reads an argument that stands for itself. */
  Argument given(Parameter.Kind kind, String text, int at) throws LessonException {
    try {
      return Argument.parse(kind, text);
    } catch (NotationException e) {
      Kind fault = Kind.valueOf(e.reason().name());
      throw cursor.fault(fault, at + e.offset(), shown(e.detail()));
    }
  }

  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
