package socketscope.capture;

import socketscope.event.Bytes;

/**
 * Keeps packets in the order in which the kernel handed them over. That order is certain; their
 * times, which come from another clock, are certain to a few microseconds only, in which a SYN and
 * its answer both fall. Packets of IPv4 and of IPv6 come over sockets of their own.
 */
final class ArrivalOrder {

  private static final int VERSION_SHIFT = 4;

  private final long[] latest = new long[16];

  ArrivalOrder() {
    java.util.Arrays.fill(latest, Long.MIN_VALUE);
  }

  /** The packet's time, or that of the one before it where that is later. */
  synchronized long inOrder(Bytes packet, long nanos) {
    int version = (packet.toArray()[0] & 0xff) >> VERSION_SHIFT;
    latest[version] = Math.max(latest[version], nanos);
    return latest[version];
  }
}
