package socketscope.event;

/** How packets are captured. */
public enum CaptureMethod {
  /** A packet socket of our own (packet(7)). */
  RAW_SOCKET,
  /** The program tcpdump(1). */
  TCPDUMP,
  /** Wireshark's program dumpcap(1). */
  DUMPCAP,
  /** Not at all. */
  NONE
}
