package socketscope.status;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import socketscope.event.Bytes;
import socketscope.status.Queues.QueuedBytes;

/** What a socket has sent so far, and how far its peer has read it. */
final class ByteStream {

  private final List<Bytes> sent = new ArrayList<>();
  private long total;

  ByteStream copy() {
    ByteStream copy = new ByteStream();
    copy.sent.addAll(sent);
    copy.total = total;
    return copy;
  }

  /** The first so many of these bytes were taken by the kernel. */
  void sent(Bytes bytes, long count) {
    sent.add(count == bytes.length() ? bytes : Bytes.copyOf(bytes.toArray((int) count)));
    total += count;
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
    List<Bytes> all = new ArrayList<>(sent);
    all.add(entering);
    return List.of(new QueuedBytes(start(all, from, length), length));
  }

  private static Bytes start(List<Bytes> all, long from, long length) {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    long at = 0;
    for (Bytes bytes : all) {
      long skipped = Math.max(0, from - at);
      long wanted = Math.min(length, QueuedBytes.MOST_SHOWN) - start.size();
      if (skipped < bytes.length() && wanted > 0) {
        int count = (int) Math.min(wanted, bytes.length() - skipped);
        start.write(bytes.toArray((int) skipped + count), (int) skipped, count);
      }
      at += bytes.length();
    }
    return Bytes.copyOf(start.toByteArray());
  }
}
