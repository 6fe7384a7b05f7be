package socketscope.kernel;

import java.util.List;

/**
 * All sockets of TCP and UDP of this machine at one moment.
 *
 * @param seen the moment at which the last of them was asked for, in nanoseconds of {@link
 *     System#nanoTime}: what is missing was not there then
 */
public record SocketList(long seen, List<ListedSocket> sockets) {

  /** Keeps a copy. */
  public SocketList {
    sockets = List.copyOf(sockets);
  }
}
