package socketscope.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import socketscope.socket.MadeCall;

/** How many bytes the calls on one socket had handed to the kernel, one call after the other. */
final class BytesHanded {

  private final List<MadeCall> sending;

  /** The bytes of all calls before each, and after the last. */
  private final long[] before;

  private final int[] unreturned;

  /**
   * What those calls handed over.
   *
   * @param calls on one socket, in the order in which they started
   */
  BytesHanded(List<MadeCall> calls) {
    sending = new ArrayList<>(calls);
    sending.removeIf(call -> !call.sends());
    before = new long[sending.size() + 1];
    for (int i = 0; i < sending.size(); i++) {
      before[i + 1] = before[i] + bytes(sending.get(i));
    }
    unreturned =
        IntStream.range(0, sending.size()).filter(i -> sending.get(i).returned() == null).toArray();
  }

  private static long bytes(MadeCall call) {
    return call.result() == null ? 0 : call.call().moved(call.result());
  }

  /**
   * The call that handed over a byte, counted from 1 from that moment on. One that has not returned
   * may have handed over all that those before it had not.
   */
  Optional<MadeCall> call(long begin, long number) {
    int first = firstFrom(begin);
    int stop = firstUnreturned(first);
    int from = first;
    int to = stop;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (before[middle + 1] - before[first] >= number) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from < sending.size() ? Optional.of(sending.get(from)) : Optional.empty();
  }

  /** A call of a program that was killed never returns; the next program's calls come after it. */
  private int firstUnreturned(int first) {
    for (int i : unreturned) {
      if (i >= first) {
        return i;
      }
    }
    return sending.size();
  }

  private int firstFrom(long begin) {
    int from = 0;
    int to = sending.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sending.get(middle).since() >= begin) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
