package socketscope.lesson;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A port that nobody uses, and that no other copy of the application chooses until this is closed.
 * Nothing is bound to it.
 */
public final class PortReservation implements AutoCloseable {

  private final int port;
  private final Closeable lock;

  private PortReservation(int port, Closeable lock) {
    this.port = port;
    this.lock = lock;
  }

  /**
   * Reserves a port that is free for TCP and for UDP, in each version of IP that this machine has:
   * also in one that an experiment does not use, for whoever looks for the port sees both.
   *
   * @throws IOException where there is none
   */
  public static PortReservation reserve() throws IOException {
    PortRange range = PortRange.ofSystem();
    int count = range.end() - range.first();
    int start = ThreadLocalRandom.current().nextInt(count);
    for (int i = 0; i < count; i++) {
      int port = range.first() + (start + i) % count;
      Optional<Closeable> lock = PortLocks.tryLock(port);
      if (lock.isPresent()) {
        if (isFree(port)) {
          return new PortReservation(port, lock.get());
        }
        lock.get().close();
      }
    }
    throw new IOException("no free port from " + range.first() + " to " + range.end());
  }

  /** Whether nobody uses it, in either version of IP. */
  public static boolean isFree(int port) {
    return Stream.of(Family.values())
        .allMatch(family -> free(family, port) || !free(family, /* port= */ 0));
  }

  /** Whether a program could bind that port; port 0 for any. */
  static boolean free(Family family, int port) {
    try (ServerSocket tcp = new ServerSocket();
        DatagramSocket udp = new DatagramSocket(null)) {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.ofLiteral(family.loopback()), port);
      // A port in TIME_WAIT is not free for a program that does not ask for SO_REUSEADDR.
      tcp.setReuseAddress(false);
      tcp.bind(address, 1);
      udp.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The port. */
  public int port() {
    return port;
  }

  /** Gives the port back. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // The lock goes with the process.
    }
  }
}
