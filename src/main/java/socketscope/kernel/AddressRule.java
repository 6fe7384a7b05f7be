package socketscope.kernel;

import java.util.Arrays;
import java.util.Optional;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.syscall.AddressLayout;
import socketscope.syscall.Constants;
import socketscope.syscall.SystemTables;

/**
 * Which addresses a call may be given: nothing outside this machine may be reached or let in, and
 * no file outside the programs' own folder named. What the kernel refuses in any case may be tried.
 */
final class AddressRule {

  private static final int FAMILY_ONLY = 2;

  private final AddressLayout layout;
  private final Constants constants;

  AddressRule(SystemTables tables) {
    this.layout = tables.addresses();
    this.constants = tables.constants();
  }

  Optional<SocketAddress> refusedIn(Call call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.arguments().get(i) instanceof Argument.Address(SocketAddress address)
          && !allows(call, address, length(call, i + 1, address))) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }

  private int length(Call call, int index, SocketAddress address) {
    return call.argument(index)
        .map(length -> ((Argument.Number) length).value())
        .map(length -> Math.clamp(length, 0, layout.storageSize()))
        .orElseGet(() -> layout.encode(address).length);
  }

  private boolean allows(Call call, SocketAddress address, int length) {
    return switch (address) {
      case SocketAddress.Inet4 _, SocketAddress.Inet6 _ -> address.loopback();
      case SocketAddress.Unix name -> withinFolder(name);
      case SocketAddress.Other other -> allowsOther(call, other, length);
    };
  }

  /** Abstract names with a slash are those of other programs: of window servers, of buses. */
  private static boolean withinFolder(SocketAddress.Unix name) {
    String text = name.name().escaped();
    return name.abstractName()
        ? text.indexOf('/') < 0
        : !text.startsWith("/") && !Arrays.asList(text.split("/", -1)).contains("..");
  }

  private boolean allowsOther(Call call, SocketAddress.Other other, int length) {
    byte[] whole = Arrays.copyOf(layout.encode(other), length);
    if (other.family() == 0) {
      return call.function() == Function.CONNECT || allowsUnspecified(whole);
    }
    if (other.family() == layout.inet4().family()) {
      return length < layout.inet4().size() || decodesToLoopback(whole);
    }
    if (other.family() == layout.inet6().family()) {
      return length < layout.inet6().scope()
          || decodesToLoopback(Arrays.copyOf(whole, layout.inet6().size()));
    }
    if (other.family() == layout.unix().family()) {
      return layout.decode(whole, length) instanceof SocketAddress.Unix name && withinFolder(name);
    }
    String number = Integer.toString(other.family());
    return constants.nameOf(Constants.Group.DOMAIN, other.family()).equals(number);
  }

  /** To bind() and sendto(), Linux takes a long enough AF_UNSPEC for AF_INET. */
  private boolean allowsUnspecified(byte[] whole) {
    if (whole.length < layout.inet4().size()) {
      return true;
    }
    byte[] rest = Arrays.copyOfRange(whole, FAMILY_ONLY, whole.length);
    SocketAddress.Other same = new SocketAddress.Other(layout.inet4().family(), Bytes.copyOf(rest));
    return decodesToLoopback(layout.encode(same));
  }

  private boolean decodesToLoopback(byte[] whole) {
    SocketAddress meant = layout.decode(whole, whole.length);
    return meant != null && meant.loopback();
  }
}
