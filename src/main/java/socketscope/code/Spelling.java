package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

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
      case Argument.Sequence entries -> watched(step, Call.watched(entries));
      case Argument.Descriptor _,
          Argument.Named _,
          Argument.Text _,
          Argument.Number _,
          Argument.Pointer _,
          Argument.Structure _ ->
          List.of(new Piece.Text(argument.toString()));
    };
  }

  private static List<Piece> watched(Step step, List<Call.Watch> watches) {
    List<Piece> pieces = new ArrayList<>(List.of(new Piece.Text("[")));
    for (int i = 0; i < watches.size(); i++) {
      Handle handle = step.watched().get(i);
      pieces.add(new Piece.Text(i == 0 ? "{" : ", {"));
      pieces.add(handle.variable() ? new Piece.Number(handle) : new Piece.Text(handle.text()));
      pieces.add(new Piece.Text(", " + watches.get(i).events().text() + "}"));
    }
    pieces.add(new Piece.Text("]"));
    return pieces;
  }

  private static List<Piece> target(Target target) {
    return switch (target) {
      case Target.Heard heard -> List.of(new Piece.Address(heard));
      case Target.Fixed fixed when fixed.isNamed() -> {
        String host = fixed.version6() ? "[" + fixed.host() + "]:" : fixed.host() + ":";
        yield List.of(
            new Piece.Text(host), new Piece.Port(fixed.port(), Ports.of(fixed.address())));
      }
      case Target.Fixed fixed -> List.of(new Piece.Text(fixed.address().toString()));
    };
  }

  /** What poll() found, with descriptors by their names. */
  private static String polled(Step step, String option) {
    String text = option;
    if (step.given(0) instanceof Argument.Sequence entries) {
      List<Call.Watch> watches = Call.watched(entries);
      for (int i = 0; i < watches.size(); i++) {
        String named = "{" + step.watched().get(i).text() + ", ";
        text = text.replace("{" + watches.get(i).descriptor() + ", ", named);
      }
    }
    return text;
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
    if (step.second() != null && step.creates() != null) {
      return "0 [" + step.creates().text() + ", " + step.second().text() + "]";
    }
    String value = step.creates() == null ? "" + result.value() : step.creates().text();
    return value + data(step, result) + address(step, result) + option(step, result);
  }

  /** What was received; an option is told by its value, not by the bytes that the kernel wrote. */
  private static String data(Step step, Result result) {
    return result.data() == null || step.function() == Function.GETSOCKOPT || Report.discards(step)
        ? ""
        : " " + Quoted.printed(result.data());
  }

  private static String address(Step step, Result result) {
    if (!tellsAddress(result)) {
      return "";
    }
    return switch (step.function()) {
      case ACCEPT, RECVFROM -> " from " + result.address();
      default -> " " + result.address();
    };
  }

  /** One that is cut off is not shown. */
  static boolean tellsAddress(Result result) {
    return result.address() != null && !(result.address() instanceof SocketAddress.Other);
  }

  private static String option(Step step, Result result) {
    String option = result.option();
    if (step.function() == Function.POLL) {
      return option == null || option.isEmpty() ? "" : " [" + polled(step, option) + "]";
    }
    return option == null || !OptionKind.of(step).isShown()
        ? ""
        : option.startsWith("{") ? " " + option : " [" + option + "]";
  }
}
