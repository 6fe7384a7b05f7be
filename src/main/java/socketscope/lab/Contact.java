package socketscope.lab;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;

/**
 * A socket of the experiment and an address that none of its sockets has, one of which spoke to the
 * other.
 *
 * @param stream whether over TCP, rather than UDP
 * @param own the address of the experiment's socket; null where it is not known yet
 * @param other the address at the other end; as own, never IPv4 in the guise of IPv6
 * @param program the experiment's program
 * @param opened whether the other end spoke first
 * @param spoke whether the other end has spoken at all
 * @param crossed whether a packet was seen, so that nothing earlier will be heard of
 * @param since when it is first known of, on the clock of the stamps
 */
record Contact(
    boolean stream,
    @Nullable SocketAddress own,
    SocketAddress other,
    String program,
    boolean opened,
    boolean spoke,
    boolean crossed,
    long since) {

  /** What tells a contact from others: for UDP the other address alone, which is one socket's. */
  record Key(boolean stream, @Nullable SocketAddress own, SocketAddress other) {}

  Key key() {
    return new Key(stream, stream ? own : null, other);
  }

  /** What both say of the same contact. */
  Contact and(Contact more) {
    return new Contact(
        stream,
        own == null ? more.own : own,
        other,
        program,
        since <= more.since ? opened : more.opened,
        spoke || more.spoke,
        crossed || more.crossed,
        Math.min(since, more.since));
  }
}
