package socketscope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.event.SocketAddress;
import socketscope.lesson.LessonFault.Kind;

/** Reads one argument, or one expected address. */
final class OperandReader {

  /** How much of a text at fault its sentence shows, in characters. */
  private static final int SHOWN = 30;

  private static final String FILE = "file:";
  private static final Pattern WATCH = Pattern.compile("\\{\\s*([^\\s,{}]+)\\s*,([^{}]*)}");

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
   */
  Operand read(String program, Function function, Parameter.Kind kind, String text, int at)
      throws LessonException {
    return switch (kind) {
      case DESCRIPTOR -> descriptor(program, text, at);
      case ADDRESS ->
          isPointer(text)
              ? new Operand.Given(given(kind, text, at))
              : allowed(program, function, address(text, at), text, at);
      case CONSTANT -> new Operand.Given(constant(text, at));
      case WORD -> new Operand.Given(isPointer(text) ? given(kind, text, at) : constant(text, at));
      case DATA ->
          text.startsWith(FILE) ? file(text, at) : new Operand.Given(given(kind, text, at));
      case NUMBER, SIZE, ROOM, VALUE, POINTER -> new Operand.Given(given(kind, text, at));
      case WATCHED ->
          text.startsWith("[")
              ? watched(program, text, at)
              : new Operand.Given(given(kind, text, at));
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

  /** {@code [{l, POLLIN}, {3, POLLOUT}]}: the names in it are replaced to see whether it is one. */
  private Operand watched(String program, String text, int at) throws LessonException {
    List<Operand.Watch> watches = new ArrayList<>();
    Matcher matcher = WATCH.matcher(text);
    StringBuilder numbered = new StringBuilder();
    while (matcher.find()) {
      Operand descriptor = descriptor(program, matcher.group(1), at + matcher.start(1));
      watches.add(new Operand.Watch(descriptor, matcher.group(2).replaceAll("\\s", "")));
      String number = DefinedNames.isName(matcher.group(1)) ? "0" : matcher.group(1);
      matcher.appendReplacement(
          numbered, Matcher.quoteReplacement("{" + number + "," + matcher.group(2) + "}"));
    }
    given(Parameter.Kind.WATCHED, matcher.appendTail(numbered).toString(), at);
    for (Operand.Watch watch : watches) {
      if (!names.knowsConstant(watch.events())) {
        throw cursor.fault(Kind.UNKNOWN_CONSTANT, at, watch.events());
      }
    }
    return new Operand.Watched(watches);
  }

  private Operand descriptor(String program, String text, int at) throws LessonException {
    if (!DefinedNames.isName(text)) {
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
    if (bind && (address.documentation() || address.wildcard() && names.hasTied(program))) {
      return term;
    }
    Kind fault = bind && address.wildcard() ? Kind.UNTIED : Kind.NOT_LOOPBACK;
    throw cursor.fault(fault, at, text);
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

  /** Reads an argument that stands for itself. */
  Argument given(Parameter.Kind kind, String text, int at) throws LessonException {
    try {
      return Argument.parse(kind, text);
    } catch (NotationException e) {
      Kind fault = Kind.valueOf(e.reason().name());
      int offset = Math.min(e.offset(), text.length()); // of a text in which names were replaced
      throw cursor.fault(fault, at + offset, shown(e.detail()));
    }
  }

  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
