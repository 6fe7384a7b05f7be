package socketscope.queue;

import java.util.List;
import socketscope.event.Bytes;
import socketscope.event.SocketObserved;

/**
 * The kernel's queues of one socket: how much waits, as the kernel says, and which bytes, as what
 * the programs sent and read says.
 *
 * @param receive bytes that wait to be read; of datagrams, the first one's; -1 where not known
 * @param received those bytes: one piece of a stream, or a piece for each datagram; empty where
 *     there are none, or where sends and reads do not explain what the kernel says
 * @param datagrams how many datagrams wait; -1 where not known, and for a stream
 * @param drops datagrams that found no room and were thrown away; -1 where not known
 * @param send bytes not yet acknowledged, a FIN counting as one; -1 where not known
 * @param sent those bytes; empty where there are none, or where they are not known
 */
public record Queues(
    long receive,
    List<QueuedBytes> received,
    long datagrams,
    long drops,
    long send,
    List<QueuedBytes> sent) {

  /** Of a socket of which the kernel was not asked, or that is closed. */
  public static final Queues UNKNOWN = new Queues(-1, List.of(), -1, -1, -1, List.of());

  /** Keeps copies. */
  public Queues {
    received = List.copyOf(received);
    sent = List.copyOf(sent);
  }

  /** As the kernel said, without the bytes. */
  public static Queues of(SocketObserved seen) {
    return new Queues(
        seen.receiveQueue(), List.of(), -1, seen.drops(), seen.sendQueue(), List.of());
  }

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

    /** As a program would write them, without quotes: {@code hola}. */
    public String spelled() {
      return start.escaped();
    }

    /** Whether the start is not all of it. */
    public boolean cut() {
      return start.length() < length;
    }
  }
}
