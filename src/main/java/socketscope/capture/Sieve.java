package socketscope.capture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import socketscope.event.Event;

/**
 * Keeps the packets of the experiment's own sockets. A packet is one where an end of it is a socket
 * of the experiment at that time, or where it belongs to a flow of which one was kept: what the
 * kernel still sends for a socket that is closed. The packet often comes before the event that says
 * whose it is, so each that is not known is held back for a while.
 */
final class Sieve {

  /** How long the news of a call may take. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** So much of other programs' traffic is held at most. */
  private static final long ROOM = 16 << 20;

  /** What a packet takes besides its bytes, about. */
  private static final long OVERHEAD = 200;

  private final OwnSockets sockets = new OwnSockets();
  private final Set<Flow> flows = new HashSet<>();
  private final Outstanding outstanding = new Outstanding();
  private final Deque<Packet> held = new ArrayDeque<>();
  private final Consumer<Packet> kept;
  private long size;

  Sieve(Consumer<Packet> kept) {
    this.kept = kept;
  }

  /** Takes a packet. */
  synchronized void see(Packet packet) {
    if (own(packet)) {
      keep(packet);
    } else {
      held.add(packet);
      size += sizeOf(packet);
      dropOld(packet.nanos() - PATIENCE_NANOS);
    }
  }

  /** Takes news of the experiment. */
  synchronized void learn(Event event) {
    if (!sockets.learn(event)) {
      return;
    }
    for (Iterator<Packet> all = held.iterator(); all.hasNext(); ) {
      Packet packet = all.next();
      if (own(packet)) {
        all.remove();
        size -= sizeOf(packet);
        keep(packet);
      }
    }
    sockets.forgetBefore(event.stamp().nanos() - PATIENCE_NANOS);
  }

  private boolean own(Packet packet) {
    Heading heading = packet.heading();
    return flows.contains(heading.flow())
        || sockets.own(heading.source(), packet.nanos())
        || sockets.own(heading.destination(), packet.nanos())
        || sockets.sent(packet);
  }

  private void keep(Packet packet) {
    flows.add(packet.heading().flow());
    outstanding.add(packet.heading());
    kept.accept(packet);
  }

  private void dropOld(long before) {
    while (size > ROOM || held.getFirst().nanos() < before) {
      size -= sizeOf(held.removeFirst());
    }
  }

  private static long sizeOf(Packet packet) {
    return packet.bytes().length() + OVERHEAD;
  }

  /** Whether nothing more must follow: all that was sent is acknowledged. */
  synchronized boolean settled() {
    return outstanding.isEmpty();
  }
}
