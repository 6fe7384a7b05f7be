package socketscope.event;

/**
 * What TCP has counted for one connection since it began: the counters of TCP_INFO (tcp(7), {@code
 * struct tcp_info} of linux/tcp.h; RFC 4898 names most of them). Each is -1 where the kernel does
 * not say.
 *
 * @param segmentsOut segments sent, with and without data, those sent again included
 * @param segmentsIn segments received, with and without data; on Linux a socket that accept()
 *     returned has not counted the SYN
 * @param dataSegmentsOut segments sent that carried data
 * @param dataSegmentsIn segments received that carried data
 * @param bytesSent bytes of data sent, those sent again included
 * @param bytesAcked bytes acknowledged by the peer; on Linux its own SYN and FIN count as one each
 * @param bytesReceived bytes received in order; on Linux the peer's FIN counts as one
 * @param bytesRetransmitted bytes of data sent again
 * @param segmentsRetransmitted segments sent again, a SYN or FIN included
 * @param bytesNotSent bytes that the program sent and that wait in the kernel, never sent so far
 * @param sendWindow the window that the peer offers, in bytes
 */
public record TcpCounters(
    long segmentsOut,
    long segmentsIn,
    long dataSegmentsOut,
    long dataSegmentsIn,
    long bytesSent,
    long bytesAcked,
    long bytesReceived,
    long bytesRetransmitted,
    long segmentsRetransmitted,
    long bytesNotSent,
    long sendWindow) {}
