package socketscope.kernel;

import java.util.Optional;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.SocketAddress;
import socketscope.syscall.Constants;
import socketscope.syscall.SystemTables;
import socketscope.syscall.Systems;
import socketscope.syscall.UnsupportedSystemException;

/** What the calls of this system know: the names of constants, and the addresses they may take. */
public final class LocalConstants {

  private final Constants constants;
  private final AddressRule rule;

  /**
   * Those of the system of this process.
   *
   * @throws UnsupportedKernelException where its calls are not known
   */
  public LocalConstants() throws UnsupportedKernelException {
    try {
      SystemTables tables = Systems.current();
      constants = tables.constants();
      rule = new AddressRule(tables);
    } catch (UnsupportedSystemException e) {
      throw new UnsupportedKernelException(e);
    }
  }

  /** Whether all constants of an expression such as {@code MSG_PEEK|MSG_OOB} are known. */
  public boolean knows(String expression) {
    return constants.resolve(expression).isPresent();
  }

  /**
   * An address in a call that might reach outside this machine, or let somebody in, or name a file
   * outside the current directory.
   */
  public Optional<SocketAddress> refusedIn(Call call) {
    return rule.refusedIn(call);
  }

  /** The first argument of a call that names a constant which is unknown here. */
  public Optional<String> unknownIn(Call call) {
    for (Argument argument : call.arguments()) {
      if (argument instanceof Argument.Constant(String expression) && !knows(expression)) {
        return Optional.of(expression);
      }
      if (argument instanceof Argument.Watched(var watches)) {
        for (Argument.Watch watch : watches) {
          if (!knows(watch.events())) {
            return Optional.of(watch.events());
          }
        }
      }
    }
    return Optional.empty();
  }
}
