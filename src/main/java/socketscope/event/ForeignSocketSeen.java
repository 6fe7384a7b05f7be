package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A foreign program takes part, with a socket that speaks with one of the experiment's; it is told
 * once for each such socket.
 *
 * @param stamp right before the first thing that is known of the socket, such as its first packet:
 *     whose it is was found out a little later
 * @param socket the socket; a foreign program's are counted from 1, as they become known
 * @param role the side on which it stands, facing the program that it speaks with
 * @param pid its process identifier; 0 where it could not be found out: the process had ended, or
 *     is another user's
 * @param command the name of its command ({@code /proc/PID/comm}); empty where that is not known
 * @param descriptor the number of its descriptor; -1 where that is not known
 * @param type SOCK_STREAM or SOCK_DGRAM
 * @param local its own address, as the experiment's socket knows it
 * @param peer the address of the experiment's socket; null where that is not known
 * @param opened whether it spoke first: it opened the connection, or sent the first datagram
 */
public record ForeignSocketSeen(
    Stamp stamp,
    SocketId socket,
    Role role,
    long pid,
    String command,
    int descriptor,
    String type,
    SocketAddress local,
    @Nullable SocketAddress peer,
    boolean opened)
    implements ForeignEvent {

  /** Whether it is known which process it is. */
  public boolean named() {
    return pid != 0;
  }
}
