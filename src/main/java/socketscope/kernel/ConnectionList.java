package socketscope.kernel;

import java.util.List;

/**
 * All TCP connections of this machine at one moment.
 *
 * @param seen the moment at which the last of them was asked for: what is missing was not there
 *     then
 */
public record ConnectionList(long seen, List<KernelConnection> connections) {

  /** Keeps a copy. */
  public ConnectionList {
    connections = List.copyOf(connections);
  }
}
