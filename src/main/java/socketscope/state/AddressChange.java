package socketscope.state;

import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.SocketAddress;

/**
 * A socket without a protocol of states got or lost an address. That is all that can be said of it:
 * nothing was agreed with anybody.
 *
 * @param local its own address since then; null for none
 * @param peer its default peer since then, to which send() sends; null for none
 */
public record AddressChange(
    Standing from,
    Standing to,
    Event event,
    ChangeCause cause,
    @Nullable SocketAddress local,
    @Nullable SocketAddress peer)
    implements Change {

  /** What such a socket can be. */
  public enum Standing {
    /** It has no address: nobody can send to it. */
    UNBOUND,
    /** It has an address of its own. */
    BOUND,
    /** It has a default peer. */
    CONNECTED,
    /** It waits for connections (AF_UNIX). */
    LISTENING,
    /** It is no more. */
    CLOSED
  }
}
