package socketscope.capture;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.event.Bytes;

/** Where packets come from. It captures from the moment that it is made. */
interface PacketSource {

  /** Takes what comes. Called by several threads, by each in the order of its packets. */
  interface Taker {

    /**
     * A packet has come.
     *
     * @param day when, in nanoseconds since 1970; 0 where that is not known
     * @param length its bytes from the IP header on
     * @param bytes those that were captured
     */
    void packet(long day, int length, Bytes bytes);

    /**
     * No more packets will come.
     *
     * @param reason as in {@link socketscope.event.CaptureEnded}
     */
    void broken(String reason);
  }

  /** The most that there can be of a packet: the loopback interface's is 65536 bytes. */
  int SNAPSHOT = 1 << 18;

  /** Begins to hand packets over, on threads of its own. */
  void begin(Taker taker);

  /**
   * Hands over what is still to come, and ends. Returns when that is done.
   *
   * @param settled whether nothing more must come
   * @param deadline when to end in any case, as {@link System#nanoTime} tells
   */
  void end(BooleanSupplier settled, long deadline) throws InterruptedException;

  /** From now on hands over no packets of these flows, where it can tell the kernel so. */
  void turnAway(Set<EndpointPair> flows);

  /** What the kernel counted since this was asked before, as far as it says. */
  Counted counted();

  /**
   * Packets, as PACKET_STATISTICS of packet(7) counts them.
   *
   * @param came all that came, with those that were lost
   * @param lost those that there was no room for
   */
  record Counted(long came, long lost) {

    Counted plus(Counted other) {
      return new Counted(came + other.came, lost + other.lost);
    }
  }

  /**
   * What came of trying to capture in one way.
   *
   * @param source where packets come from; null where it is not possible
   * @param answer in a word, for machines: {@code ok}, {@code missing}, {@code refused}, an errno
   */
  record OpenResult(@Nullable PacketSource source, String answer) {

    static OpenResult of(PacketSource source) {
      return new OpenResult(source, "ok");
    }

    static OpenResult missing() {
      return new OpenResult(null, "missing");
    }

    static OpenResult refused(String answer) {
      return new OpenResult(null, answer);
    }
  }
}
