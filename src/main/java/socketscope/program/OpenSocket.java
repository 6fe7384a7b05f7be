package socketscope.program;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketId;
import socketscope.kernel.SocketView;

/** A socket that has a descriptor in this process. */
final class OpenSocket {

  private final SocketId id;
  private final int descriptor;
  private final String domain;
  private final String type;
  private final boolean accepted;
  private @Nullable SocketView lastView;

  OpenSocket(SocketId id, int descriptor, String domain, String type, boolean accepted) {
    this.id = id;
    this.descriptor = descriptor;
    this.domain = domain;
    this.type = type;
    this.accepted = accepted;
  }

  SocketId id() {
    return id;
  }

  int descriptor() {
    return descriptor;
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
    return type.equals("SOCK_STREAM") && (domain.equals("AF_INET") || domain.equals("AF_INET6"));
  }

  /** What the kernel said of it last; for the observing thread alone. */
  @Nullable SocketView lastView() {
    return lastView;
  }

  void remember(SocketView view) {
    lastView = view;
  }
}
