package socketscope.lab;

/**
 * Has the programs asked about their sockets: soon after a packet was seen and, once it has begun,
 * a few times a second.
 */
final class SocketPolling implements AutoCloseable {

  private static final long GAP_MILLIS = 10;
  private static final long PAUSE_MILLIS = 250;

  private final Runnable observe;
  private final Pulse pulse = new Pulse("observation", GAP_MILLIS, this::observe);
  private volatile boolean begun;

  SocketPolling(Runnable observe) {
    this.observe = observe;
  }

  private long observe() {
    observe.run();
    return begun ? PAUSE_MILLIS : Pulse.REST;
  }

  /** Asks again and again from now on. */
  void begin() {
    begun = true;
    pulse.soon();
  }

  /** Asks soon. Returns at once. */
  void soon() {
    pulse.soon();
  }

  @Override
  public void close() {
    pulse.close();
  }
}
