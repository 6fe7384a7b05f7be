package socketscope.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.event.Call;
import socketscope.event.SocketId;

/**
 * The sockets of this process by their descriptors, and what else the user's calls have opened.
 * Safe for several threads; its monitor is held while the kernel is asked about them, and a socket
 * is forgotten before it is closed, so that a probe never meets a descriptor that has become
 * another socket's.
 */
final class OpenSockets {

  private final String program;
  private final Map<Integer, OpenSocket> byDescriptor = new HashMap<>();

  /** What the user's calls have opened, sockets or not: what a child of this process inherits. */
  private final Set<Integer> opened = new TreeSet<>();

  private final List<Integer> arrived = new ArrayList<>();
  private int count;

  OpenSockets(String program) {
    this.program = program;
  }

  synchronized @Nullable OpenSocket at(int descriptor) {
    return byDescriptor.get(descriptor);
  }

  synchronized List<OpenSocket> all() {
    return new ArrayList<>(new LinkedHashSet<>(byDescriptor.values()));
  }

  /** A call of the user's has opened it. */
  synchronized void opened(int descriptor) {
    opened.add(descriptor);
  }

  /** A call of the user's has closed it. */
  synchronized void closed(int descriptor) {
    opened.remove(descriptor);
  }

  synchronized List<Integer> opened() {
    return List.copyOf(opened);
  }

  /**
   * What a process that is made now is born with.
   *
   * @param closing those of them that have FD_CLOEXEC
   */
  synchronized List<Inherited> inheritance(Set<Integer> closing) {
    return opened.stream()
        .map(descriptor -> {
          OpenSocket socket = byDescriptor.get(descriptor);
          boolean closes = closing.contains(descriptor);
          return socket == null
              ? new Inherited(descriptor, closes)
              : new Inherited(descriptor, closes, socket.id(), socket.domain(), socket.type());
        })
        .toList();
  }

  /** This process was born with it. A socket is the same as in the parent. */
  synchronized void inherited(Inherited given) {
    opened.add(given.descriptor());
    SocketId id = given.socket();
    if (id == null) {
      return;
    }
    OpenSocket known =
        byDescriptor.values().stream()
            .filter(socket -> socket.id().equals(id))
            .findFirst()
            .orElse(null);
    if (known == null) {
      byDescriptor.put(
          given.descriptor(),
          new OpenSocket(id, given.descriptor(), given.domain(), given.type(), false));
    } else {
      duplicated(given.descriptor(), known);
    }
  }

  /** A new socket, which socket() made, or one of the two that socketpair() made. */
  synchronized OpenSocket made(int descriptor, Call socketCall) {
    Constant domain = socketCall.constant("domain").orElseThrow();
    Constant type = socketCall.constant("type").orElseThrow();
    return add(descriptor, domain.spelled(), type.withoutBits().spelled(), false);
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

  /** A descriptor that another program has sent. What it stands for is to be asked. */
  synchronized void arrived(int descriptor) {
    arrived.add(descriptor);
  }

  /** The descriptors that have arrived since this was asked last. */
  synchronized List<Integer> takeArrived() {
    List<Integer> taken = List.copyOf(arrived);
    arrived.clear();
    return taken;
  }

  /**
   * A socket that another program has sent, or this one to itself.
   *
   * @param cookie the kernel's own number of it; 0 where it is not known
   */
  synchronized void passed(int descriptor, String domain, String type, long cookie) {
    Optional<OpenSocket> known =
        byDescriptor.values().stream()
            .filter(socket -> cookie != 0 && socket.cookie() == cookie)
            .findFirst();
    known.ifPresentOrElse(
        socket -> duplicated(descriptor, socket),
        () -> add(descriptor, domain, type, false).recognize(cookie));
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
}
