package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Result;

/** The line that a program prints of a call: {@code bind(3, 127.0.0.1:5000) = 0}. */
final class Spelling {

  private Spelling() {}

  /** The call up to its closing parenthesis. */
  static List<Piece> call(Step step) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Text(step.function().cName() + "("));
    String separator = "";
    for (Argument argument : step.call().arguments()) {
      pieces.add(new Piece.Text(separator));
      pieces.addAll(argument(step, argument));
      separator = ", ";
    }
    pieces.add(new Piece.Text(")"));
    return joined(pieces);
  }

  private static List<Piece> argument(Step step, Argument argument) {
    return switch (argument) {
      case Argument.Descriptor _ when step.on() != null && step.on().variable() ->
          List.of(new Piece.Number(step.on()));
      case Argument.Data(Bytes bytes) -> List.of(new Piece.Text(Quoted.printed(bytes)));
      case Argument.Address _ -> target(Objects.requireNonNull(step.target()));
      case Argument.Descriptor _, Argument.Constant _, Argument.Number _ ->
          List.of(new Piece.Text(argument.toString()));
    };
  }

  private static List<Piece> target(Target target) {
    return switch (target) {
      case Target.Heard heard -> List.of(new Piece.Address(heard));
      case Target.Fixed fixed when fixed.port().startsWith("PORT") -> {
        String host = fixed.version6() ? "[" + fixed.host() + "]:" : fixed.host() + ":";
        yield List.of(
            new Piece.Text(host), new Piece.Port(fixed.port(), Ports.of(fixed.address())));
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
    return call(step).stream().map(Piece::inTheExperiment).collect(Collectors.joining());
  }

  /** The answer as it was in the experiment; null where there was none. */
  static @Nullable String answer(Step step) {
    Result result = step.result();
    if (result == null) {
      return null;
    }
    if (step.failed()) {
      return "-1 " + step.errno();
    }
    String value = step.creates() == null ? "" + result.value() : step.creates().text();
    return value + data(result) + address(step, result) + option(result);
  }

  private static String data(Result result) {
    return result.data() == null ? "" : " " + Quoted.printed(result.data());
  }

  private static String address(Step step, Result result) {
    if (result.address() == null) {
      return "";
    }
    return switch (step.function()) {
      case ACCEPT, RECVFROM -> " from " + result.address();
      default -> " " + result.address();
    };
  }

  private static String option(Result result) {
    String option = result.option();
    return option == null ? "" : option.startsWith("{") ? " " + option : " [" + option + "]";
  }
}
