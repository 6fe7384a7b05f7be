package socketscope.event;

import java.util.regex.Pattern;

/** Reads single arguments in the notation of the lessons, which is nearly that of strace(1). */
final class Notation {

  private static final Pattern CONSTANT =
      Pattern.compile("-?[0-9]+|0x[0-9a-fA-F]+|[A-Z][A-Z0-9_]*(\\s*\\|\\s*[A-Z][A-Z0-9_]*)*");

  private Notation() {}

  static Argument argument(Parameter.Kind kind, String given) throws NotationException {
    String text = given.strip();
    return switch (kind) {
      case DESCRIPTOR -> new Argument.Descriptor((int) number(text, true));
      case NUMBER -> new Argument.Number(number(text, false));
      case CONSTANT -> constant(text);
      case ADDRESS -> new Argument.Address(SocketAddress.parse(text));
      case DATA -> data(text);
    };
  }

  private static long number(String text, boolean descriptor) throws NotationException {
    NotationException.Reason reason =
        descriptor ? NotationException.Reason.DESCRIPTOR : NotationException.Reason.NUMBER;
    try {
      return descriptor ? Integer.parseInt(text) : Long.decode(text);
    } catch (NumberFormatException e) {
      throw new NotationException(reason, text, 0);
    }
  }

  private static Argument constant(String text) throws NotationException {
    if (!CONSTANT.matcher(text).matches()) {
      throw new NotationException(NotationException.Reason.CONSTANT, text, 0);
    }
    return new Argument.Constant(text.replaceAll("\\s", ""));
  }

  private static Argument data(String text) throws NotationException {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      throw new NotationException(NotationException.Reason.DATA, text, 0);
    }
    try {
      return new Argument.Data(Bytes.unescape(text.substring(1, text.length() - 1)));
    } catch (NotationException e) {
      throw e.within(1);
    }
  }
}
