package socketscope.kernel;

import java.util.Optional;
import socketscope.constant.Constants;
import socketscope.event.Call;
import socketscope.syscall.SystemTables;
import socketscope.syscall.local.Systems;
import socketscope.syscall.local.UnsupportedSystemException;

/** What the calls of this system know: the names of constants, and the addresses they may take. */
public final class LocalConstants {

  private final Constants constants;
  private final AddressRule addresses;
  private final DeviceRule devices;
  private final RouteRule routes;

  /**
   * Those of the system of this process.
   *
   * @throws UnsupportedKernelException where its calls are not known
   */
  public LocalConstants() throws UnsupportedKernelException {
    try {
      SystemTables tables = Systems.current();
      constants = tables.constants();
      addresses = new AddressRule(tables, OwnAddresses.ofThisMachine());
      devices = new DeviceRule(constants);
      routes = new RouteRule(constants);
    } catch (UnsupportedSystemException e) {
      throw new UnsupportedKernelException(e);
    }
  }

  /** Whether all constants of an expression such as {@code MSG_PEEK|MSG_OOB} are known. */
  public boolean knows(String expression) {
    return constants.resolve(expression).isPresent();
  }

  /**
   * What a call must not be given: an address that might reach outside this machine, or let
   * somebody in, or name a file outside the current directory; a device other than the loopback
   * one; a way for packets to go.
   *
   * @param tied whether its socket is tied to the loopback device
   */
  public Optional<Forbidden> forbiddenIn(Call call, boolean tied) {
    if (devices.forbids(call)) {
      return Optional.of(new Forbidden.OtherDevice());
    }
    return routes.forbids(call)
        ? Optional.of(new Forbidden.OtherRoute())
        : addresses.forbiddenIn(call, tied);
  }

  /** Whether a call that has succeeded has tied its socket to the loopback device. */
  public boolean ties(Call call) {
    return devices.ties(call);
  }
}
