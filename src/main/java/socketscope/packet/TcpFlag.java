package socketscope.packet;

/** The control bits of a TCP segment, RFC 9293, section 3.1, from the lowest bit on. */
public enum TcpFlag {
  FIN(0),
  SYN(1),
  RST(2),
  PSH(3),
  ACK(4),
  URG(5),
  ECE(6),
  CWR(7);

  private final int place;

  TcpFlag(int place) {
    this.place = place;
  }

  /** Which bit of its byte it is, the least significant one being 0. */
  int place() {
    return place;
  }

  int mask() {
    return 1 << place;
  }
}
