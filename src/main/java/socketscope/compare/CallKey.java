package socketscope.compare;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Role;

/**
 * What a call is known by beside the calls of another experiment.
 *
 * @param program who makes it
 * @param name what it does: a call's name in C, or any other word that says it
 * @param shape what its arguments are, as far as they do not change from one run to the next
 */
public record CallKey(String program, String name, List<String> shape) {

  /** Calls that do nearly the same, by a word for it. */
  private static final Map<String, String> KIN =
      Map.of(
          "send", "send",
          "sendto", "send",
          "write", "send",
          "recv", "receive",
          "recvfrom", "receive",
          "read", "receive",
          "close", "end",
          "shutdown", "end",
          "getsockname", "name",
          "getpeername", "name");

  private static final int SAME_CALL = 8;
  private static final int KINDRED_CALL = 5;
  private static final int SAME_PROGRAM = 2;
  private static final int MOST_OF_SHAPE = 3;

  /** Keeps a copy of the shape. */
  public CallKey {
    shape = List.copyOf(shape);
  }

  /** That of a call that a program makes. */
  public static CallKey of(String program, Call call) {
    return of(program, call.function(), call.arguments());
  }

  /** That of a call of which these arguments are known. */
  public static CallKey of(String program, Function function, List<Argument> known) {
    List<String> shape =
        known.stream()
            .filter(
                argument -> argument instanceof Argument.Named || argument instanceof Argument.Data)
            .map(CallKey::shape)
            .toList();
    return new CallKey(program, function.cName(), shape);
  }

  /** Two ways to write the same constant are no difference. */
  private static String shape(Argument argument) {
    return argument instanceof Argument.Named(Constant constant)
        ? constant.spelled()
        : argument.toString();
  }

  /** How much it is worth that the two stand together; 0 where they may not. */
  public int affinity(CallKey other) {
    if (Role.of(program) != Role.of(other.program)) {
      return 0;
    }
    int worth = name.equals(other.name) ? SAME_CALL : kindred(other) ? KINDRED_CALL : 0;
    if (worth == 0) {
      return 0;
    }
    long same = shape.stream().filter(part -> Collections.frequency(other.shape, part) > 0).count();
    return worth
        + (program.equals(other.program) ? SAME_PROGRAM : 0)
        + (int) Math.min(MOST_OF_SHAPE, same);
  }

  private boolean kindred(CallKey other) {
    String kin = KIN.get(name);
    return kin != null && kin.equals(KIN.get(other.name));
  }
}
