package socketscope.kernel;

import java.util.Optional;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.syscall.Constants;
import socketscope.syscall.Systems;
import socketscope.syscall.UnsupportedSystemException;

/** The names of constants that the calls of this system know. */
public final class LocalConstants {

  private final Constants constants;

  /**
   * Those of the system of this process.
   *
   * @throws UnsupportedKernelException where its calls are not known
   */
  public LocalConstants() throws UnsupportedKernelException {
    try {
      constants = Systems.current().constants();
    } catch (UnsupportedSystemException e) {
      throw new UnsupportedKernelException(e);
    }
  }

  /** Whether all constants of an expression such as {@code MSG_PEEK|MSG_OOB} are known. */
  public boolean knows(String expression) {
    return constants.resolve(expression).isPresent();
  }

  /** The first argument of a call that names a constant which is unknown here. */
  public Optional<String> unknownIn(Call call) {
    for (Argument argument : call.arguments()) {
      if (argument instanceof Argument.Constant(String expression) && !knows(expression)) {
        return Optional.of(expression);
      }
    }
    return Optional.empty();
  }
}
