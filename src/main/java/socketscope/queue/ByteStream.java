package socketscope.queue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import socketscope.event.Bytes;
import socketscope.fold.PersistentMap;
import socketscope.queue.Queues.QueuedBytes;

/** What a socket has sent so far over one connection. It never changes. */
final class ByteStream {

  /** Nothing was sent. */
  static final ByteStream EMPTY = new ByteStream(PersistentMap.empty(), 0);

  /** Bytes that one call sent, and where in the stream they begin. */
  private record Sent(long from, Bytes bytes) {}

  private final PersistentMap<Integer, Sent> sent;
  private final long total;

  private ByteStream(PersistentMap<Integer, Sent> sent, long total) {
    this.sent = sent;
    this.total = total;
  }

  /** The first so many of these bytes were taken by the kernel. */
  ByteStream with(Bytes bytes, long count) {
    Bytes taken = count == bytes.length() ? bytes : Bytes.copyOf(bytes.toArray((int) count));
    return new ByteStream(sent.with(sent.size(), new Sent(total, taken)), total + count);
  }

  long total() {
    return total;
  }

  /**
   * Bytes of the stream; empty where it does not have them all.
   *
   * @param entering what a call that has not returned is sending: the kernel may have taken some
   */
  List<QueuedBytes> range(long from, long length, Bytes entering) {
    if (length <= 0 || from < 0 || from + length > total + entering.length()) {
      return List.of();
    }
    PersistentMap<Integer, Sent> all = sent.with(sent.size(), new Sent(total, entering));
    return List.of(new QueuedBytes(start(all, from, length), length));
  }

  private static Bytes start(PersistentMap<Integer, Sent> all, long from, long length) {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    long wanted = Math.min(length, QueuedBytes.MOST_SHOWN);
    for (int i = lastFrom(all, from); i < all.size() && start.size() < wanted; i++) {
      Sent piece = at(all, i);
      int skipped = (int) Math.max(0, from - piece.from);
      int count = (int) Math.min(wanted - start.size(), piece.bytes.length() - skipped);
      if (count > 0) {
        start.write(piece.bytes.toArray(skipped + count), skipped, count);
      }
    }
    return Bytes.copyOf(start.toByteArray());
  }

  /** The place of the last piece that begins there or before. */
  private static int lastFrom(PersistentMap<Integer, Sent> all, long from) {
    int low = 0;
    int high = all.size();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (at(all, middle).from <= from) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @SuppressWarnings("NullAway") // each place up to the size is taken
  private static Sent at(PersistentMap<Integer, Sent> all, int place) {
    return all.get(place);
  }
}
