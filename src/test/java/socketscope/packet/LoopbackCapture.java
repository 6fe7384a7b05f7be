package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import socketscope.event.Bytes;

/** tcpdump on the loopback interface, for the packets of some ports. */
final class LoopbackCapture implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private final Process tcpdump;
  private final Path file;

  private LoopbackCapture(Process tcpdump, Path file) {
    this.tcpdump = tcpdump;
    this.file = file;
  }

  /** Captures from now on what these ports send and receive, and errors that quote them. */
  static LoopbackCapture start(Path file, List<Integer> ports) throws IOException {
    return start(file, filter(ports));
  }

  /** Captures from now on all packets of IP. */
  static LoopbackCapture start(Path file) throws IOException {
    return start(file, "ip or ip6");
  }

  private static String filter(List<Integer> ports) {
    StringBuilder filter = new StringBuilder();
    for (int port : ports) {
      filter
          .append(filter.isEmpty() ? "" : " or ")
          .append("port %1$d or (icmp and ip[50:2] = %1$d)".formatted(port))
          .append(" or (icmp6 and ip6[90:2] = %d)".formatted(port));
    }
    return filter.toString();
  }

  private static LoopbackCapture start(Path file, String filter) throws IOException {
    Process tcpdump =
        new ProcessBuilder(
                "tcpdump",
                "-i",
                "lo",
                "-U",
                "--immediate-mode",
                // In KiB: the usual two MiB are eight slots here, soon full.
                "-B",
                "32768",
                "-w",
                file.toString(),
                filter)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader messages = tcpdump.errorReader();
    String line = messages.readLine();
    while (line != null && !line.contains("listening on")) {
      line = messages.readLine();
    }
    assertThat(line).as("tcpdump listens").isNotNull();
    return new LoopbackCapture(tcpdump, file);
  }

  /** Waits until the packets that were captured meet the condition. */
  List<Reading> await(String what, Predicate<List<Reading>> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE;
    List<Reading> readings = List.of();
    while (System.nanoTime() < deadline) {
      if (Files.exists(file)) {
        readings = Conversation.of(PcapFile.packets(file).stream().map(Packet::decode).toList());
      }
      if (condition.test(readings)) {
        return readings;
      }
      assertThat(tcpdump.waitFor(10, TimeUnit.MILLISECONDS)).as("tcpdump has ended").isFalse();
    }
    throw new AssertionError(
        what + " not seen in " + readings.stream().map(Reading::label).toList());
  }

  /** Waits until a packet that did that was captured. */
  void await(Happening happening) throws Exception {
    await(happening.name(), readings -> readings.stream().anyMatch(r -> r.is(happening)));
  }

  /** Waits until all that was sent so far is in the file. */
  void awaitAll(int port) throws Exception {
    byte[] marker =
        ("marker " + System.nanoTime()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      InetSocketAddress to = new InetSocketAddress("127.0.0.1", port);
      socket.send(new DatagramPacket(marker, marker.length, to));
    }
    Bytes sent = Bytes.copyOf(marker);
    await("marker", readings -> readings.stream().anyMatch(r -> carries(r, sent)));
  }

  private static boolean carries(Reading reading, Bytes data) {
    return reading.packet().layer(Payload.class).filter(p -> p.bytes().equals(data)).isPresent();
  }

  @Override
  public void close() throws Exception {
    tcpdump.destroy();
    tcpdump.waitFor();
  }
}
