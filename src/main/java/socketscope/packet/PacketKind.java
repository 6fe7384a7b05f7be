package socketscope.packet;

/** What kind of packet it is, for its colour and shape: one packet, one kind. */
public enum PacketKind {
  /** SYN, or SYN with ACK. */
  HANDSHAKE,
  /** It carries a program's bytes, or is a datagram. */
  DATA,
  /** Nothing but an acknowledgment. */
  ACK,
  /** FIN, with bytes or without. */
  FIN,
  /** RST, or an ICMP error. */
  RST,
  /** None of these. */
  OTHER
}
