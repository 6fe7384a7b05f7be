package socketscope.state;

/** What a socket is, as far as its states are concerned. */
public enum Kind {
  /** TCP: it has the states of RFC 9293. */
  TCP,
  /** UDP: it has addresses, and no states. */
  UDP,
  /** AF_UNIX: the kernel joins the two ends itself, without a protocol. */
  UNIX,
  /** Of another protocol, or nothing is known of it yet. */
  OTHER
}
