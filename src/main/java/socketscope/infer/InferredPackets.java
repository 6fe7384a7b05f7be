package socketscope.infer;

import socketscope.event.PacketInferred;

/**
 * A packet, or several of one kind, that came to light in one sample.
 *
 * @param anchor the start of the call that caused it; {@link #NONE} where no call did
 * @param before when it had passed at the latest
 */
record InferredPackets(
    ConnectionEnd from,
    ConnectionEnd to,
    PacketInferred.Kind kind,
    long count,
    long bytes,
    long anchor,
    long before) {

  /** The anchor of what no call caused. */
  static final long NONE = Long.MAX_VALUE;

  boolean anchored() {
    return anchor != NONE;
  }
}
