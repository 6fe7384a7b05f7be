package socketscope.capture;

import socketscope.event.SocketId;

/**
 * A call that sent a packet, or was about to, from a port that is not known.
 *
 * @param target where to
 * @param from when the call was made
 * @param until when it returned
 */
record Attempt(SocketId socket, Endpoint target, long from, long until) {

  /** Whether it is this call that sent the packet, as far as can be told: it was under way then. */
  boolean explains(CapturedPacket packet) {
    Heading heading = packet.heading();
    Segment segment = heading.segment();
    return heading.destination().equals(target)
        && !heading.quoted()
        && (segment == null || segment.opens())
        && from <= packet.nanos()
        && packet.nanos() <= until;
  }
}
