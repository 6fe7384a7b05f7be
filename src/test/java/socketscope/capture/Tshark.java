package socketscope.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import socketscope.capture.HeadingReader.Heading;

/** Wireshark's own capture of the loopback interface, beside ours. */
final class Tshark implements AutoCloseable {

  private final Process process;
  private final Path file;

  /** Starts it. The test is skipped where it is not installed or may not capture. */
  Tshark(Path file) throws IOException {
    Assumptions.assumeTrue(
        CaptureTool.DUMPCAP.find(System.getenv()).isPresent(), "dumpcap is not installed");
    this.file = file;
    process =
        new ProcessBuilder("dumpcap", "-i", "lo", "-w", file.toString(), "-f", "ip or ip6")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader messages = process.errorReader();
    for (String line = messages.readLine(); !begins(line); line = messages.readLine()) {
      Assumptions.assumeTrue(line != null, "dumpcap may not capture here");
    }
  }

  private static boolean begins(String line) {
    return line != null && line.startsWith("File: ");
  }

  /** The packets of those ports, in the order of time, from the IP header on, in hexadecimal. */
  List<String> packets(Set<Integer> ports) throws IOException, InterruptedException {
    // It looks for packets four times a second only.
    TimeUnit.MILLISECONDS.sleep(600);
    process.destroy();
    process.waitFor();
    List<CapturedPacket> packets = new ArrayList<>();
    try (java.io.InputStream input = java.nio.file.Files.newInputStream(file)) {
      PcapStream stream = new PcapStream(input);
      for (PcapStream.Frame frame = stream.next(); frame != null; frame = stream.next()) {
        byte[] bytes = frame.bytes().toArray();
        int start = LinkType.ipHeader(frame.linkType(), bytes);
        byte[] packet = java.util.Arrays.copyOfRange(bytes, start, bytes.length);
        Heading heading = HeadingReader.read(packet);
        if (heading != null && ours(heading, ports)) {
          packets.add(Packets.at(frame.day(), packet));
        }
      }
    }
    packets.sort(java.util.Comparator.comparingLong(CapturedPacket::nanos));
    return packets.stream().map(packet -> packet.bytes().hex()).toList();
  }

  private static boolean ours(Heading heading, Set<Integer> ports) {
    return ports.contains(heading.source().port()) || ports.contains(heading.destination().port());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
