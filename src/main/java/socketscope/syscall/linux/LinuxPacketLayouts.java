package socketscope.syscall.linux;

import socketscope.syscall.PacketSocketLayout;
import socketscope.syscall.PacketTables;

/** How packets are seen on Linux. */
final class LinuxPacketLayouts {

  private LinuxPacketLayouts() {}

  /**
   * &lt;linux/if_packet.h>, &lt;linux/filter.h>, &lt;bits/socket.h>,
   * &lt;bits/types/struct_iovec.h>; packet(7), recvmsg(2), cmsg(3).
   *
   * <pre>
   * struct sockaddr_ll { u16 family; be16 protocol; int ifindex; u16 hatype; u8 pkttype; u8 halen; u8 addr[8]; };
   * struct msghdr      { void *name; u32 namelen; struct iovec *iov; size_t iovlen; void *control; size_t controllen; int flags; };
   * struct iovec       { void *base; size_t len; };
   * struct cmsghdr     { size_t len; int level; int type; u8 data[]; };
   * struct sock_fprog  { u16 len; struct sock_filter *filter; };
   * struct sock_filter { u16 code; u8 jt; u8 jf; u32 k; };
   *
   *         0       2         4         8       12      16      24       32        40           48      56
   * ll      | family| protocol| ifindex | ...                    20
   * msghdr  | name                      | namelen       | iov   | iovlen | control | controllen | flags |
   * cmsghdr | len                       | level | type  | data
   * </pre>
   */
  static PacketTables tables() {
    return new PacketTables(
        "lo",
        new PacketSocketLayout(
            new PacketSocketLayout.LinkAddress(17, 20, 2, 4),
            new PacketSocketLayout.Message(56, 16, 24, 32, 40),
            new PacketSocketLayout.Vector(16, 0, 8),
            new PacketSocketLayout.Control(0, 8, 12, 16),
            new PacketSocketLayout.Statistics(8, 0, 4),
            new PacketSocketLayout.Filter(16, 0, 8)));
  }
}
