package socketscope.kernel;

import java.util.Optional;
import java.util.OptionalLong;
import socketscope.constant.Constants;
import socketscope.event.Call;
import socketscope.event.Place;
import socketscope.syscall.SystemTables;
import socketscope.syscall.local.Systems;
import socketscope.syscall.local.UnsupportedSystemException;

/** What the calls of this system know: the names of constants, and the addresses they may take. */
public final class LocalConstants {

  private final Constants constants;
  private final AddressRule addresses;
  private final DeviceRule devices;
  private final RouteRule routes;
  private final ChannelRule channel;
  private final HarmlessRule harmless;

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
      channel = new ChannelRule(constants);
      harmless = new HarmlessRule(constants, Privileges.any());
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
   * one; a way for packets to go; a descriptor over which its program speaks with the application.
   *
   * @param place where its program runs: alone, no option and no message leads out
   * @param tied whether its socket is tied to the loopback device
   */
  public Optional<Forbidden> forbiddenIn(Call call, Place place, boolean tied) {
    OptionalLong named = channel.namedIn(call);
    if (named.isPresent()) {
      return Optional.of(new Forbidden.Channel(named.getAsLong()));
    }
    if (place == Place.SHARED && devices.forbids(call)) {
      return Optional.of(new Forbidden.OtherDevice());
    }
    if (place == Place.SHARED && routes.forbids(call)) {
      return Optional.of(new Forbidden.OtherRoute());
    }
    return harmless
        .forbiddenIn(call, place)
        .or(() -> addresses.forbiddenIn(call, tied || place == Place.ALONE));
  }

  /** Whether a call that has succeeded has tied its socket to the loopback device. */
  public boolean ties(Call call) {
    return devices.ties(call);
  }
}
