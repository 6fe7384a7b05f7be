package socketscope.program;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.event.SocketAddress;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;

/**
 * Keeps others out: before a call that would let whoever is on the network reach a socket, ties the
 * socket to the loopback device. That is listen() on a socket without an address, to which the
 * kernel gives 0.0.0.0 or [::]; and bind() to such an address, which the lab lets through only on a
 * socket that the user has tied, so that there is nothing left to do but to make sure.
 *
 * <p>Where the experiment is alone nobody could come, and the socket is left as it is.
 *
 * <p>What is asked and set here is asked and set on the program's first thread, as all that is not
 * the user's doing. docs/decisions/nobody-outside.md says why.
 */
final class LoopbackGuard {

  private static final Bytes LOOPBACK = Bytes.copyOf("lo".getBytes(StandardCharsets.US_ASCII));
  private static final int ROOM = 16;

  private final Place place;
  private final SystemTables tables;
  private final SystemCalls calls;

  LoopbackGuard(Place place, SystemTables tables, SystemCalls calls) {
    this.place = place;
    this.tables = tables;
    this.calls = calls;
  }

  /** Makes sure that the call opens the socket to nobody outside. */
  void tieBefore(Call call, @Nullable OpenSocket socket) {
    if (place == Place.SHARED && socket != null && socket.isInternet() && opens(call)) {
      int descriptor = call.descriptor().orElseThrow();
      if (!tied(descriptor) && !tie(descriptor)) {
        // An old kernel, or a system without that option: no address but the loopback one, then.
        calls.bind(descriptor, loopback(socket));
      }
    }
  }

  /**
   * Has a new raw socket receive what crosses the loopback device, and nothing that the network
   * sends: it hears without an address (raw(7)).
   */
  void tieNew(OpenSocket socket) {
    if (place == Place.SHARED && socket.isInternet() && socket.type().equals("SOCK_RAW")) {
      tie(socket.descriptor());
    }
  }

  private boolean opens(Call call) {
    if (call.function() == Function.LISTEN) {
      SocketAddress local = calls.getsockname(call.descriptor().orElseThrow()).address();
      return local != null && local.wildcard();
    }
    return call.function() == Function.BIND
        && call.arguments().get(1) instanceof Argument.Address(SocketAddress address)
        && (address instanceof SocketAddress.Other || address.wildcard());
  }

  private boolean tied(int descriptor) {
    OptionalInt level = tables.constants().asInt("SOL_SOCKET");
    OptionalInt option = tables.constants().asInt("SO_BINDTODEVICE");
    if (level.isEmpty() || option.isEmpty()) {
      return false;
    }
    Bytes device = calls.getsockopt(descriptor, level.getAsInt(), option.getAsInt(), ROOM).data();
    ValueForm form = tables.constants().optionForm(level.getAsInt(), option.getAsInt());
    return device != null && form.decode(device.toArray()).toString().equals(LOOPBACK.toString());
  }

  private boolean tie(int descriptor) {
    OptionalInt level = tables.constants().asInt("SOL_SOCKET");
    OptionalInt option = tables.constants().asInt("SO_BINDTODEVICE");
    return level.isPresent()
        && option.isPresent()
        && !calls.setsockopt(descriptor, level.getAsInt(), option.getAsInt(), LOOPBACK).failed();
  }

  private static SocketAddress loopback(OpenSocket socket) {
    return socket.domain().equals("AF_INET")
        ? new SocketAddress.Inet4(0x7f000001, 0)
        : new SocketAddress.Inet6(0, 1, 0);
  }
}
