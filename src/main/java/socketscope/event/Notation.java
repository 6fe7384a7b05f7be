package socketscope.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single arguments in the notation of the lessons, which is nearly that of strace(1). */
final class Notation {

  private static final String EXPRESSION =
      "-?[0-9]+|0x[0-9a-fA-F]+|[A-Z][A-Z0-9_]*(?:\\s*\\|\\s*[A-Z][A-Z0-9_]*)*";
  private static final Pattern CONSTANT = Pattern.compile(EXPRESSION);
  private static final Pattern POINTER = Pattern.compile("(NULL|BAD)(?:\\s*\\*\\s*([0-9]{1,18}))?");
  private static final Pattern TIMES = Pattern.compile("(.*?)\\s*\\*\\s*([0-9]{1,9})");
  private static final Pattern WATCH =
      Pattern.compile("\\{\\s*(-?[0-9]+)\\s*,\\s*(" + EXPRESSION + ")\\s*}");
  private static final String HEX = "hex:";

  private Notation() {}

  static Argument argument(Parameter.Kind kind, String given) throws NotationException {
    String text = given.strip();
    return switch (kind) {
      case DESCRIPTOR -> new Argument.Descriptor((int) number(text, true));
      case NUMBER -> new Argument.Number(number(text, false));
      case CONSTANT -> constant(text);
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
        yield pointer.isPresent() ? pointer.get() : constant(text);
      }
      case POINTER ->
          pointer(text)
              .orElseThrow(() -> new NotationException(NotationException.Reason.POINTER, text, 0));
      case VALUE -> value(text);
      case WATCHED -> watched(text);
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
    return new Argument.Constant(withoutBlanks(text));
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s", "");
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
      return Bytes.ofHex(withoutBlanks(text.substring(HEX.length())));
    } catch (IllegalArgumentException e) {
      throw new NotationException(NotationException.Reason.DATA, text, 0);
    }
  }

  private static Argument value(String text) throws NotationException {
    Optional<Argument> pointer = pointer(text);
    if (pointer.isPresent()) {
      return pointer.get();
    }
    if (text.startsWith("\"") || text.startsWith(HEX)) {
      return new Argument.Data(data(text));
    }
    return text.startsWith("{") ? structure(text) : new Argument.Number(number(text, false));
  }

  private static Argument structure(String text) throws NotationException {
    if (!text.endsWith("}")) {
      throw new NotationException(NotationException.Reason.NUMBER, text, 0);
    }
    List<Long> fields = new ArrayList<>();
    int at = 1;
    for (String field : text.substring(1, text.length() - 1).split(",", -1)) {
      try {
        fields.add(number(field.strip(), false));
      } catch (NotationException e) {
        throw e.within(at);
      }
      at += field.length() + 1;
    }
    return new Argument.Structure(fields);
  }

  private static Argument watched(String text) throws NotationException {
    Optional<Argument> pointer = pointerWithSize(text);
    if (pointer.isPresent()) {
      return pointer.get();
    }
    List<Argument.Watch> watches = new ArrayList<>();
    for (Text watch : watches(text)) {
      Matcher matcher = WATCH.matcher(watch.text());
      if (!matcher.matches()) {
        throw new NotationException(NotationException.Reason.WATCHED, watch.text(), watch.start());
      }
      try {
        watches.add(
            new Argument.Watch(
                (int) number(matcher.group(1), true), withoutBlanks(matcher.group(2))));
      } catch (NotationException e) {
        throw e.within(watch.start());
      }
    }
    return new Argument.Watched(watches);
  }

  /** A part of a text, and where it starts. */
  record Text(String text, int start) {}

  /** The parts in braces of {@code [{l, POLLIN}, {s, POLLOUT}]}, of which there may be none. */
  static List<Text> watches(String text) throws NotationException {
    List<Text> parts = new ArrayList<>();
    boolean bracketed = text.length() >= 2 && text.startsWith("[") && text.endsWith("]");
    if (!bracketed) {
      throw new NotationException(NotationException.Reason.WATCHED, text, 0);
    }
    String inner = text.substring(1, text.length() - 1);
    int start = 0;
    while (start < inner.length() && !inner.isBlank()) {
      int close = inner.indexOf('}', start);
      int end = close < 0 ? inner.length() : close + 1;
      String part = inner.substring(start, end);
      String stripped = part.stripLeading();
      parts.add(new Text(stripped, 1 + start + part.length() - stripped.length()));
      int comma = inner.indexOf(',', end);
      if (!inner.substring(end, comma < 0 ? inner.length() : comma).isBlank()) {
        throw new NotationException(NotationException.Reason.WATCHED, text, 0);
      }
      start = comma < 0 ? inner.length() : comma + 1;
      if (comma >= 0 && inner.substring(start).isBlank()) {
        throw new NotationException(NotationException.Reason.WATCHED, text, 0);
      }
    }
    return parts;
  }
}
