package socketscope.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The ports that free ports are chosen from. They lie below those that the kernel gives to sockets
 * without a port of their own (ip(7), ip_local_port_range), so that no such socket can take one
 * between its choice and its use.
 *
 * @param first the lowest
 * @param end the one after the highest
 */
record PortRange(int first, int end) {

  private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final int FIRST = 20_000;
  private static final int USUAL_END = 30_000;
  private static final int LEAST = 1_000;

  /** The range for this system. */
  static PortRange ofSystem() {
    try {
      return below(Files.readString(EPHEMERAL));
    } catch (IOException e) {
      return new PortRange(FIRST, USUAL_END); // not Linux
    }
  }

  /** The range below the ephemeral one, which is written as the kernel does: its first and last. */
  static PortRange below(String ephemeral) {
    try {
      int end = Integer.parseInt(ephemeral.strip().split("\\s+", 2)[0]);
      return end >= FIRST + LEAST
          ? new PortRange(FIRST, end)
          : new PortRange(FIRST, USUAL_END); // an unusual system: the trial bind must do
    } catch (NumberFormatException e) {
      return new PortRange(FIRST, USUAL_END);
    }
  }
}
