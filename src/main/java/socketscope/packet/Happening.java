package socketscope.packet;

/** What a packet does in its conversation. */
public enum Happening {
  /** Asks for a connection (RFC 9293, 3.5). */
  SYN,
  /** Grants it and asks back. */
  SYN_ACK,
  /** The third part of the handshake. */
  HANDSHAKE_ACK,
  /** Carries bytes that a program sent. */
  DATA,
  /** Acknowledges, and nothing else. */
  ACK,
  /** Its sender has no more to send. */
  FIN,
  /** Ends the connection at once. */
  RST,
  /** The RST that answers a SYN: nobody listens there. */
  REFUSED,
  /** Bytes that were on the way before. */
  RETRANSMISSION,
  /** A retransmission of what the other end had acknowledged already. */
  SPURIOUS_RETRANSMISSION,
  /** Bytes that later ones have overtaken. */
  OUT_OF_ORDER,
  /** Bytes before it were not captured, or are lost. */
  GAP_BEFORE,
  /** Acknowledges bytes that were not captured. */
  ACKNOWLEDGES_UNSEEN,
  /** Says again what was said: the number, the window and the acknowledgment of the one before. */
  DUPLICATE_ACK,
  /** Asks whether the other end is still there (RFC 9293, 3.8.4). */
  KEEP_ALIVE,
  /** It is. */
  KEEP_ALIVE_ANSWER,
  /** Its sender takes no more bytes for now. */
  ZERO_WINDOW,
  /** Asks whether the other end takes bytes again (RFC 9293, 3.8.6.1). */
  ZERO_WINDOW_PROBE,
  /** It does not yet. */
  ZERO_WINDOW_PROBE_ANSWER,
  /** Only the window is new. */
  WINDOW_UPDATE,
  /** Fills the other end's window to its edge. */
  WINDOW_FULL,
  /** A new connection with the ports of an earlier one. */
  PORTS_REUSED,
  /** A datagram of UDP. */
  DATAGRAM,
  /** Reports an error with another packet. */
  ICMP_ERROR,
  /** Another message of ICMP. */
  ICMP_MESSAGE,
  /** Of a protocol that is not decoded, a fragment, or malformed. */
  OTHER
}
