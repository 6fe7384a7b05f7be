package socketscope.diagram;

import socketscope.event.SocketId;

/**
 * The time that a queue of a socket holds the same amount, along the kernel's line.
 *
 * @param program the program that has the socket
 * @param amount bytes, or connections for the accept queue; above 0
 */
public record QueueSpan(
    String program, int lane, int from, int to, SocketId socket, Queue queue, long amount)
    implements Span<QueueSpan> {

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
    return new QueueSpan(program, lane, first, last, socket, queue, amount);
  }
}
