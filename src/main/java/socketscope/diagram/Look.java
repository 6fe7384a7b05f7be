package socketscope.diagram;

/** What a row means to the eye: one look, one colour, one shape, everywhere. */
public enum Look {
  /** A system call. */
  CALL,
  /** A segment that opens a connection. */
  HANDSHAKE,
  /** A packet with the user's bytes. */
  DATA,
  /** A segment that only acknowledges. */
  ACK,
  /** A segment that closes a direction. */
  FIN,
  /** A segment that breaks the connection. */
  RST,
  /** A call that failed, or an answer that was not the expected one. */
  ERROR,
  /** A call that waits. */
  BLOCKED,
  /** Something said beside the calls. */
  NOTE
}
