package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.constant.ConstantSet;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/**
 * Calls with structures and arrays as strace writes them. How an argument is spelled follows from
 * the kind of its parameter, so that a further call of the same kinds needs nothing here.
 *
 * <p>What strace reads of memory that the kernel has written, such as the timeout that select()
 * leaves, and no event tells, has its name here: {@code left timeout}.
 */
final class StraceStructures {

  private static final String TIMEOUT = "timeout";

  private final Call call;
  private final @Nullable Result result;

  StraceStructures(Call call, @Nullable Result result) {
    this.call = call;
    this.result = result;
  }

  private boolean succeeded() {
    return result != null && !result.failed();
  }

  /** Whether C writes a call so, too: one with structures, arrays or a path. */
  static boolean suits(Function function) {
    return function.has(Parameter.Kind.STRUCTURE)
        || function.has(Parameter.Kind.ENTRIES)
        || function.has(Parameter.Kind.PATH)
        || function.has(Parameter.Kind.SEQUENCE) && function != Function.POLL
        || function.creates() == Function.Creates.DESCRIPTOR_PAIR
        || !function.passes().isEmpty();
  }

  /** The call of the C library, with the same structures. */
  String inC() {
    return call.function().cName() + "(" + String.join(", ", values(false)) + ")";
  }

  String text() {
    return systemCall()
        + "("
        + String.join(", ", values(true))
        + switch (call.function()) {
          case PIPE -> ", 0)";
          case SELECT -> ", NULL)";
          default -> ")";
        };
  }

  private List<String> values(boolean kernel) {
    List<String> values = new ArrayList<>();
    List<Parameter> parameters = call.function().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).kind() == Parameter.Kind.ROOM) {
        values.addAll(room(i));
        i++; // the address and its length are two parameters
      } else {
        values.addAll(spelled(i, parameters.get(i), call.argument(i).orElse(null)));
      }
    }
    List<Integer> places = call.function().passes();
    List<String> placed = places.isEmpty() ? values : places.stream().map(values::get).toList();
    return kernel || call.function() != Function.SELECT ? placed : withMicroseconds(placed);
  }

  /** select() is given a struct timeval, of which the kernel is given a struct timespec. */
  private List<String> withMicroseconds(List<String> values) {
    List<String> given = new ArrayList<>(values);
    if (call.argument(TIMEOUT).orElse(null) instanceof Argument.Structure timeout) {
      List<Long> numbers = timeout.numbers();
      given.set(
          values.size() - 1,
          "{tv_sec=%d, tv_usec=%d}".formatted(numbers.getFirst(), numbers.getLast()));
    }
    return given;
  }

  /** The call that the C library makes of the function (its manual page, "C library/kernel"). */
  private String systemCall() {
    return switch (call.function()) {
      case PIPE -> "pipe2";
      case EVENTFD -> "eventfd2";
      case SELECT -> "pselect6";
      default -> call.function().cName();
    };
  }

  private List<String> spelled(int index, Parameter parameter, @Nullable Argument argument) {
    return switch (parameter.kind()) {
      case DESCRIPTOR, NUMBER, VALUE, REQUEST, CONTROL, WORD -> List.of(String.valueOf(argument));
      case CONSTANT ->
          List.of(
              argument instanceof Argument.Named(var constant)
                  ? StraceFlags.of(constant)
                  : String.valueOf(argument));
      case DATA, SIZE -> bytes(argument);
      case ADDRESS -> List.of(address(argument));
      case POINTER ->
          List.of(
              argument instanceof Argument.Pointer(Argument.Wild to, _)
                  ? StraceSpelling.pointer(to)
                  : succeeded() && result != null
                      ? result.descriptors().toString()
                      : parameter.name());
      case PATH -> List.of(path(argument));
      case ENTRIES -> entries(argument);
      case STRUCTURE -> List.of(structure(parameter, argument));
      case SEQUENCE -> sequence(parameter, argument);
      case ROOM -> room(index);
    };
  }

  private List<String> room(int index) {
    OutputBuffer output = OutputBuffer.of(call, index, AddressSpelling.BUFFER);
    SocketAddress address = result == null ? null : result.address();
    boolean tells = output.buffer() == null && address != null;
    return List.of(
        tells ? AddressSpelling.structure(address) : OutputBuffer.pointer(output.buffer(), "addr"),
        output.lengths(result, "addr"));
  }

  private List<String> bytes(@Nullable Argument argument) {
    return switch (argument) {
      case Argument.Data(Bytes bytes) ->
          List.of(ByteSpelling.quoted(bytes), Integer.toString(bytes.length()));
      case Argument.Pointer(Argument.Wild to, long size) ->
          List.of(StraceSpelling.pointer(to), Long.toString(size));
      case Argument.Number(long size) ->
          List.of(
              succeeded() && result != null && result.data() != null
                  ? ByteSpelling.quoted(result.data())
                  : "buf",
              Long.toUnsignedString(size));
      case null, default -> throw new IllegalArgumentException(call.toString());
    };
  }

  private static String address(@Nullable Argument argument) {
    return argument instanceof Argument.Address(SocketAddress address)
        ? AddressSpelling.structure(address)
        : pointer(argument);
  }

  private static String pointer(@Nullable Argument argument) {
    return argument instanceof Argument.Pointer(Argument.Wild to, _)
        ? StraceSpelling.pointer(to)
        : "NULL";
  }

  private static String path(@Nullable Argument argument) {
    return argument instanceof Argument.Address(SocketAddress.Unix unix)
        ? ByteSpelling.whole(unix.name())
        : pointer(argument);
  }

  /** What epoll_wait() has found, and for how many there was room. */
  private List<String> entries(@Nullable Argument argument) {
    if (argument instanceof Argument.Pointer(Argument.Wild to, long size)) {
      return List.of(StraceSpelling.pointer(to), Long.toString(size));
    }
    String found =
        !succeeded() || result == null
            ? "events"
            : result.written() instanceof Argument.Sequence(List<Argument> events)
                ? events.stream()
                    .map(event -> event((Argument.Structure) event))
                    .collect(Collectors.joining(", ", "[", "]"))
                : "[]";
    return List.of(found, String.valueOf(argument));
  }

  private String structure(Parameter parameter, @Nullable Argument argument) {
    if (parameter.name().equals("event") && call.is("op", "EPOLL_CTL_DEL")) {
      return argument instanceof Argument.Pointer ? pointer(argument) : "event";
    }
    if (!(argument instanceof Argument.Structure structure)) {
      return pointer(argument);
    }
    return switch (parameter.name()) {
      case TIMEOUT -> time(structure);
      case "event" -> event(structure);
      default -> new StraceMessages(call, result).one(structure);
    };
  }

  /** The kernel is given nanoseconds, where the function is given microseconds, too. */
  private String time(Argument.Structure timeout) {
    List<Long> numbers = timeout.numbers();
    long fraction = numbers.getLast();
    return "{tv_sec=%d, tv_nsec=%d}"
        .formatted(
            numbers.getFirst(), call.function() == Function.SELECT ? fraction * 1000 : fraction);
  }

  /** struct epoll_event; what of the list it belongs to is usually the descriptor's number. */
  private String event(Argument.Structure event) {
    List<Argument> values = event.fields().stream().map(Argument.Field::value).toList();
    long data =
        values.size() > 1
            ? number(values.getLast())
            : call.argument("fd").map(StraceStructures::number).orElse(0L);
    return "{events=%s, data={u32=%s, u64=%s}}"
        .formatted(
            StraceFlags.of(ConstantSet.EPOLL_EVENTS, number(values.getFirst())),
            Long.toString(data & 0xffffffffL),
            Long.toUnsignedString(data));
  }

  private List<String> sequence(Parameter parameter, @Nullable Argument argument) {
    if (argument instanceof Argument.Pointer(Argument.Wild to, long size)) {
      return parameter.parts().getFirst().kind() == Parameter.Kind.DESCRIPTOR
          ? List.of(StraceSpelling.pointer(to))
          : List.of(StraceSpelling.pointer(to), Long.toString(size));
    }
    List<Argument> elements = ((Argument.Sequence) argument).elements();
    return switch (parameter.parts().getFirst().kind()) {
      case DESCRIPTOR -> List.of(descriptorSet(elements));
      case DATA, SIZE ->
          List.of(
              StraceMessages.vector(elements, succeeded() && result != null ? result.data() : null),
              Integer.toString(elements.size()));
      default ->
          List.of(
              new StraceMessages(call, result).several(parameter, elements),
              Integer.toString(elements.size()));
    };
  }

  private String descriptorSet(List<Argument> elements) {
    return elements.isEmpty()
        ? "NULL"
        : elements.stream()
            .map(StraceStructures::number)
            .filter(number -> number >= 0 && number < number(call.arguments().getFirst()))
            .sorted()
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(" ", "[", "]"));
  }

  static long number(Argument argument) {
    return switch (argument) {
      case Argument.Descriptor(int number) -> number;
      case Argument.Named named -> named.constant().number();
      case Argument.Number(long value) -> value;
      default -> 0;
    };
  }
}
