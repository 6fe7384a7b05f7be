package socketscope.event;

/** How a program serves the connections of a listening socket by itself, again and again. */
public enum Service {
  /** One thread: accept, echo until the client ends, close; then the next. */
  ONE_AT_A_TIME,
  /** A thread that accepts, and one more for each connection, which echoes and closes. */
  THREAD_EACH
}
