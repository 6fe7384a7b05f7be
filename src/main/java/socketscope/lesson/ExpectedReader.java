package socketscope.lesson;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.lesson.LessonFault.Kind;

/** Reads what a step expects: all that stands after its last equals sign. */
final class ExpectedReader {

  private static final Pattern VALUE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern CONSTANT =
      Pattern.compile("0[xX][0-9a-fA-F]{1,16}|[A-Z][A-Z0-9_]*(?:\\s*\\|\\s*\\w+)*");
  private static final Pattern FAILURE = Pattern.compile("-1\\s+(E[A-Z0-9]+)");
  private static final Parameter DESCRIPTOR = Function.DUP.parameters().getFirst();

  /** The two descriptors of socketpair(). */
  private static final Parameter PAIR =
      new Parameter("sv", Parameter.Kind.SEQUENCE, null, List.of(DESCRIPTOR), null, false);

  private static final Parameter DATA = Function.SEND.parameters().get(1);

  private final LineCursor cursor;
  private final OperandReader operands;

  ExpectedReader(LineCursor cursor, OperandReader operands) {
    this.cursor = cursor;
    this.operands = operands;
  }

  /**
   * Reads what is expected of a call.
   *
   * @param given its operands
   */
  Expected read(String program, Function function, List<Operand> given) throws LessonException {
    int start = cursor.at();
    if (cursor.rest().startsWith("\"") || cursor.rest().startsWith("hex:")) {
      return received(function, start);
    }
    String text = cursor.takeWhile(_ -> true);
    if (VALUE.matcher(text).matches()) {
      return new Expected.Value(Long.parseLong(text));
    }
    OptionalLong named =
        text.equals("AF_UNSPEC") || !CONSTANT.matcher(text).matches()
            ? OptionalLong.empty()
            : operands.resolve(text, start);
    if (named.isPresent()) {
      return new Expected.Value(named.getAsLong(), text);
    }
    Matcher failure = FAILURE.matcher(text);
    if (failure.matches()) {
      return new Expected.Failure(failure.group(1));
    }
    boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 2;
    if (bracketed || text.startsWith("{") && text.endsWith("}")) {
      require(Output.OPTION, function, text, start);
      return new Expected.Option(option(program, function, given, text, start));
    }
    boolean otherFamily = text.startsWith("family ") || text.equals("AF_UNSPEC");
    if (text.indexOf(':') < 0 && !DefinedNames.isName(text) && !otherFamily) {
      throw cursor.fault(Kind.EXPECTED, start, OperandReader.shown(text));
    }
    AddressTerm address = operands.address(text, start);
    require(Output.ADDRESS, function, text, start);
    if (Output.of(function).contains(Output.BYTES)) {
      throw cursor.fault(Kind.EXPECTED, start, OperandReader.shown(text));
    }
    return new Expected.Address(address);
  }

  /** What has brackets or braces of its own has no others around it. */
  private Operand option(
      String program, Function function, List<Operand> given, String text, int start)
      throws LessonException {
    Parameter written = function.written().orElse(PAIR);
    List<Operand> asked = asked(function, given);
    if (written.kind() == Parameter.Kind.SEQUENCE || text.startsWith("{")) {
      return operands.read(program, function, written, text, start, asked);
    }
    String inner = text.substring(1, text.length() - 1).strip();
    boolean several = inner.indexOf(',') >= 0 && !inner.startsWith("{");
    return several
        ? operands.read(program, function, written, text, start, asked)
        : operands.read(program, function, written, inner, start + 1, asked);
  }

  /** The operands that say what is asked for: those before the memory for the answer. */
  private static List<Operand> asked(Function function, List<Operand> given) {
    List<Parameter> parameters = function.parameters();
    int count = 0;
    while (count < given.size()
        && parameters.get(count).kind() != Parameter.Kind.ROOM
        && parameters.get(count).kind() != Parameter.Kind.REQUEST) {
      count++;
    }
    return given.subList(0, count);
  }

  private Expected received(Function function, int start) throws LessonException {
    String text = cursor.takeData();
    Argument data = operands.given(DATA, text, start, List.of());
    require(Output.BYTES, function, text, start);
    cursor.skipBlanks();
    Bytes bytes = ((Argument.Data) data).bytes();
    return new Expected.Received(bytes, from(function));
  }

  private @Nullable AddressTerm from(Function function) throws LessonException {
    int start = cursor.at();
    if (!cursor.takeWord().equals("from")) {
      cursor.back(start);
      return null;
    }
    require(Output.ADDRESS, function, "from", start);
    int at = cursor.at();
    return operands.address(cursor.takeWhile(_ -> true), at);
  }

  private void require(Output output, Function function, String text, int at)
      throws LessonException {
    if (!Output.of(function).contains(output)) {
      throw cursor.fault(Kind.NOT_OF_THIS_CALL, at, OperandReader.shown(text), function.cName());
    }
  }
}
