package socketscope.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketAddress;
import socketscope.event.SocketAddress.Inet4;
import socketscope.event.SocketAddress.Inet6;
import socketscope.event.SocketObserved;

/**
 * Gives arguments and answers of one experiment names that do not change from run to run: an
 * address is whose it is, a descriptor is a descriptor.
 */
final class StableNames {

  private static final String DESCRIPTOR = "fd";
  private static final String HERE = "here";

  private final Map<SocketAddress, Role> owners = new HashMap<>();

  StableNames(List<? extends Event> events) {
    for (Event event : events) {
      if (event instanceof SocketObserved seen && seen.local() != null) {
        owners.putIfAbsent(seen.local().unmapped(), Role.of(seen.socket().program()));
      }
    }
  }

  /** An argument. */
  String of(Argument argument) {
    return switch (argument) {
      case Argument.Descriptor _ -> DESCRIPTOR;
      case Argument.Address(SocketAddress address) -> of(address.unmapped());
      case Argument.Sequence(List<Argument> elements) -> joined(elements.stream());
      case Argument.Structure(List<Argument.Field> fields) ->
          joined(fields.stream().map(Argument.Field::value));
      case Argument.Named(Constant constant) -> constant.spelled();
      case Argument.Number _, Argument.Data _, Argument.Pointer _, Argument.Text _ ->
          argument.toString();
    };
  }

  private String joined(Stream<Argument> parts) {
    return parts.map(this::of).collect(Collectors.joining(" "));
  }

  private String of(SocketAddress address) {
    return switch (address) {
      case Inet4 inet -> host(inet.host(), inet.loopback()) + port(inet, inet.port());
      case Inet6 inet -> host(inet.host(), inet.loopback()) + port(inet, inet.port());
      case SocketAddress.Unix unix -> unix.unnamed() ? unix.toString() : HERE + owner(unix);
      case SocketAddress.Other other -> other.toString();
    };
  }

  /** 127.0.0.1 and [::1] are the usual ones; any other is there on purpose. */
  private static String host(String host, boolean loopback) {
    return loopback && (host.equals("127.0.0.1") || host.equals("::1")) ? HERE : host;
  }

  private String port(SocketAddress address, int port) {
    return port == 0 ? ":0" : owner(address);
  }

  private String owner(SocketAddress address) {
    Role owner = owners.get(address);
    return owner == null ? " of nobody" : " of " + owner;
  }

  /**
   * What a call answered.
   *
   * @param withAddress whether an address that came with bytes is a part of it
   */
  String answer(Function function, Result result, boolean withAddress) {
    if (result.failed()) {
      return String.valueOf(result.errno());
    }
    if (result.data() != null) {
      boolean from = withAddress && result.address() != null;
      return result.data() + (from ? " " + of(result.address().unmapped()) : "");
    }
    if (result.written() != null) {
      return of(result.written());
    }
    if (function.tellsName() && result.address() != null) {
      return of(result.address().unmapped());
    }
    return function.creates() == Function.Creates.NOTHING || function == Function.FCNTL
        ? result.toString()
        : DESCRIPTOR;
  }
}
