package socketscope.status;

import socketscope.event.Bytes;

/**
 * Bytes that wait together in one of the kernel's queues: those of a stream, or one datagram.
 *
 * @param start the first ones; enough for people to know them by
 * @param length how many there are
 */
public record QueuedBytes(Bytes start, long length) {

  /** More of them are not kept here: a queue may hold megabytes. */
  static final int MOST_SHOWN = 64;

  static QueuedBytes of(Bytes bytes) {
    return new QueuedBytes(Bytes.copyOf(bytes.toArray(MOST_SHOWN)), bytes.length());
  }

  /** Whether the start is not all of it. */
  public boolean cut() {
    return start.length() < length;
  }
}
