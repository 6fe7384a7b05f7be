package socketscope.syscall.linux;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.CLOSE_WAIT;
import static socketscope.event.TcpState.CLOSING;
import static socketscope.event.TcpState.ESTABLISHED;
import static socketscope.event.TcpState.FIN_WAIT1;
import static socketscope.event.TcpState.FIN_WAIT2;
import static socketscope.event.TcpState.LAST_ACK;
import static socketscope.event.TcpState.LISTEN;
import static socketscope.event.TcpState.SYN_RECV;
import static socketscope.event.TcpState.SYN_SENT;
import static socketscope.event.TcpState.TIME_WAIT;

import java.util.Map;
import socketscope.event.Signal;
import socketscope.syscall.AddressLayout;
import socketscope.syscall.CallLayouts;
import socketscope.syscall.SignalLayout;
import socketscope.syscall.TcpInfoLayout;
import socketscope.syscall.TcpInfoLayout.Field;

/** How Linux lays out structures. */
final class LinuxLayouts {

  private LinuxLayouts() {}

  /**
   * &lt;bits/socket.h>, &lt;bits/types/struct_iovec.h>, &lt;sys/epoll.h>, &lt;spawn.h> (of glibc
   * and of musl: two ints, a pointer and 16 ints); recv(2), cmsg(3), epoll_ctl(2).
   *
   * <pre>
   * struct msghdr      { void *name; u32 namelen; struct iovec *iov; size_t iovlen; void *control; size_t controllen; int flags; };
   * struct iovec       { void *base; size_t len; };
   * struct cmsghdr     { size_t len; int level; int type; u8 data[]; };
   * struct epoll_event { u32 events; u64 data; };   packed on x86-64 only
   *
   *         0         8         12      16      24       32        40           48      56
   * msghdr  | name    | namelen |       | iov   | iovlen | control | controllen | flags |
   * cmsghdr | len     | level   | type  | data
   * </pre>
   */
  static CallLayouts calls(String architecture) {
    boolean packed = architecture.equals("amd64") || architecture.equals("x86_64");
    return new CallLayouts(
        new CallLayouts.Message(56, 0, 8, 16, 24, 32, 40, 48, 8),
        new CallLayouts.Vector(16, 0, 8),
        new CallLayouts.Control(8, 8, 12, 16, 8),
        packed ? new CallLayouts.Event(12, 4) : new CallLayouts.Event(16, 8),
        80);
  }

  /**
   * &lt;netinet/in.h>, &lt;sys/un.h>; ip(7), ipv6(7), unix(7).
   *
   * <pre>
   * struct sockaddr_in  { u16 family; be16 port; be32 addr; u8 zero[8]; };
   * struct sockaddr_in6 { u16 family; be16 port; be32 flowinfo; u8 addr[16]; u32 scope_id; };
   * struct sockaddr_un  { u16 family; char path[108]; };
   *
   *      0       2       4           8               16              24          28
   * in   | family| port  | addr      | zero          |
   * in6  | family| port  | flowinfo  | addr                          | scope_id  |
   * un   | family| path                                                        ...  110
   * </pre>
   */
  static AddressLayout addresses() {
    return new AddressLayout(
        AddressLayout.Head.FAMILY,
        new AddressLayout.Inet4(2, 16, 2, 4),
        new AddressLayout.Inet6(10, 28, 2, 4, 8, 24),
        new AddressLayout.Unix(1, 110, 2),
        128);
  }

  /**
   * struct sigaction of glibc and of musl, sigaction(2). SIGRTMAX-4, since the JVM uses the signals
   * up to 25 and SIGRTMAX-2, and the C library those from 32 to 34. The numbers of signal(7), and
   * PR_SET_PDEATHSIG of &lt;linux/prctl.h>.
   *
   * <pre>
   * struct sigaction { void (*handler)(int); sigset_t mask; int flags; void (*restorer)(void); };
   *
   *   0         8                 136     140     144        152
   *   | handler | mask            | flags |       | restorer |
   * </pre>
   */
  static SignalLayout signals() {
    return new SignalLayout(
        60,
        152,
        0,
        8,
        136,
        Map.of(Signal.SIGSTOP, 19, Signal.SIGCONT, 18, Signal.SIGTERM, 15, Signal.SIGKILL, 9),
        1);
  }

  /**
   * struct tcp_info of &lt;linux/tcp.h>, tcp(7); getsockopt(fd, IPPROTO_TCP, TCP_INFO). Times are
   * in microseconds. An older kernel writes fewer bytes, a later one has more after these.
   *
   * <pre>
   *    0  u8  state          2  u8  retransmits    3  u8  probes         4  u8  backoff
   *    8  u32 rto           16  u32 snd_mss       24  u32 unacked       28  u32 sacked
   *   32  u32 lost          68  u32 rtt           72  u32 rttvar        80  u32 snd_cwnd
   *  100  u32 total_retrans                      120  u64 bytes_acked  128  u64 bytes_received
   *  136  u32 segs_out     140  u32 segs_in      144  u32 notsent_bytes
   *  148  u32 min_rtt      152  u32 data_segs_in 156  u32 data_segs_out
   *  200  u64 bytes_sent   208  u64 bytes_retrans                      228  u32 snd_wnd
   * </pre>
   */
  static TcpInfoLayout tcpInfo() {
    return new TcpInfoLayout.Table(new TcpInfoLayout.Request.Option(6, 11), 232)
        .field(Field.STATE, 0, 1)
        .field(Field.RETRANSMITS, 2, 1)
        .field(Field.PROBES, 3, 1)
        .field(Field.BACKOFF, 4, 1)
        .field(Field.RTO, 8, 4)
        .field(Field.SEND_MSS, 16, 4)
        .field(Field.UNACKED, 24, 4)
        .field(Field.SACKED, 28, 4)
        .field(Field.LOST, 32, 4)
        .field(Field.RTT, 68, 4)
        .field(Field.RTT_VARIATION, 72, 4)
        .field(Field.CONGESTION_WINDOW_SEGMENTS, 80, 4)
        .field(Field.TOTAL_RETRANSMITS, 100, 4)
        .field(Field.BYTES_ACKED, 120, 8)
        .field(Field.BYTES_RECEIVED, 128, 8)
        .field(Field.SEGMENTS_OUT, 136, 4)
        .field(Field.SEGMENTS_IN, 140, 4)
        .field(Field.BYTES_NOT_SENT, 144, 4)
        .field(Field.MIN_RTT, 148, 4)
        .field(Field.DATA_SEGMENTS_IN, 152, 4)
        .field(Field.DATA_SEGMENTS_OUT, 156, 4)
        .field(Field.BYTES_SENT, 200, 8)
        .field(Field.BYTES_RETRANSMITTED, 208, 8)
        .field(Field.SEND_WINDOW, 228, 4)
        .states(
            1,
            ESTABLISHED,
            SYN_SENT,
            SYN_RECV,
            FIN_WAIT1,
            FIN_WAIT2,
            TIME_WAIT,
            CLOSED,
            CLOSE_WAIT,
            LAST_ACK,
            LISTEN,
            CLOSING);
  }
}
