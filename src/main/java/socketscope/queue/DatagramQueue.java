package socketscope.queue;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.Bytes;
import socketscope.queue.Queues.QueuedBytes;

/** The datagrams that wait at a socket, as far as sends, reads and drops tell. */
final class DatagramQueue {

  private final List<Bytes> waiting = new ArrayList<>();
  private long drops;

  DatagramQueue copy() {
    DatagramQueue copy = new DatagramQueue();
    copy.waiting.addAll(waiting);
    copy.drops = drops;
    return copy;
  }

  void delivered(Bytes datagram) {
    waiting.add(datagram);
  }

  /**
   * One was read.
   *
   * @param start as much of it as there was room for
   */
  void read(Bytes start) {
    if (!waiting.isEmpty() && startsWith(waiting.getFirst(), start)) {
      waiting.removeFirst();
    }
    // Anything else came from a program that is not watched.
  }

  private static boolean startsWith(Bytes whole, Bytes start) {
    return Bytes.copyOf(whole.toArray(start.length())).equals(start);
  }

  /** The kernel has counted so many drops: the last ones found no room. */
  void dropped(long counted) {
    for (; drops < counted && !waiting.isEmpty(); drops++) {
      waiting.removeLast();
    }
    drops = Math.max(drops, counted);
  }

  /** Whether the kernel's word on the first one's size agrees. */
  boolean agrees(long first) {
    return waiting.isEmpty() ? first == 0 : waiting.getFirst().length() == first;
  }

  List<QueuedBytes> pieces() {
    return waiting.stream().map(QueuedBytes::of).toList();
  }
}
