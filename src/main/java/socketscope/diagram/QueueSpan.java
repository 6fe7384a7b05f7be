package socketscope.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketId;
import socketscope.queue.Queues.QueuedBytes;

/**
 * The time that a queue of a socket holds the same amount, along the kernel's line.
 *
 * @param program the program that has the socket
 * @param socket null for a connection that waits for accept(): no program has it yet
 * @param amount bytes, or connections for the accept queue; above 0
 * @param bytes what lies there: a piece of a stream, or a piece for each datagram; empty where that
 *     is not known
 */
public record QueueSpan(
    String program,
    int lane,
    int from,
    int to,
    @Nullable SocketId socket,
    Queue queue,
    long amount,
    List<QueuedBytes> bytes)
    implements Span<QueueSpan> {

  public QueueSpan {
    bytes = List.copyOf(bytes);
  }

  /** Which of a socket's queues. */
  public enum Queue {
    /** Bytes that wait to be read. */
    RECEIVE,
    /** Bytes not yet sent or not yet acknowledged. */
    SEND,
    /** Connections that wait for accept(). */
    ACCEPT
  }

  @Override
  public QueueSpan between(int first, int last) {
    return new QueueSpan(program, lane, first, last, socket, queue, amount, bytes);
  }
}
