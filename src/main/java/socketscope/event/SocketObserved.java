package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel said about a socket of a program. Written when something has changed.
 *
 * @param descriptor the number of its descriptor
 * @param type SOCK_STREAM, SOCK_DGRAM ...
 * @param state its TCP state; null for a socket that is not TCP
 * @param local its own address; null before it has one
 * @param peer the address at the other end; null without one
 * @param receiveQueue bytes that wait to be read (SIOCINQ; the first datagram's for UDP); -1 where
 *     the kernel does not say
 * @param sendQueue bytes not yet acknowledged, or not yet sent (SIOCOUTQ); -1 where the kernel does
 *     not say
 * @param accepting for a listener, the connections that wait for accept(); else -1
 * @param backlog for a listener, the backlog that the kernel keeps; else -1
 * @param drops datagrams that the kernel threw away since the queue was full (SO_MEMINFO); -1 for a
 *     TCP socket, or where the kernel does not say
 * @param counters what TCP has counted for a connection; null for a listener and other sockets
 * @param cookie the kernel's own number of the socket, which no other one has (SO_COOKIE); 0 where
 *     it does not say
 */
public record SocketObserved(
    Stamp stamp,
    SocketId socket,
    int descriptor,
    String type,
    @Nullable TcpState state,
    @Nullable SocketAddress local,
    @Nullable SocketAddress peer,
    long receiveQueue,
    long sendQueue,
    long accepting,
    long backlog,
    long drops,
    @Nullable TcpCounters counters,
    long cookie)
    implements Observation {

  /** What a kernel said that has no numbers of sockets. */
  public SocketObserved(
      Stamp stamp,
      SocketId socket,
      int descriptor,
      String type,
      @Nullable TcpState state,
      @Nullable SocketAddress local,
      @Nullable SocketAddress peer,
      long receiveQueue,
      long sendQueue,
      long accepting,
      long backlog,
      long drops,
      @Nullable TcpCounters counters) {
    this(
        stamp,
        socket,
        descriptor,
        type,
        state,
        local,
        peer,
        receiveQueue,
        sendQueue,
        accepting,
        backlog,
        drops,
        counters,
        0);
  }

  /** The same of the socket under another identity. */
  public SocketObserved of(SocketId other) {
    return new SocketObserved(
        stamp,
        other,
        descriptor,
        type,
        state,
        local,
        peer,
        receiveQueue,
        sendQueue,
        accepting,
        backlog,
        drops,
        counters,
        cookie);
  }

  /** Whether the other one says the same of the same socket, by whatever program and when. */
  public boolean agrees(SocketObserved other) {
    SocketObserved then =
        new SocketObserved(
            other.stamp,
            socket,
            descriptor,
            type,
            state,
            local,
            peer,
            receiveQueue,
            sendQueue,
            accepting,
            backlog,
            drops,
            counters,
            other.cookie);
    return then.equals(other);
  }
}
