package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.capture.CaptureCheck;
import socketscope.event.Bytes;
import socketscope.event.CaptureMethod;
import socketscope.export.Pcapng;

/** Real packets of the loopback interface, read by us and by tshark. */
class PacketIT {

  private static final Pcapng.Source SOURCE =
      new Pcapng.Source("Socketscope 0.1.0", "Linux 6.18", "lo", "");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void packetsAreReadAsTsharkReadsThem(String address) throws Exception {
    assumeTrue(TsharkDissection.installed(), "tshark and tcpdump are not installed");
    assumeThat(CaptureCheck.find().method()).isEqualTo(CaptureMethod.RAW_SOCKET);
    Path file = folder.resolve("captured.pcap");
    LoopbackTraffic.capture(address, file);
    List<Packet> packets = PcapFile.packets(file).stream().map(Packet::decode).toList();
    var expected =
        TsharkDissection.read(
            file, PcapFile.ETHERNET_HEADER, TsharkComparison.VERIFIED_AND_ABSOLUTE);

    assertThat(packets).hasSameSizeAs(expected).allMatch(Packet::whole);
    for (int i = 0; i < packets.size(); i++) {
      TsharkComparison.fields(i + 1, packets.get(i), expected.get(i));
      TsharkComparison.checksums(i + 1, packets.get(i), expected.get(i));
    }
    List<Reading> readings = Conversation.of(packets);
    TsharkComparison.conversation(readings, TsharkDissection.read(file, PcapFile.ETHERNET_HEADER));
    everythingWasSeen(readings);
    comparePcapng(packets);
  }

  /** So that what is compared is not less than what is meant. */
  private static void everythingWasSeen(List<Reading> readings) {
    Set<Happening> seen = EnumSet.noneOf(Happening.class);
    readings.forEach(reading -> seen.addAll(reading.happenings()));
    assertThat(seen)
        .contains(
            Happening.SYN,
            Happening.SYN_ACK,
            Happening.HANDSHAKE_ACK,
            Happening.DATA,
            Happening.ACK,
            Happening.FIN,
            Happening.RST,
            Happening.REFUSED,
            Happening.RETRANSMISSION,
            Happening.KEEP_ALIVE,
            Happening.KEEP_ALIVE_ANSWER,
            Happening.ZERO_WINDOW,
            Happening.ZERO_WINDOW_PROBE,
            Happening.WINDOW_UPDATE,
            Happening.WINDOW_FULL,
            Happening.DATAGRAM,
            Happening.ICMP_ERROR);
  }

  private void comparePcapng(List<Packet> packets) throws Exception {
    List<Pcapng.CapturedPacket> captured = new ArrayList<>();
    for (Packet packet : packets) {
      Bytes bytes = packet.bytes();
      long time = 1_790_000_000_123_456_789L + captured.size();
      captured.add(new Pcapng.CapturedPacket(time, bytes, bytes.length(), List.of("«hola»")));
    }
    Path file = folder.resolve("written.pcapng");
    java.nio.file.Files.write(file, Pcapng.of(SOURCE, captured, null));
    var read = TsharkDissection.read(file, 0, TsharkComparison.VERIFIED_AND_ABSOLUTE);
    assertThat(read).hasSameSizeAs(packets);
    for (int i = 0; i < packets.size(); i++) {
      TsharkComparison.fields(i + 1, packets.get(i), read.get(i));
      assertThat(read.get(i)).doesNotContainKey("_ws.malformed");
    }
  }

  @Test
  void wiresharkReadsTheFileWithoutAWarning() throws Exception {
    assumeTrue(TsharkDissection.installed(), "tshark is not installed");
    Bytes bytes = Vectors.SYN.bytes();
    Path file = folder.resolve("written.pcapng");
    java.nio.file.Files.write(
        file,
        Pcapng.of(
            SOURCE,
            List.of(
                new Pcapng.CapturedPacket(
                    1_790_000_000_123_456_789L, bytes, bytes.length(), List.of("uno", "día")),
                new Pcapng.CapturedPacket(1_790_000_000_123_456_790L, bytes, 99, List.of())),
            null));

    String summary = TsharkDissection.output("capinfos", file.toString());
    assertThat(summary)
        .contains("pcapng", "Raw IP", "Socketscope 0.1.0", "Linux 6.18", "Name = lo", "nanosecond")
        .doesNotContainIgnoringCase("error")
        .doesNotContainIgnoringCase("warning");
    Map<String, List<TsharkDissection.Found>> first =
        new HashMap<>(TsharkDissection.read(file, 0).getFirst());
    assertThat(first.get("frame.comment").stream().map(TsharkDissection.Found::shown))
        .containsExactly("uno", "día");
    assertThat(first.get("frame.time_epoch").getFirst().shown()).isEqualTo("1790000000.123456789");
    String shown = TsharkDissection.output("tshark", "-n", "-r", file.toString());
    assertThat(shown).contains("[SYN]").doesNotContain("Malformed", "tshark:");
  }
}
