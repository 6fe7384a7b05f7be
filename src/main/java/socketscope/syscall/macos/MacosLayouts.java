package socketscope.syscall.macos;

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

/**
 * How macOS lays out structures, read from the headers of XNU 11417.101.15 (macOS 15.4); not run.
 */
final class MacosLayouts {

  private MacosLayouts() {}

  /**
   * bsd/sys/socket.h, bsd/sys/_types/_iovec_t.h; spawn.h, where a posix_spawn_file_actions_t is a
   * pointer.
   *
   * <pre>
   * struct msghdr  { void *name; u32 namelen; struct iovec *iov; int iovlen; void *control; u32 controllen; int flags; };
   * struct cmsghdr { u32 len; int level; int type; u8 data[]; };
   *
   *         0       8         12      16      24       32        40           44      48
   * msghdr  | name  | namelen |       | iov   | iovlen | control | controllen | flags |
   * cmsghdr | len | level | type | data (12)
   * </pre>
   */
  static CallLayouts calls() {
    return new CallLayouts(
        new CallLayouts.Message(48, 0, 8, 16, 24, 32, 40, 44, 4),
        new CallLayouts.Vector(16, 0, 8),
        new CallLayouts.Control(4, 4, 8, 12, 4),
        null,
        8);
  }

  /**
   * bsd/netinet/in.h, bsd/netinet6/in6.h, bsd/sys/un.h, bsd/sys/socket.h.
   *
   * <pre>
   * struct sockaddr_in  { u8 len; u8 family; be16 port; be32 addr; u8 zero[8]; };
   * struct sockaddr_in6 { u8 len; u8 family; be16 port; be32 flowinfo; u8 addr[16]; u32 scope_id; };
   * struct sockaddr_un  { u8 len; u8 family; char path[104]; };
   *
   *      0   1   2       4           8               16              24          28
   * in   |len|fam| port  | addr      | zero          |
   * in6  |len|fam| port  | flowinfo  | addr                          | scope_id  |
   * un   |len|fam| path                                                        ...  106
   * </pre>
   */
  static AddressLayout addresses() {
    return new AddressLayout(
        AddressLayout.Head.LENGTH_AND_FAMILY,
        new AddressLayout.Inet4(2, 16, 2, 4),
        new AddressLayout.Inet6(30, 28, 2, 4, 8, 24),
        new AddressLayout.Unix(1, 106, 2),
        128);
  }

  /**
   * struct sigaction of bsd/sys/signal.h. SIGUSR1, since the JVM uses SIGUSR2 to suspend threads
   * and SIGIO to wake them (os/posix/signals_posix.hpp and NativeThread.c of OpenJDK).
   *
   * <pre>
   * struct sigaction { void (*handler)(int); u32 mask; int flags; };
   *
   *   0         8      12      16
   *   | handler | mask | flags |
   * </pre>
   */
  static SignalLayout signals() {
    return new SignalLayout(
        30,
        16,
        0,
        8,
        12,
        Map.of(Signal.SIGSTOP, 17, Signal.SIGCONT, 19, Signal.SIGTERM, 15, Signal.SIGKILL, 9),
        SignalLayout.NONE);
  }

  /**
   * struct tcp_connection_info of bsd/netinet/tcp.h; getsockopt(fd, IPPROTO_TCP,
   * TCP_CONNECTION_INFO). Times are in milliseconds, windows in bytes. The states are those of
   * bsd/netinet/tcp_fsm.h.
   *
   * <pre>
   *    0  u8  state         12  u32 rto           16  u32 maxseg        24  u32 snd_cwnd
   *   28  u32 snd_wnd       32  u32 snd_sbbytes   36  u32 rcv_wnd       44  u32 srtt
   *   48  u32 rttvar        56  u64 txpackets     64  u64 txbytes       72  u64 txretransmitbytes
   *   80  u64 rxpackets     88  u64 rxbytes      104  u64 txretransmitpackets
   * </pre>
   */
  static TcpInfoLayout tcpInfo() {
    return new TcpInfoLayout.Table(new TcpInfoLayout.Request.Option(6, 0x106), 112)
        .field(Field.STATE, 0, 1)
        .milliseconds(Field.RTO, 12, 4)
        .field(Field.SEND_MSS, 16, 4)
        .field(Field.CONGESTION_WINDOW_BYTES, 24, 4)
        .field(Field.SEND_WINDOW, 28, 4)
        .field(Field.BYTES_BUFFERED, 32, 4)
        .field(Field.RECEIVE_WINDOW, 36, 4)
        .milliseconds(Field.RTT, 44, 4)
        .milliseconds(Field.RTT_VARIATION, 48, 4)
        .field(Field.SEGMENTS_OUT, 56, 8)
        .field(Field.BYTES_SENT, 64, 8)
        .field(Field.BYTES_RETRANSMITTED, 72, 8)
        .field(Field.SEGMENTS_IN, 80, 8)
        .field(Field.BYTES_RECEIVED, 88, 8)
        .field(Field.TOTAL_RETRANSMITS, 104, 8)
        .states(
            0,
            CLOSED,
            LISTEN,
            SYN_SENT,
            SYN_RECV,
            ESTABLISHED,
            CLOSE_WAIT,
            FIN_WAIT1,
            CLOSING,
            LAST_ACK,
            FIN_WAIT2,
            TIME_WAIT);
  }
}
