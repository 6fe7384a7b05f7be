package socketscope.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.event.Parameter.Kind;

/**
 * A system call with its arguments. Its {@code toString} writes it as a lesson does: {@code bind(5,
 * 127.0.0.1:5000)}.
 *
 * @param arguments one for each parameter of the function, of its kind; optional ones at the end
 *     may be missing
 */
public record Call(Function function, List<Argument> arguments) {

  private static final Bytes NO_BYTES = Bytes.copyOf(new byte[0]);

  /** Checks that the arguments fit the parameters. */
  public Call {
    arguments = List.copyOf(arguments);
    List<Parameter> parameters = function.parameters();
    boolean fits =
        arguments.size() <= parameters.size()
            && parameters.stream().skip(arguments.size()).allMatch(Parameter::optional);
    for (int i = 0; fits && i < arguments.size(); i++) {
      fits = parameters.get(i).takes(arguments.get(i));
    }
    if (!fits) {
      throw new IllegalArgumentException(function.usage() + " with " + arguments);
    }
  }

  /**
   * Reads a call of this system, as {@link #parse(Function, List, Constants)}.
   *
   * @throws NotationException with the offset within the argument at fault
   */
  public static Call parse(Function function, List<String> texts) throws NotationException {
    return parse(function, texts, Constants.local());
  }

  /**
   * Reads a call from the texts of its arguments. Trailing ones may be left out where they have a
   * usual value.
   *
   * @param constants those of the system on which the call is made, or was
   * @throws NotationException with the offset within the argument at fault
   */
  public static Call parse(Function function, List<String> texts, Constants constants)
      throws NotationException {
    List<Parameter> parameters = function.parameters();
    List<Argument> arguments = new ArrayList<>(parameters.size());
    Notation notation = new Notation(constants);
    for (int i = 0; i < parameters.size(); i++) {
      String text = i < texts.size() ? texts.get(i) : parameters.get(i).usual();
      if (text == null && parameters.get(i).optional()) {
        break;
      }
      if (text == null) {
        throw new NotationException(NotationException.Reason.ARGUMENTS, function.usage(), 0);
      }
      arguments.add(notation.argument(parameters.get(i), text, arguments));
    }
    if (texts.size() > parameters.size()) {
      throw new NotationException(NotationException.Reason.ARGUMENTS, function.usage(), 0);
    }
    return new Call(function, arguments);
  }

  /** The arguments in a text: what commas part that stand in no quotes, brackets or braces. */
  public static List<String> split(String text) {
    return splitRaw(text).stream().map(String::strip).toList();
  }

  /** The same with the blanks around them. */
  static List<String> splitRaw(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        at += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == ',' && depth <= 0) {
        parts.add(text.substring(start, at));
        start = at + 1;
      } else {
        quoted = c == '"';
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Whether it is a call of that function, or of one of those. */
  public boolean is(Function... functions) {
    return List.of(functions).contains(function);
  }

  /** The argument at that place; empty where it is an optional one that is missing. */
  public Optional<Argument> argument(int index) {
    return index >= 0 && index < arguments.size()
        ? Optional.of(arguments.get(index))
        : Optional.empty();
  }

  /** The argument at that place, which is known to be of that kind. */
  public <A extends Argument> A argument(int index, Class<A> kind) {
    return kind.cast(arguments.get(index));
  }

  /** The argument of that name; empty where the call has none, or it is missing. */
  public Optional<Argument> argument(String parameter) {
    return argument(function.index(parameter));
  }

  /** The descriptor it is made on; empty for a call that has none, such as socket(). */
  public OptionalInt descriptor() {
    return !arguments.isEmpty() && arguments.getFirst() instanceof Argument.Descriptor(int number)
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }

  /** The constant that stands for the parameter of that name; empty where there is none. */
  public Optional<Constant> constant(String parameter) {
    return argument(parameter)
        .filter(Argument.Named.class::isInstance)
        .map(argument -> ((Argument.Named) argument).constant());
  }

  /**
   * Whether the constant for that parameter is the one of that name: {@code ("how", "SHUT_WR")}.
   */
  public boolean is(String parameter, String name) {
    return constant(parameter).filter(constant -> constant.is(name)).isPresent();
  }

  /** Whether one of its flags for sending or receiving is the one of that name. */
  public boolean hasFlag(String name) {
    return constant("flags").filter(flags -> flags.has(name)).isPresent();
  }

  /** Whether it gives one more descriptor to what its first argument stands for. */
  public boolean duplicates() {
    return function.creates() == Function.Creates.DUPLICATE
        && (function != Function.FCNTL || is("op", "F_DUPFD") || is("op", "F_DUPFD_CLOEXEC"));
  }

  /** The number that stands for the parameter of that name; empty where there is none. */
  public Optional<Long> number(String parameter) {
    return argument(parameter)
        .filter(Argument.Number.class::isInstance)
        .map(argument -> ((Argument.Number) argument).value());
  }

  /** The address that it gives the kernel; empty where it gives none, or a bad pointer. */
  public Optional<SocketAddress> address() {
    return addresses().stream().findFirst();
  }

  /** Every address that it gives the kernel, those inside of structures too, in order. */
  public List<SocketAddress> addresses() {
    return addressesIn(arguments.stream()).toList();
  }

  private static Stream<SocketAddress> addressesIn(Stream<Argument> arguments) {
    return arguments
        .flatMap(Argument::leaves)
        .filter(Argument.Address.class::isInstance)
        .map(argument -> ((Argument.Address) argument).address());
  }

  /**
   * The bytes that it is to send, joined where they lie in several places; none where it sends
   * nothing, or from a bad pointer.
   */
  public Bytes data() {
    if (!function.sends()) {
      return NO_BYTES;
    }
    List<Bytes> pieces = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      collect(function.parameters().get(i), arguments.get(i), pieces);
    }
    return pieces.size() == 1 ? pieces.getFirst() : Bytes.joined(pieces);
  }

  private static void collect(Parameter parameter, Argument argument, List<Bytes> pieces) {
    switch (argument) {
      case Argument.Data(Bytes bytes) when parameter.kind() == Kind.DATA -> pieces.add(bytes);
      case Argument.Sequence(List<Argument> elements) when parameter.kind() == Kind.SEQUENCE ->
          elements.forEach(element -> collect(parameter.parts().getFirst(), element, pieces));
      case Argument.Structure structure when parameter.kind() == Kind.STRUCTURE ->
          parameter
              .parts()
              .forEach(part ->
                  structure.field(part.name()).ifPresent(value -> collect(part, value, pieces)));
      default -> {}
    }
  }

  /**
   * How many bytes it is to send, or to receive at most; 0 where it does neither.
   *
   * @see Function#moves()
   */
  public long size() {
    if (!function.moves()) {
      return 0;
    }
    return sizeOf(function.parameters(), arguments);
  }

  private static long sizeOf(List<Parameter> parameters, List<Argument> arguments) {
    long sum = 0;
    for (int i = 0; i < arguments.size(); i++) {
      sum += sizeOf(parameters.get(i), arguments.get(i));
    }
    return sum;
  }

  private static long sizeOf(Parameter parameter, Argument argument) {
    boolean memory = parameter.kind() == Kind.DATA || parameter.kind() == Kind.SIZE;
    return switch (argument) {
      case Argument.Data(Bytes bytes) -> memory ? bytes.length() : 0;
      case Argument.Number(long size) -> memory ? size : 0;
      case Argument.Pointer(_, long size) -> memory ? size : 0;
      case Argument.Sequence(List<Argument> elements) ->
          parameter.kind() == Kind.SEQUENCE
              ? elements.stream()
                  .mapToLong(element -> sizeOf(parameter.parts().getFirst(), element))
                  .sum()
              : 0;
      case Argument.Structure structure ->
          parameter.kind() == Kind.STRUCTURE
              ? parameter.parts().stream()
                  .mapToLong(part ->
                      structure.field(part.name()).map(field -> sizeOf(part, field)).orElse(0L))
                  .sum()
              : 0;
      case Argument.Descriptor _, Argument.Named _, Argument.Address _, Argument.Text _ -> 0;
    };
  }

  /**
   * What a call that sends has handed over in one piece.
   *
   * @param bytes how many
   * @param to where to; empty where it goes to the socket's own peer
   */
  public record Sent(long bytes, Optional<SocketAddress> to) {}

  /**
   * What it has sent: one piece, or, of a call that counts messages, each of those that the kernel
   * took.
   *
   * @param result of this call; nothing was sent where it failed
   */
  public List<Sent> sent(Result result) {
    if (!function.sends() || result.failed()) {
      return List.of();
    }
    if (function.countsBytes()) {
      return List.of(new Sent(result.value(), address()));
    }
    List<Sent> messages = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Parameter parameter = function.parameters().get(i);
      if (arguments.get(i) instanceof Argument.Sequence(List<Argument> elements)) {
        elements.stream()
            .limit(result.value())
            .map(message ->
                new Sent(
                    sizeOf(parameter.parts().getFirst(), message),
                    addressesIn(Stream.of(message)).findFirst()))
            .forEach(messages::add);
      }
    }
    return messages;
  }

  /**
   * How many bytes of each message it has received, where it counts messages: no more than there
   * was room for.
   *
   * @param result of this call, which succeeded
   */
  public List<Long> received(Result result) {
    List<Long> lengths = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Parameter parameter = function.parameters().get(i);
      if (arguments.get(i) instanceof Argument.Sequence(List<Argument> rooms)
          && result.written() instanceof Argument.Sequence(List<Argument> told)) {
        for (int k = 0; k < told.size(); k++) {
          long length =
              told.get(k) instanceof Argument.Structure one
                      && one.field("msg_len").orElse(null) instanceof Argument.Number(long number)
                  ? number
                  : 0;
          lengths.add(Math.min(length, sizeOf(parameter.parts().getFirst(), rooms.get(k))));
        }
      }
    }
    return lengths;
  }

  /**
   * How many bytes it has moved, out or in; 0 where it does neither, and where it failed.
   *
   * @param result of this call
   */
  public long moved(Result result) {
    if (result.failed()) {
      return 0;
    }
    if (function.sends()) {
      return sent(result).stream().mapToLong(Sent::bytes).sum();
    }
    Bytes data = result.data();
    return function.countsBytes() ? result.value() : data == null ? 0 : data.length();
  }

  /** Every descriptor that it is given, those inside of structures too, in order. */
  public List<Integer> descriptors() {
    return arguments.stream()
        .flatMap(Argument::leaves)
        .filter(Argument.Descriptor.class::isInstance)
        .map(argument -> ((Argument.Descriptor) argument).number())
        .toList();
  }

  /** A descriptor that the call is to watch, and what for. */
  public record Watch(int descriptor, Constant events) {}

  /** What poll() is to watch; empty for other calls, and for a bad pointer. */
  public List<Watch> watched() {
    return argument("fds").orElse(null) instanceof Argument.Sequence entries
        ? watched(entries)
        : List.of();
  }

  /** What those entries are to watch. */
  public static List<Watch> watched(Argument.Sequence entries) {
    List<Watch> watches = new ArrayList<>();
    for (Argument element : entries.elements()) {
      if (element instanceof Argument.Structure entry
          && entry.field("fd").orElse(null) instanceof Argument.Descriptor(int number)
          && entry.field("events").orElse(null) instanceof Argument.Named(Constant events)) {
        watches.add(new Watch(number, events));
      }
    }
    return watches;
  }

  @Override
  public String toString() {
    return arguments.stream()
        .map(Argument::toString)
        .collect(Collectors.joining(", ", function.cName() + "(", ")"));
  }
}
