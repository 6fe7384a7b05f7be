package socketscope.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.syscall.AddressLayout;
import socketscope.syscall.SystemTables;

/**
 * Which addresses a call may be given: nothing outside this machine may be reached or let in, and
 * no file outside the programs' own folder named. What the kernel refuses in any case may be tried.
 */
final class AddressRule {

  private static final int FAMILY_ONLY = 2;

  private final AddressLayout layout;
  private final Constants constants;
  private final OwnAddresses own;

  AddressRule(SystemTables tables, OwnAddresses own) {
    this.layout = tables.addresses();
    this.constants = tables.constants();
    this.own = own;
  }

  /**
   * The first address of a call that it must not be given.
   *
   * @param tied whether its socket is tied to the loopback device
   */
  Optional<Forbidden> forbiddenIn(Call call, boolean tied) {
    List<Forbidden> found = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument given = call.arguments().get(i);
      int index = i;
      given
          .leaves()
          .filter(Argument.Address.class::isInstance)
          .map(leaf -> ((Argument.Address) leaf).address())
          .flatMap(address -> forbidden(call, address, length(call, index, address)).stream())
          .forEach(found::add);
    }
    return found.stream()
        .filter(forbidden -> !(tied && forbidden instanceof Forbidden.Untied))
        .findFirst();
  }

  /** The length that the call gives with an address; inside of a structure that is the true one. */
  private int length(Call call, int index, SocketAddress address) {
    return call.argument(index + 1)
        .filter(_ -> call.arguments().get(index) instanceof Argument.Address)
        .map(length -> ((Argument.Number) length).value())
        .map(length -> Math.clamp(length, 0, layout.storageSize()))
        .orElseGet(() -> layout.encode(address).length);
  }

  private Optional<Forbidden> forbidden(Call call, SocketAddress given, int length) {
    SocketAddress meant = meant(call, given, length);
    boolean allowed =
        switch (meant) {
          case SocketAddress.Inet4 _, SocketAddress.Inet6 _ ->
              meant.loopback() || tooShort(meant, length) || nobodys(call, meant);
          case SocketAddress.Unix name -> withinFolder(name);
          case SocketAddress.Other other -> allowsOther(call, other, length);
        };
    if (allowed) {
      return Optional.empty();
    }
    return Optional.of(
        call.function() == Function.BIND && meant.wildcard()
            ? new Forbidden.Untied(given)
            : new Forbidden.Outside(given));
  }

  /** What the kernel takes bytes for that were given one by one; what is no address, itself. */
  private SocketAddress meant(Call call, SocketAddress given, int length) {
    if (!(given instanceof SocketAddress.Other other)) {
      return given;
    }
    byte[] whole = Arrays.copyOf(layout.encode(other), length);
    boolean unspecified = other.family() == 0 && call.function() != Function.CONNECT;
    if (unspecified && length >= layout.inet4().size()) {
      // To bind() and sendto(), Linux takes a long enough AF_UNSPEC for AF_INET.
      byte[] rest = Arrays.copyOfRange(whole, FAMILY_ONLY, whole.length);
      whole = layout.encode(new SocketAddress.Other(layout.inet4().family(), Bytes.copyOf(rest)));
    } else if (other.family() == layout.inet6().family() && length >= layout.inet6().scope()) {
      whole = Arrays.copyOf(whole, layout.inet6().size());
    }
    SocketAddress meant = layout.decode(whole, whole.length);
    return meant == null ? given : meant;
  }

  private boolean tooShort(SocketAddress address, int length) {
    return length
        < (address instanceof SocketAddress.Inet4 ? layout.inet4().size() : layout.inet6().scope());
  }

  /** No packet is sent by bind(); and a network that belongs to nobody is not this machine's. */
  private boolean nobodys(Call call, SocketAddress address) {
    return call.function() == Function.BIND && address.documentation() && !own.include(address);
  }

  /** Abstract names with a slash are those of other programs: of window servers, of buses. */
  private static boolean withinFolder(SocketAddress.Unix name) {
    String text = name.name().escaped();
    return name.abstractName()
        ? text.indexOf('/') < 0
        : !text.startsWith("/") && !Arrays.asList(text.split("/", -1)).contains("..");
  }

  private boolean allowsOther(Call call, SocketAddress.Other other, int length) {
    if (other.family() == 0) {
      return call.function() == Function.CONNECT || length < layout.inet4().size();
    }
    if (other.family() == layout.inet4().family() || other.family() == layout.inet6().family()) {
      return true; // too short: what is long enough was taken for an address
    }
    return !constants.constant(ConstantSet.ADDRESS_FAMILY, other.family()).isNamed();
  }
}
