package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import socketscope.event.Bytes;

/** tcpdump on the loopback interface, for the packets of some ports. */
public final class LoopbackCapture implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Process tcpdump;
  private final Path file;
  private final List<String> before;

  private LoopbackCapture(Process tcpdump, Path file, List<String> before) {
    this.tcpdump = tcpdump;
    this.file = file;
    this.before = before;
  }

  /** Captures from now on what these ports send and receive, and errors that quote them. */
  static LoopbackCapture start(Path file, List<Integer> ports) throws IOException {
    return start(file, filter(ports), List.of());
  }

  /**
   * Captures from now on all packets of IP.
   *
   * @param command what goes before tcpdump, so that it sees the loopback interface that is meant
   */
  public static LoopbackCapture startAll(Path file, List<String> command) throws IOException {
    return start(file, "ip or ip6", command);
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

  private static LoopbackCapture start(Path file, String filter, List<String> before)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of("tcpdump", "-i", "lo", "-U", "--immediate-mode"));
    // In KiB: the usual two MiB are eight slots here, soon full.
    command.addAll(List.of("-B", "32768", "-w", file.toString(), filter));
    Process tcpdump =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader messages = tcpdump.errorReader();
    String line = messages.readLine();
    while (line != null && !line.contains("listening on")) {
      line = messages.readLine();
    }
    assertThat(line).as("tcpdump listens").isNotNull();
    return new LoopbackCapture(tcpdump, file, before);
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

  /**
   * Waits until all that was sent so far is in the file.
   *
   * @param port takes a datagram that is captured
   */
  public void awaitAll(int port) throws Exception {
    String marker = "marker " + System.nanoTime();
    List<String> command = new ArrayList<>(before);
    String send = "printf '%s' '" + marker + "' > /dev/udp/127.0.0.1/" + port;
    command.addAll(List.of("bash", "-c", send));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    Bytes sent = Bytes.utf8(marker);
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
