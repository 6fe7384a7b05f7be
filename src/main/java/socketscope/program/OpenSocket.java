package socketscope.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketId;
import socketscope.kernel.SocketView;

/** A socket that has a descriptor in this process, or several (dup(2)). */
final class OpenSocket {

  private final SocketId id;
  private final List<Integer> descriptors = new ArrayList<>();
  private final String domain;
  private final String type;
  private final boolean accepted;
  private @Nullable SocketView lastView;
  private long cookie;

  OpenSocket(SocketId id, int descriptor, String domain, String type, boolean accepted) {
    this.id = id;
    this.descriptors.add(descriptor);
    this.domain = domain;
    this.type = type;
    this.accepted = accepted;
  }

  SocketId id() {
    return id;
  }

  /** The oldest of its descriptors that are open. Guarded by the monitor of {@link OpenSockets}. */
  int descriptor() {
    return descriptors.getFirst();
  }

  void addDescriptor(int descriptor) {
    descriptors.add(descriptor);
  }

  /** Whether another one is left. */
  boolean removeDescriptor(int descriptor) {
    if (descriptors.size() == 1) {
      return false;
    }
    descriptors.removeIf(open -> open == descriptor);
    return true;
  }

  /** AF_INET ... */
  String domain() {
    return domain;
  }

  /** SOCK_STREAM ... */
  String type() {
    return type;
  }

  /** Whether it came from accept(). */
  boolean accepted() {
    return accepted;
  }

  boolean isTcp() {
    return type.equals("SOCK_STREAM") && isInternet();
  }

  /** Whether its addresses are those of machines. */
  boolean isInternet() {
    return domain.equals("AF_INET") || domain.equals("AF_INET6");
  }

  /** What the kernel said of it last; for the observing thread alone. */
  @Nullable SocketView lastView() {
    return lastView;
  }

  /** The kernel's own number of it; 0 while it was not asked. Guarded as the descriptors are. */
  long cookie() {
    return cookie;
  }

  void recognize(long told) {
    cookie = told;
  }

  void remember(SocketView view) {
    lastView = view;
  }
}
