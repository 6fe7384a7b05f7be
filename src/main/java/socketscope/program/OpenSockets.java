package socketscope.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.SocketId;
import socketscope.syscall.Constants;

/**
 * The sockets of this process by their descriptors. Safe for several threads; its monitor is held
 * while the kernel is asked about them, and a socket is forgotten before it is closed, so that a
 * probe never meets a descriptor that has become another socket's.
 */
final class OpenSockets {

  private final String program;
  private final Constants constants;
  private final Map<Integer, OpenSocket> byDescriptor = new HashMap<>();
  private int count;

  OpenSockets(String program, Constants constants) {
    this.program = program;
    this.constants = constants;
  }

  synchronized @Nullable OpenSocket at(int descriptor) {
    return byDescriptor.get(descriptor);
  }

  synchronized List<OpenSocket> all() {
    return new ArrayList<>(new LinkedHashSet<>(byDescriptor.values()));
  }

  /** A new socket, which socket() made, or one of the two that socketpair() made. */
  synchronized OpenSocket made(int descriptor, Call socketCall) {
    String domain = name(Constants.Group.DOMAIN, socketCall.arguments().get(0).toString());
    String type = name(Constants.Group.TYPE, socketCall.arguments().get(1).toString());
    return add(descriptor, domain, type, false);
  }

  /** A new socket, which accept() made: of the listener's kind. */
  synchronized OpenSocket accepted(int descriptor, OpenSocket listener) {
    return add(descriptor, listener.domain(), listener.type(), true);
  }

  private OpenSocket add(int descriptor, String domain, String type, boolean accepted) {
    count++;
    OpenSocket socket =
        new OpenSocket(new SocketId(program, count), descriptor, domain, type, accepted);
    byDescriptor.put(descriptor, socket);
    return socket;
  }

  /** One more descriptor of a socket. */
  synchronized void duplicated(int descriptor, OpenSocket socket) {
    socket.addDescriptor(descriptor);
    byDescriptor.put(descriptor, socket);
  }

  /**
   * Forgets a descriptor that is about to be closed: close(2) frees it even on failure.
   *
   * @return whether another one stands for the same socket
   */
  synchronized boolean forget(int descriptor) {
    OpenSocket socket = byDescriptor.remove(descriptor);
    return socket != null && socket.removeDescriptor(descriptor);
  }

  /** The constant's name, whether it was written as a name, a number, or with flags. */
  private String name(Constants.Group group, String expression) {
    int value = constants.resolve(expression).orElse(-1);
    String name =
        group == Constants.Group.TYPE ? constants.typeOf(value) : constants.nameOf(group, value);
    int flags = name.indexOf('|');
    return flags < 0 ? name : name.substring(0, flags);
  }
}
