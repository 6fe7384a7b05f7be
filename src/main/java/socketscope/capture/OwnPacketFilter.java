package socketscope.capture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.capture.HeadingReader.Heading;
import socketscope.event.Event;

/**
 * Keeps the packets of the experiment's own sockets. A packet is one where an end of it is a socket
 * of the experiment at that time, or where it belongs to a flow of which one was kept: what the
 * kernel still sends for a socket that is closed. The packet often comes before the event that says
 * whose it is, so each that is not known is held back for a while.
 */
final class OwnPacketFilter {

  /** How long the news of a call may take. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** So much of other programs' traffic is held at most. */
  private static final long ROOM = 16 << 20;

  /** What a packet takes besides its bytes, about. */
  private static final long OVERHEAD = 200;

  private final OwnEndpoints sockets = new OwnEndpoints();
  private final Set<EndpointPair> flows = new HashSet<>();
  private final Outstanding outstanding = new Outstanding();
  private final Deque<CapturedPacket> held = new ArrayDeque<>();
  private final HeavyFlows heavy = new HeavyFlows();
  private final Consumer<CapturedPacket> kept;
  private final Consumer<Set<EndpointPair>> turnAway;
  private long size;
  private long missed;

  /**
   * A filter that knows no socket yet.
   *
   * @param kept takes the experiment's packets
   * @param turnAway is told of which flows it wants no more packets, whenever that changes
   */
  OwnPacketFilter(Consumer<CapturedPacket> kept, Consumer<Set<EndpointPair>> turnAway) {
    this.kept = kept;
    this.turnAway = turnAway;
  }

  /** Takes a packet. */
  synchronized void see(CapturedPacket packet) {
    if (own(packet)) {
      keep(packet);
    } else {
      held.add(packet);
      size += sizeOf(packet);
      if (heavy.add(packet)) {
        turnAway.accept(heavy.all());
      }
      dropOld(packet.nanos() - PATIENCE_NANOS);
    }
  }

  /** Takes news of the experiment. */
  synchronized void learn(Event event) {
    if (!sockets.learn(event)) {
      return;
    }
    for (Iterator<CapturedPacket> all = held.iterator(); all.hasNext(); ) {
      CapturedPacket packet = all.next();
      if (own(packet)) {
        all.remove();
        size -= sizeOf(packet);
        heavy.remove(packet);
        keep(packet);
      }
    }
    listenAgain(event.stamp().nanos());
    sockets.forgetBefore(event.stamp().nanos() - PATIENCE_NANOS);
  }

  private void listenAgain(long nanos) {
    int back =
        heavy.takeBack(flow -> sockets.own(flow.one(), nanos) || sockets.own(flow.other(), nanos));
    if (back > 0) {
      missed += back;
      turnAway.accept(heavy.all());
    }
  }

  private boolean own(CapturedPacket packet) {
    Heading heading = packet.heading();
    return flows.contains(heading.flow())
        || sockets.own(heading.source(), packet.nanos())
        || sockets.own(heading.destination(), packet.nanos())
        || sockets.sent(packet);
  }

  private void keep(CapturedPacket packet) {
    flows.add(packet.heading().flow());
    outstanding.add(packet.heading());
    kept.accept(packet);
  }

  private void dropOld(long before) {
    while (size > ROOM || held.getFirst().nanos() < before) {
      CapturedPacket dropped = held.removeFirst();
      size -= sizeOf(dropped);
      heavy.remove(dropped);
    }
  }

  private static long sizeOf(CapturedPacket packet) {
    return packet.bytes().length() + OVERHEAD;
  }

  /** How many packets of the experiment were turned away at least. */
  synchronized long missed() {
    return missed;
  }

  /** Whether nothing more must follow: all that was sent is acknowledged. */
  synchronized boolean settled() {
    return outstanding.isEmpty();
  }
}
