package socketscope.status;

import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.SocketId;

/**
 * A call that has not returned.
 *
 * @param id the {@code callId} of its events
 * @param socket the socket that it is made on; null where its descriptor stands for none
 * @param since when it was made, in nanoseconds on the clock of the stamps
 */
public record WaitingCall(long id, Call call, @Nullable SocketId socket, long since, Stage stage) {

  /** How far it has come. */
  public enum Stage {
    /** It waits behind another call on its socket; the kernel has not seen it. */
    QUEUED,
    /** It was made. */
    STARTED,
    /** Its thread was seen asleep in it. */
    BLOCKED
  }

  WaitingCall at(Stage later) {
    return new WaitingCall(id, call, socket, since, later);
  }
}
