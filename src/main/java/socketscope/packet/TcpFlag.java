package socketscope.packet;

/** The control bits of a TCP segment, RFC 9293, section 3.1, from the lowest bit on. */
public enum TcpFlag {
  FIN,
  SYN,
  RST,
  PSH,
  ACK,
  URG,
  ECE,
  CWR;

  int mask() {
    return 1 << ordinal();
  }
}
