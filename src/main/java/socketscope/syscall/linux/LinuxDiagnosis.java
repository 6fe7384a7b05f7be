package socketscope.syscall.linux;

import socketscope.syscall.DiagnosisLayout;

/** How Linux lists all its TCP sockets. */
final class LinuxDiagnosis {

  private LinuxDiagnosis() {}

  /**
   * &lt;linux/netlink.h>, &lt;linux/sock_diag.h>, &lt;linux/inet_diag.h>; netlink(7), sock_diag(7).
   *
   * <pre>
   * struct nlmsghdr         { u32 len; u16 type; u16 flags; u32 seq; u32 pid; };
   * struct inet_diag_sockid { be16 sport; be16 dport; be32 src[4]; be32 dst[4]; u32 if; u32 cookie[2]; };
   * struct inet_diag_req_v2 { u8 family; u8 protocol; u8 ext; u8 pad; u32 states; struct inet_diag_sockid id; };
   * struct inet_diag_msg    { u8 family; u8 state; u8 timer; u8 retrans; struct inet_diag_sockid id;
   *                           u32 expires; u32 rqueue; u32 wqueue; u32 uid; u32 inode; };
   *
   *            0       4       6       8       12      16
   * nlmsghdr   | len   | type  | flags | seq   | pid   |
   *            0        1          2      3         4       6       8      24     40    44       52
   * req_v2     | family | protocol | ext  | pad     | states        | id ...                        56
   * msg        | family | state    | timer| retrans | sport | dport | src  | dst  | if | cookie  | expires
   *            56       60       64    68      72
   *            | rqueue | wqueue | uid | inode |
   * </pre>
   */
  static DiagnosisLayout layout() {
    return new DiagnosisLayout(
        4,
        new DiagnosisLayout.Message(16, 0, 4, 6, 4),
        new DiagnosisLayout.Request(56, 20, 0x301, 0, 1, 4),
        new DiagnosisLayout.Answer(72, 0, 1, 2, 3, 4, 6, 8, 24, 52, 56, 60, 68));
  }
}
