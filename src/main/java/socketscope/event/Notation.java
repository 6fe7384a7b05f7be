package socketscope.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.constant.Value;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;

/** Reads single arguments in the notation of the lessons, which is nearly that of strace(1). */
public final class Notation {

  private static final Pattern EXPRESSION =
      Pattern.compile(
          "-?[0-9]+|0x[0-9a-fA-F]+"
              + "|(?:[A-Z][A-Z0-9_]*|0x[0-9a-fA-F]+)(?:\\s*\\|\\s*(?:[A-Z][A-Z0-9_]*|0x[0-9a-fA-F]+))*");
  private static final Pattern POINTER = Pattern.compile("(NULL|BAD)(?:\\s*\\*\\s*([0-9]{1,18}))?");
  private static final Pattern TIMES = Pattern.compile("(.*?)\\s*\\*\\s*([0-9]{1,9})");
  private static final Pattern FIELD =
      Pattern.compile("([a-z][a-z0-9_.]*)\\s*=\\s*(.*)", Pattern.DOTALL);
  private static final String HEX = "hex:";

  private final Constants constants;

  Notation(Constants constants) {
    this.constants = constants;
  }

  /**
   * Reads what a system has written, as {@link Object#toString} tells it.
   *
   * @throws NotationException where it is nothing of that kind
   */
  public static Argument written(String text, Constants constants) throws NotationException {
    return text.startsWith("\"") || text.startsWith(HEX)
        ? new Argument.Data(data(text))
        : new Notation(constants).several(text);
  }

  /**
   * Reads an argument.
   *
   * @param before the arguments before it, on which some constants depend: an option on its level
   */
  Argument argument(Parameter parameter, String given, List<Argument> before)
      throws NotationException {
    String text = given.strip();
    return switch (parameter.kind()) {
      case DESCRIPTOR -> new Argument.Descriptor((int) number(text, true));
      case NUMBER -> new Argument.Number(number(text, false));
      case CONSTANT -> constant(parameter, text, before);
      case ADDRESS -> {
        Optional<Argument> pointer = pointer(text);
        yield pointer.isPresent() ? pointer.get() : new Argument.Address(SocketAddress.parse(text));
      }
      case DATA -> {
        Optional<Argument> pointer = pointerWithSize(text);
        yield pointer.isPresent() ? pointer.get() : new Argument.Data(data(text));
      }
      case SIZE -> {
        Optional<Argument> pointer = pointerWithSize(text);
        yield pointer.isPresent() ? pointer.get() : new Argument.Number(number(text, false));
      }
      case ROOM -> {
        Optional<Argument> pointer = pointer(text);
        yield pointer.isPresent() ? pointer.get() : new Argument.Number(number(text, false));
      }
      case WORD -> {
        Optional<Argument> pointer = pointer(text);
        yield pointer.isPresent() ? pointer.get() : constant(parameter, text, before);
      }
      case POINTER ->
          pointer(text)
              .orElseThrow(() -> new NotationException(NotationException.Reason.POINTER, text, 0));
      case VALUE, REQUEST -> value(text, before);
      case PATH -> {
        Optional<Argument> pointer = pointer(text);
        yield pointer.isPresent() ? pointer.get() : path(text);
      }
      case ENTRIES -> {
        Optional<Argument> pointer = pointerWithSize(text);
        yield pointer.isPresent() ? pointer.get() : new Argument.Number(number(text, false));
      }
      case CONTROL -> text.startsWith("[") ? sequence(parameter, text) : value(text, before);
      case STRUCTURE -> {
        Optional<Argument> pointer = pointer(text);
        yield pointer.isPresent() ? pointer.get() : structure(parameter, text);
      }
      case SEQUENCE -> {
        Optional<Argument> pointer = pointerWithSize(text);
        yield pointer.isPresent() ? pointer.get() : sequence(parameter, text);
      }
    };
  }

  private static Optional<Argument> pointer(String text) {
    return text.equals("NULL") || text.equals("BAD")
        ? Optional.of(new Argument.Pointer(Argument.Wild.valueOf(text), Argument.Pointer.UNSAID))
        : Optional.empty();
  }

  /** Without a size it is one byte, or one descriptor, that is not there. */
  private static Optional<Argument> pointerWithSize(String text) {
    Matcher matcher = POINTER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long size = matcher.group(2) == null ? 1 : Long.parseLong(matcher.group(2));
    return Optional.of(new Argument.Pointer(Argument.Wild.valueOf(matcher.group(1)), size));
  }

  private static Argument path(String text) throws NotationException {
    SocketAddress address = SocketAddress.parse(text);
    if (address instanceof SocketAddress.Unix unix && !unix.abstractName()) {
      return new Argument.Address(address);
    }
    throw new NotationException(NotationException.Reason.ADDRESS, text, 0);
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

  private Argument constant(Parameter parameter, String text, List<Argument> before)
      throws NotationException {
    if (!EXPRESSION.matcher(text).matches()) {
      throw new NotationException(NotationException.Reason.CONSTANT, text, 0);
    }
    ConstantSet set = Optional.ofNullable(parameter.constants()).orElse(ConstantSet.NUMBER);
    Optional<Constant> known =
        before.isEmpty() || !(before.getLast() instanceof Argument.Named(Constant last))
            ? constants.parse(set, text)
            : switch (set) {
              case OPTION -> constants.parseOption(last, text);
              case CONTROL_TYPE -> constants.parseControlType(last, text);
              case FILE_FLAGS -> constants.parse(ConstantSet.argumentOf(last), text);
              default -> constants.parse(set, text);
            };
    return new Argument.Named(
        known.orElseThrow(
            () -> new NotationException(NotationException.Reason.UNKNOWN_CONSTANT, text, 0)));
  }

  /** {@code "hola"}, {@code hex:00ff10}, and either of them {@code * 1000}. */
  static Bytes data(String text) throws NotationException {
    Matcher times = TIMES.matcher(text);
    if (!text.endsWith("\"") && times.matches()) {
      try {
        return data(times.group(1)).times(Integer.parseInt(times.group(2)));
      } catch (IllegalArgumentException e) {
        throw new NotationException(
            NotationException.Reason.NUMBER, times.group(2), times.start(2));
      }
    }
    if (text.startsWith(HEX)) {
      return hex(text);
    }
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      throw new NotationException(NotationException.Reason.DATA, text, 0);
    }
    try {
      return Bytes.unescape(text.substring(1, text.length() - 1));
    } catch (NotationException e) {
      throw e.within(1);
    }
  }

  private static Bytes hex(String text) throws NotationException {
    try {
      return Bytes.ofHex(text.substring(HEX.length()).replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new NotationException(NotationException.Reason.DATA, text, 0);
    }
  }

  /** An option's value as it was given, or what a system has reported. */
  private Argument value(String text) throws NotationException {
    Optional<Argument> pointer = pointer(text);
    if (pointer.isPresent()) {
      return pointer.get();
    }
    if (text.startsWith("\"") || text.startsWith(HEX)) {
      return new Argument.Data(data(text));
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return several(text);
    }
    return EXPRESSION.matcher(text).matches() && constants.resolve(text).isPresent()
        ? Argument.of(new Value.Word(text.replaceAll("\\s", "")), constants)
        : new Argument.Number(number(text, false));
  }

  private Argument several(String text) throws NotationException {
    try {
      return Argument.of(Value.parse(text), constants);
    } catch (ValueException e) {
      boolean escape = e.reason() == ValueException.Reason.ESCAPE;
      NotationException.Reason reason = escape ? NotationException.Reason.ESCAPE : reasonOf(text);
      throw new NotationException(reason, escape ? e.part() : text, escape ? e.offset() : 0);
    }
  }

  private static NotationException.Reason reasonOf(String text) {
    return text.startsWith("{")
        ? NotationException.Reason.STRUCTURE
        : NotationException.Reason.SEQUENCE;
  }

  /** The value of an option or of a request, which lies in memory as that says. */
  private Argument value(String text, List<Argument> before) throws NotationException {
    Optional<ValueForm> form = form(before);
    if (form.isPresent() && form.get().takes(new Value.Word(text))) {
      return Argument.of(new Value.Word(text), constants);
    }
    Argument value = value(text);
    if (form.isPresent() && !(value instanceof Argument.Pointer)) {
      check(value, text, form.get());
    }
    return value;
  }

  /** The form of what follows an option or a request. */
  private Optional<ValueForm> form(List<Argument> before) {
    if (before.isEmpty() || !(before.getLast() instanceof Argument.Named(Constant last))) {
      return Optional.empty();
    }
    return switch (last.set()) {
      case OPTION -> Optional.of(constants.optionForm(last.level(), last.number()));
      case IOCTL_REQUEST -> Optional.of(constants.requestForm(last.number()));
      default -> Optional.empty();
    };
  }

  private static void check(Argument value, String text, ValueForm form) throws NotationException {
    try {
      form.encode(value.asValue());
    } catch (ValueException e) {
      int offset = Math.max(0, text.indexOf(e.part()));
      throw switch (e.reason()) {
        case CONSTANT ->
            new NotationException(NotationException.Reason.UNKNOWN_CONSTANT, e.part(), offset);
        case ADDRESS -> new NotationException(NotationException.Reason.ADDRESS, e.part(), offset);
        case ESCAPE -> new NotationException(NotationException.Reason.ESCAPE, e.part(), offset);
        case NOTATION, FIELD, FORM, LENGTH ->
            new NotationException(NotationException.Reason.STRUCTURE, form.usage(), offset);
      };
    }
  }

  private Argument structure(Parameter parameter, String text) throws NotationException {
    List<Argument.Field> fields = new ArrayList<>();
    for (Part part : parts(parameter, text)) {
      try {
        List<Argument> before = fields.stream().map(Argument.Field::value).toList();
        Argument value = argument(part.parameter(), part.text(), before);
        fields.add(new Argument.Field(part.parameter().name(), part.named(), value));
      } catch (NotationException e) {
        throw e.within(part.start());
      }
    }
    return new Argument.Structure(fields);
  }

  private Argument sequence(Parameter parameter, String text) throws NotationException {
    List<Argument> elements = new ArrayList<>();
    for (Part part : parts(parameter, text)) {
      try {
        elements.add(argument(part.parameter(), part.text(), List.of()));
      } catch (NotationException e) {
        throw e.within(part.start());
      }
    }
    return new Argument.Sequence(elements);
  }

  /**
   * A field of a structure or an element of a sequence, as it is written.
   *
   * @param parameter what it is to be
   * @param named whether a field's name is written before it
   * @param start where its text starts in that of the whole
   */
  public record Part(Parameter parameter, boolean named, String text, int start) {}

  /**
   * The parts of a structure, {@code {3, POLLIN}} or {@code {fd=3, events=POLLIN}}, or of a
   * sequence, {@code ["AB", "CD"]}.
   *
   * @throws NotationException where it is none, or fields are missing or too many
   */
  public static List<Part> parts(Parameter whole, String text) throws NotationException {
    boolean structure = whole.kind() == Parameter.Kind.STRUCTURE;
    List<Part> parts = new ArrayList<>();
    for (Piece piece : structure ? pieces(text, '{', '}') : pieces(text, '[', ']')) {
      if (!structure) {
        parts.add(new Part(whole.parts().getFirst(), false, piece.text(), piece.start()));
        continue;
      }
      Matcher matcher = FIELD.matcher(piece.text());
      boolean named = matcher.matches() && indexOf(whole, matcher.group(1)) >= 0;
      int at = named ? indexOf(whole, matcher.group(1)) : parts.size();
      if (at >= whole.parts().size()) {
        throw new NotationException(
            NotationException.Reason.STRUCTURE, usage(whole), piece.start());
      }
      parts.add(
          new Part(
              whole.parts().get(at),
              named,
              named ? matcher.group(2) : piece.text(),
              piece.start() + (named ? matcher.start(2) : 0)));
    }
    for (Parameter field : structure ? whole.parts() : List.<Parameter>of()) {
      boolean given = parts.stream().anyMatch(part -> part.parameter().equals(field));
      if (!given && !field.optional()) {
        throw new NotationException(NotationException.Reason.STRUCTURE, usage(whole), 0);
      }
    }
    return parts;
  }

  private static int indexOf(Parameter structure, String field) {
    for (int i = 0; i < structure.parts().size(); i++) {
      if (structure.parts().get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /** How a structure is written: {@code {fd, events}}. */
  private static String usage(Parameter structure) {
    return "{" + String.join(", ", structure.parts().stream().map(Parameter::name).toList()) + "}";
  }

  /** A part of a text, and where it starts. */
  private record Piece(String text, int start) {}

  /** What commas part between two brackets, of which there may be nothing. */
  private static List<Piece> pieces(String text, char open, char close) throws NotationException {
    NotationException.Reason reason =
        open == '{' ? NotationException.Reason.STRUCTURE : NotationException.Reason.SEQUENCE;
    int last = text.length() - 1;
    if (last < 1 || text.charAt(0) != open || text.charAt(last) != close) {
      throw new NotationException(reason, text, 0);
    }
    String inner = text.substring(1, last);
    List<Piece> parts = new ArrayList<>();
    int start = 0;
    for (String raw : inner.isBlank() ? List.<String>of() : Call.splitRaw(inner)) {
      String stripped = raw.strip();
      if (stripped.isEmpty()) {
        throw new NotationException(reason, text, 0);
      }
      parts.add(new Piece(stripped, 1 + start + raw.indexOf(stripped)));
      start += raw.length() + 1;
    }
    return parts;
  }
}
