package socketscope.syscall.windows;

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

import socketscope.syscall.AddressLayout;
import socketscope.syscall.TcpInfoLayout;
import socketscope.syscall.TcpInfoLayout.Field;

/** How Windows lays out structures, read from the headers of mingw-w64; not run. */
final class WindowsLayouts {

  private WindowsLayouts() {}

  /**
   * winsock2.h, ws2ipdef.h, afunix.h (Microsoft: ws2def.h for the first).
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
        new AddressLayout.Inet6(23, 28, 2, 4, 8, 24),
        new AddressLayout.Unix(1, 110, 2),
        128);
  }

  /**
   * TCP_INFO_v0 of mstcpip.h, since Windows 10 1703; WSAIoctl(socket, SIO_TCP_INFO) with the
   * version 0. Times are in microseconds, windows in bytes. Its states count from 0; those of
   * GetExtendedTcpTable, which is not used, count from 1.
   *
   * <pre>
   *    0  u32 State          4  u32 Mss           20  u32 RttUs         24  u32 MinRttUs
   *   28  u32 BytesInFlight 32  u32 Cwnd          36  u32 SndWnd        40  u32 RcvWnd
   *   48  u64 BytesOut      56  u64 BytesIn       68  u32 BytesRetrans
   * </pre>
   */
  static TcpInfoLayout tcpInfo() {
    return new TcpInfoLayout.Table(new TcpInfoLayout.Request.Control(0xd8000027, 0), 88)
        .field(Field.STATE, 0, 4)
        .field(Field.SEND_MSS, 4, 4)
        .field(Field.RTT, 20, 4)
        .field(Field.MIN_RTT, 24, 4)
        .field(Field.BYTES_IN_FLIGHT, 28, 4)
        .field(Field.CONGESTION_WINDOW_BYTES, 32, 4)
        .field(Field.SEND_WINDOW, 36, 4)
        .field(Field.RECEIVE_WINDOW, 40, 4)
        .field(Field.BYTES_SENT, 48, 8)
        .field(Field.BYTES_RECEIVED, 56, 8)
        .field(Field.BYTES_RETRANSMITTED, 68, 4)
        .states(
            0,
            CLOSED,
            LISTEN,
            SYN_SENT,
            SYN_RECV,
            ESTABLISHED,
            FIN_WAIT1,
            FIN_WAIT2,
            CLOSE_WAIT,
            CLOSING,
            LAST_ACK,
            TIME_WAIT);
  }
}
