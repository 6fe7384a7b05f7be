package socketscope.queue;

import socketscope.packet.TcpFlag;
import socketscope.packet.TcpLayer;

/**
 * How far one direction of a TCP connection has come, as its segments tell: RFC 9293, section 3.4.
 * It never changes.
 *
 * @param first the sequence number of its first byte
 * @param arrived so many bytes have arrived without a gap
 * @param acknowledged so many of them are acknowledged
 * @param changed when one of them changed last, in nanoseconds on the clock of the stamps
 */
record SegmentStream(long first, long arrived, long acknowledged, long changed) {

  private static final long NUMBERS = 1L << 32;

  /** The direction that a SYN begins. */
  static SegmentStream begun(TcpLayer syn, long nanos) {
    return new SegmentStream((syn.sequence() + 1) % NUMBERS, 0, 0, nanos);
  }

  /** Whether that SYN is the one that began it. */
  boolean isBegunBy(TcpLayer segment) {
    return segment.flags().has(TcpFlag.SYN) && (segment.sequence() + 1) % NUMBERS == first;
  }

  /** A segment has arrived; one that leaves a gap before it waits to be sent again. */
  SegmentStream with(TcpLayer segment, long nanos) {
    long from = place(segment.sequence(), arrived);
    long to = from + segment.dataLength();
    return segment.flags().has(TcpFlag.SYN) || from > arrived || to <= arrived
        ? this
        : new SegmentStream(first, to, acknowledged, nanos);
  }

  /** The other side has acknowledged what comes before that number; a FIN takes one, too. */
  SegmentStream acknowledged(long number, long nanos) {
    long bytes = Math.min(place(number, acknowledged), arrived);
    return bytes <= acknowledged ? this : new SegmentStream(first, arrived, bytes, nanos);
  }

  /** Where in the stream a sequence number stands: the place next to one that is known. */
  private long place(long number, long near) {
    long ahead = Math.floorMod(number - first - near, NUMBERS);
    return near + (ahead < NUMBERS / 2 ? ahead : ahead - NUMBERS);
  }
}
