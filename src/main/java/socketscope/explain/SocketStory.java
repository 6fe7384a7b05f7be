package socketscope.explain;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;

/**
 * What the events tell of one socket so far. It changes while its {@link Story} is folded, and not
 * after.
 */
final class SocketStory {

  /** How far it has come. */
  enum Phase {
    UNBOUND,
    BOUND,
    LISTENING,
    CONNECTING,
    CONNECTED
  }

  private final SocketId id;
  private final int descriptor;
  private final String domain;
  private final String type;
  private Phase phase = Phase.UNBOUND;
  private boolean readShut;
  private boolean writeShut;
  private boolean closed;
  private @Nullable SocketAddress local;
  private @Nullable SocketAddress peer;
  private @Nullable SocketObserved observed;
  private @Nullable SocketObserved observedBefore;

  SocketStory(SocketId id, int descriptor, String domain, String type) {
    this.id = id;
    this.descriptor = descriptor;
    this.domain = domain;
    this.type = type;
  }

  SocketStory copy() {
    SocketStory copy = new SocketStory(id, descriptor, domain, type);
    copy.phase = phase;
    copy.readShut = readShut;
    copy.writeShut = writeShut;
    copy.closed = closed;
    copy.local = local;
    copy.peer = peer;
    copy.observed = observed;
    copy.observedBefore = observedBefore;
    return copy;
  }

  SocketId id() {
    return id;
  }

  int descriptor() {
    return descriptor;
  }

  String domain() {
    return domain;
  }

  String type() {
    return type;
  }

  boolean stream() {
    return hasType("SOCK_STREAM");
  }

  boolean datagram() {
    return hasType("SOCK_DGRAM");
  }

  /** The type may carry flags: SOCK_STREAM|SOCK_NONBLOCK. */
  private boolean hasType(String name) {
    return ("|" + type + "|").contains("|" + name + "|");
  }

  Phase phase() {
    return phase;
  }

  boolean readShut() {
    return readShut;
  }

  boolean writeShut() {
    return writeShut;
  }

  boolean closed() {
    return closed;
  }

  @Nullable SocketAddress local() {
    return local;
  }

  @Nullable SocketAddress peer() {
    return peer;
  }

  @Nullable SocketObserved observed() {
    return observed;
  }

  @Nullable SocketObserved observedBefore() {
    return observedBefore;
  }

  void advance(Phase next) {
    phase = next;
  }

  void localIs(@Nullable SocketAddress address) {
    local = address;
  }

  void peerIs(@Nullable SocketAddress address) {
    peer = address;
  }

  void shut(boolean reading, boolean writing) {
    readShut |= reading;
    writeShut |= writing;
  }

  void close() {
    closed = true;
  }

  void observe(SocketObserved seen) {
    observedBefore = observed;
    observed = seen;
    if (SocketAddresses.bound(seen.local())) {
      local = seen.local();
    }
    if (SocketAddresses.bound(seen.peer())) {
      peer = seen.peer();
    }
  }
}
