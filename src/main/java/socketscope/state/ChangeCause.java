package socketscope.state;

import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramEnded;
import socketscope.packet.TcpFlags;

/** What made a socket change. */
public sealed interface ChangeCause {

  /** A call of the socket's own program, or of the listener that it waited at. */
  record Called(CallStarted call) implements ChangeCause {}

  /**
   * A segment crossed.
   *
   * @param sent whether this end sent it; else it arrived here
   * @param flags its control bits
   */
  record Crossed(PacketSeen packet, boolean sent, TcpFlags flags) implements ChangeCause {}

  /** The kernel did not wait any longer. */
  record Expired(Timer timer) implements ChangeCause {}

  /** The process that had the socket ended. */
  record Ended(ProgramEnded end) implements ChangeCause {}

  /**
   * Nobody saw it happen; the kernel said that it had.
   *
   * @param word the observation, or the answer of a call
   */
  record Told(Event word) implements ChangeCause {}

  /** For what the kernel may wait. */
  enum Timer {
    /** Twice the longest life of a segment: RFC 9293, section 3.6.1; 60 s on Linux. */
    TIME_WAIT,
    /** The peer's FIN, for a socket that no program holds (tcp_fin_timeout, tcp(7)). */
    FIN_WAIT2,
    /** An answer to a segment that was sent again and again (tcp_syn_retries, tcp(7)). */
    RETRANSMISSION
  }
}
