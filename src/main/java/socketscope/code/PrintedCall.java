package socketscope.code;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Parameter;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/** The line that a program prints of a call: {@code bind(3, 127.0.0.1:5000) = 0}. */
final class PrintedCall {

  private PrintedCall() {}

  /** A part of what is printed. */
  sealed interface Piece {

    /** Always the same. */
    record Text(String text) implements Piece {}

    /** The number of a descriptor that has a variable. */
    record Number(Handle handle) implements Piece {}

    /** A port that has a constant. */
    record Port(String name, int port) implements Piece {}

    /** An address that was told to the program. */
    record Address(Target.Told told) implements Piece {}

    /** What an expression of the language gives. */
    record Value(String expression, ValueType type) implements Piece {}

    /** Of a {@link Value}. */
    enum ValueType {
      INT,
      LONG,
      STRING
    }

    /** What it comes to in the experiment, with descriptors by their names. */
    default String inTheExperiment() {
      return switch (this) {
        case Text(String text) -> text;
        case Number(Handle handle) -> handle.text();
        case Port(_, int port) -> Integer.toString(port);
        case Address(Target.Told told) -> told.address().toString();
        case Value(String expression, _) -> expression;
      };
    }
  }

  /** The call up to its closing parenthesis. */
  static List<Piece> of(Step step) {
    List<Piece> pieces = new ArrayList<>();
    Iterator<Handle> descriptors = step.descriptors().iterator();
    pieces.add(new Piece.Text(step.function().cName() + "("));
    listed(step, step.call().arguments(), descriptors, pieces);
    pieces.add(new Piece.Text(")"));
    return joined(pieces);
  }

  private static void listed(
      Step step, List<Argument> arguments, Iterator<Handle> descriptors, List<Piece> pieces) {
    String separator = "";
    for (Argument argument : arguments) {
      pieces.add(new Piece.Text(separator));
      add(step, argument, descriptors, pieces);
      separator = ", ";
    }
  }

  private static void add(
      Step step, Argument argument, Iterator<Handle> descriptors, List<Piece> pieces) {
    switch (argument) {
      case Argument.Descriptor _ -> {
        Handle handle = descriptors.next();
        pieces.add(handle.variable() ? new Piece.Number(handle) : new Piece.Text(handle.text()));
      }
      case Argument.Data(Bytes bytes) -> pieces.add(new Piece.Text(Quoted.printed(bytes)));
      case Argument.Address _ -> pieces.addAll(target(Objects.requireNonNull(step.target())));
      case Argument.Sequence(List<Argument> elements) -> {
        pieces.add(new Piece.Text("["));
        listed(step, elements, descriptors, pieces);
        pieces.add(new Piece.Text("]"));
      }
      case Argument.Structure(List<Argument.Field> fields) -> {
        String before = "{";
        for (Argument.Field field : fields) {
          pieces.add(new Piece.Text(before + (field.named() ? field.name() + "=" : "")));
          add(step, field.value(), descriptors, pieces);
          before = ", ";
        }
        pieces.add(new Piece.Text("}"));
      }
      case Argument.Named _, Argument.Number _, Argument.Text _, Argument.Pointer _ ->
          pieces.add(new Piece.Text(argument.toString()));
    }
  }

  private static List<Piece> target(Target target) {
    return switch (target) {
      case Target.Told told -> List.of(new Piece.Address(told));
      case Target.Fixed fixed when fixed.isNamed() -> {
        boolean six = fixed.address() instanceof SocketAddress.Inet6;
        String host = six ? "[" + fixed.host() + "]:" : fixed.host() + ":";
        yield List.of(
            new Piece.Text(host), new Piece.Port(fixed.port(), Addresses.port(fixed.address())));
      }
      case Target.Fixed fixed -> List.of(new Piece.Text(fixed.address().toString()));
    };
  }

  private static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text(String more)
          && !joined.isEmpty()
          && joined.getLast() instanceof Piece.Text(String text)) {
        joined.set(joined.size() - 1, new Piece.Text(text + more));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  /** The call as it was in the experiment, with descriptors by their names. */
  static String named(Step step) {
    return of(step).stream().map(Piece::inTheExperiment).collect(Collectors.joining());
  }

  /** The whole line as it was in the experiment; null where the call never returned. */
  static @Nullable String line(Step step) {
    String answer = answer(step);
    return answer == null ? null : named(step) + " = " + answer;
  }

  private static @Nullable String answer(Step step) {
    Result result = step.result();
    if (result == null) {
      return null;
    }
    if (step.failed()) {
      return "-1 " + step.errno();
    }
    if (step.second() != null && step.creates() != null) {
      return "0 [" + step.creates().text() + ", " + step.second().text() + "]";
    }
    String value = step.creates() == null ? "" + result.value() : step.creates().text();
    return value + data(step, result) + address(step, result) + option(step, result);
  }

  /** What was received; an option is told by its value, not by the bytes that the kernel wrote. */
  private static String data(Step step, Result result) {
    return result.data() == null || !step.receives() || discards(step)
        ? ""
        : " " + Quoted.printed(result.data());
  }

  /** MSG_TRUNC on a TCP socket throws the bytes away: nothing is written to the buffer. */
  static boolean discards(Step step) {
    return step.on() != null
        && step.on().isStream()
        && step.on().isInternet()
        && step.call().hasFlag("MSG_TRUNC");
  }

  private static String address(Step step, Result result) {
    return !tellsAddress(result)
        ? ""
        : (step.function().tellsName() ? " " : " from ") + result.address();
  }

  /** Whether there is an address that is shown: one that is cut off is not. */
  static boolean tellsAddress(Result result) {
    return result.address() != null && !(result.address() instanceof SocketAddress.Other);
  }

  private static String option(Step step, Result result) {
    Parameter parameter = step.function().written().orElse(null);
    return switch (result.written()) {
      case null -> "";
      case Argument.Sequence(List<Argument> none) when none.isEmpty() -> "";
      case Argument value when parameter == null || parameter.kind() != Parameter.Kind.VALUE ->
          " " + named(step, parameter, value);
      case Argument _ when OptionLayout.of(step).equals(OptionLayout.OPAQUE) -> "";
      case Argument.Structure structure -> " " + structure;
      case Argument value -> " [" + value + "]";
    };
  }

  /** What the kernel wrote, with descriptors by their names. */
  private static String named(Step step, @Nullable Parameter parameter, Argument value) {
    List<Parameter> parts = parameter == null ? List.of() : parameter.parts();
    return switch (value) {
      case Argument.Structure(List<Argument.Field> fields) ->
          IntStream.range(0, fields.size())
              .mapToObj(i -> named(step, part(parts, fields.get(i), i), fields.get(i)))
              .collect(Collectors.joining(", ", "{", "}"));
      case Argument.Sequence(List<Argument> elements) ->
          elements.stream()
              .map(element -> named(step, parts.isEmpty() ? null : parts.getFirst(), element))
              .collect(Collectors.joining(", ", "[", "]"));
      case Argument.Number(long number)
          when parameter != null && parameter.kind() == Parameter.Kind.DESCRIPTOR ->
          step.known().getOrDefault((int) number, Handle.number((int) number)).text();
      default -> value.toString();
    };
  }

  private static String named(Step step, @Nullable Parameter part, Argument.Field field) {
    return (field.named() ? field.name() + "=" : "") + named(step, part, field.value());
  }

  private static @Nullable Parameter part(List<Parameter> parts, Argument.Field field, int index) {
    return field.named()
        ? parts.stream().filter(p -> p.name().equals(field.name())).findFirst().orElse(null)
        : index < parts.size() ? parts.get(index) : null;
  }
}
