package socketscope.code;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

  private final Step step;
  private final Iterator<Handle> descriptors;
  private final Iterator<Target> targets;
  private final List<Piece> pieces = new ArrayList<>();

  private PrintedCall(Step step) {
    this.step = step;
    this.descriptors = step.descriptors().iterator();
    this.targets = step.targets().iterator();
  }

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
    PrintedCall call = new PrintedCall(step);
    call.text(step.function().cName() + "(");
    call.list(step.call().arguments());
    call.text(")");
    return joined(call.pieces);
  }

  private void text(String text) {
    pieces.add(new Piece.Text(text));
  }

  private void list(List<Argument> arguments) {
    String separator = "";
    for (Argument argument : arguments) {
      text(separator);
      add(argument);
      separator = ", ";
    }
  }

  private void add(Argument argument) {
    switch (argument) {
      case Argument.Descriptor _ -> {
        Handle handle = descriptors.next();
        pieces.add(handle.variable() ? new Piece.Number(handle) : new Piece.Text(handle.text()));
      }
      case Argument.Number(long number) when step.itself(number) != null ->
          pieces.add(new Piece.Number(step.itself(number)));
      case Argument.Data(Bytes bytes) -> text(Quoted.printed(bytes));
      case Argument.Address _ -> pieces.addAll(target(targets.next()));
      case Argument.Sequence(List<Argument> elements) -> {
        text("[");
        list(elements);
        text("]");
      }
      case Argument.Structure(List<Argument.Field> fields) -> {
        String before = "{";
        for (Argument.Field field : fields) {
          text(before + (field.named() ? field.name() + "=" : ""));
          add(field.value());
          before = ", ";
        }
        text("}");
      }
      case Argument.Named _, Argument.Number _, Argument.Text _, Argument.Pointer _ ->
          text(argument.toString());
    }
  }

  private static List<Piece> target(Target target) {
    return switch (target) {
      case Target.Told told -> List.of(new Piece.Address(told));
      case Target.Fixed fixed when fixed.isNamed() -> {
        boolean six = fixed.address() instanceof SocketAddress.Inet6;
        String host = six ? "[" + fixed.host() + "]:" : fixed.host() + ":";
        yield List.of(new Piece.Text(host), new Piece.Port(fixed.port(), fixed.address().port()));
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
    String value = step.creates() == null ? "" + result.value() : step.creates().text();
    if (result.written() == null && !step.written().isEmpty()) {
      return value + " " + step.written().stream().map(Handle::text).toList();
    }
    return !step.receives() || step.function().countsBytes()
        ? value + data(step, result.data()) + address(step, result) + option(step, result)
        : value + messages(step, result);
  }

  /** What was received; an option is told by its value, not by the bytes that the kernel wrote. */
  private static String data(Step step, @Nullable Bytes data) {
    return data == null || !step.receives() || discards(step) ? "" : " " + Quoted.printed(data);
  }

  /** Each message: how long it is, and what is told of one that comes alone. */
  private static String messages(Step step, Result result) {
    List<Bytes> pieces = step.made().messages();
    Parameter parameter = step.function().written().orElseThrow().parts().getFirst();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      List<Argument.Field> more = new ArrayList<>(message(result, i).fields());
      String length = more.removeFirst().value().toString();
      boolean named = !more.isEmpty() && more.getFirst().name().equals("msg_name");
      String from = named ? " from " + more.removeFirst().value() : "";
      String told =
          more.isEmpty() ? "" : " " + named(step, parameter, new Argument.Structure(more));
      all.add(length + data(step, pieces.get(i)) + from + told);
    }
    return all.isEmpty() ? "" : " " + all;
  }

  /** What was told of one of the messages that a call has received. */
  private static Argument.Structure message(Result result, int place) {
    return switch (result.written()) {
      case Argument.Sequence(List<Argument> all) -> (Argument.Structure) all.get(place);
      case Argument.Structure alone -> alone;
      case null, default -> new Argument.Structure(List.of());
    };
  }

  /** The control messages that came with one of the messages that a call has received. */
  static List<Argument.Structure> controls(Step step, int place) {
    return step.succeeded()
            && message(step.result(), place).field("msg_control").orElse(null)
                instanceof Argument.Sequence(List<Argument> controls)
        ? controls.stream().map(Argument.Structure.class::cast).toList()
        : List.of();
  }

  /** Of what kind a control message is: {@code SOL_IP, IP_TTL}. */
  static String kind(Argument.Structure control) {
    return control.fields().get(0).value() + ", " + control.fields().get(1).value();
  }

  /** MSG_TRUNC on a TCP socket throws the bytes away: nothing is written to the buffer. */
  static boolean discards(Step step) {
    return step.on() != null
        && step.on().isStream()
        && step.on().isInternet()
        && step.call().hasFlag("MSG_TRUNC");
  }

  private static String address(Step step, Result result) {
    return result.address() == null || isCutOff(step)
        ? ""
        : (step.function().tellsName() ? " " : " from ") + result.address();
  }

  /** Whether it was told an address that is not shown: a part of one. */
  static boolean isCutOff(Step step) {
    return step.result() != null && step.result().address() instanceof SocketAddress.Other;
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
      case Argument.Structure control
          when parameter != null && parameter.name().equals("cmsghdr") && !isShown(control) ->
          "{" + kind(control) + "}";
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

  /** Whether the data of a control message is shown; what differs each time is not. */
  private static boolean isShown(Argument.Structure control) {
    return switch (control.fields().getLast().value()) {
      case Argument.Number _ -> true;
      case Argument.Sequence _ -> kind(control).endsWith("SCM_RIGHTS");
      default -> kind(control).endsWith("_PKTINFO");
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
