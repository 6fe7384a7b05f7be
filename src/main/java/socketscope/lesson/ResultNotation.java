package socketscope.lesson;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.Result;

/** The kernel's answer in the notation of the lessons. */
final class ResultNotation {

  private static final Bytes NOTHING = Bytes.copyOf(new byte[0]);

  private ResultNotation() {}

  /** How the kernel's answer compares with the lesson's, whose addresses are all known. */
  static StepOutcome compare(Expected expected, Result result) {
    String actual = like(expected, result);
    boolean sameBytes =
        expected instanceof Expected.Received(Bytes bytes, var from)
            && from == null
            && bytes.equals(result.data());
    boolean anyFailure = result.failed() && expected.equals(new Expected.Value(-1));
    boolean sameValue =
        expected instanceof Expected.Option(Operand.Given(Argument value)) && agrees(value, result);
    boolean sameNumber =
        switch (expected) {
          case Expected.Value(long value, _) -> !result.failed() && value == result.value();
          case Expected.Failure(String name) -> isError(name, result);
          default -> false;
        };
    return anyFailure || sameBytes || sameValue || sameNumber || actual.equals(expected.toString())
        ? new StepOutcome.Met()
        : new StepOutcome.Unmet(expected.toString(), actual);
  }

  /** Some errors have two names: EWOULDBLOCK is EAGAIN. */
  private static boolean isError(String name, Result result) {
    return result.errno() != null
        && Constants.local()
            .parse(ConstantSet.ERRNO, name)
            .filter(error -> error.number() == result.errno().number())
            .isPresent();
  }

  private static boolean agrees(Argument expected, Result result) {
    if (result.failed()) {
      return false;
    }
    return result.written() == null
        ? expected.toString().equals(result.descriptors().toString())
        : Argument.agree(expected, result.written());
  }

  /** The answer in the form of what was expected. */
  static String like(Expected expected, Result result) {
    if (result.failed()) {
      return result.toString();
    }
    return switch (expected) {
      case Expected.Value _, Expected.Failure _ -> result.toString();
      case Expected.Received(_, AddressTerm from) ->
          from == null ? data(result) : data(result) + " from " + orUnknown(result.address());
      case Expected.Address _ -> orUnknown(result.address());
      case Expected.Option _ ->
          result.written() instanceof Argument.Structure structure
              ? structure.toString()
              : "[" + orUnknown(result.option()) + "]";
    };
  }

  /** The answer in the form that says most about that call. */
  static String of(Function function, Result result) {
    Set<Output> outputs = Output.of(function);
    if (result.failed() || outputs.contains(Output.OPTION)) {
      return result.toString();
    }
    if (outputs.contains(Output.BYTES)) {
      return data(result);
    }
    return outputs.contains(Output.ADDRESS) ? orUnknown(result.address()) : result.toString();
  }

  private static String data(Result result) {
    if (result.data() == null && result.value() > 0) {
      return result.toString(); // bytes that nobody has got
    }
    return (result.data() == null ? NOTHING : result.data()).toString();
  }

  private static String orUnknown(@Nullable Object written) {
    return written == null ? StepOutcome.UNKNOWN : written.toString();
  }
}
