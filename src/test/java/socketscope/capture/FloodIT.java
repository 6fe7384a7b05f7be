package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.capture.HeadingReader.Heading;
import socketscope.event.Bytes;
import socketscope.event.CaptureMethod;
import socketscope.packet.Conversation;
import socketscope.packet.Happening;
import socketscope.packet.Reading;
import socketscope.syscall.local.LocalSystem;

/** What other programs send over the loopback interface while an experiment runs. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "packet sockets are Linux's")
class FloodIT {

  @TempDir private Path folder;

  @Test
  void kernelTurnsAwayTheFlowsThatItIsToldOf() throws Exception {
    Finding raw = Finding.of(List.of(CaptureMethod.RAW_SOCKET), new LocalSystem(), System.getenv());
    assumeTrue(raw.source() != null, raw.reason());
    Heard heard = new Heard(new CopyOnWriteArrayList<>());
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (DatagramSocket heavy = new DatagramSocket(0, loopback);
        DatagramSocket quiet = new DatagramSocket(0, loopback);
        DatagramSocket listener = new DatagramSocket(0, loopback)) {
      raw.source().begin(heard);
      raw.source().turnAway(Set.of(heard.flow(heavy, listener)));
      for (int i = 0; i < 10; i++) {
        send(heavy, listener);
        send(listener, heavy);
        send(quiet, listener);
      }
      raw.source().turnAway(Set.of());
      send(heavy, listener);
      raw.source().end(() -> heard.from(heavy) > 0, System.nanoTime() + 5_000_000_000L);
      assertThat(heard.from(quiet)).isEqualTo(10);
      assertThat(heard.from(heavy)).as("after it was let back").isEqualTo(1);
      assertThat(heard.from(listener)).isZero();
    }
  }

  private static void send(DatagramSocket from, DatagramSocket to) throws Exception {
    from.send(new DatagramPacket(new byte[9], 9, to.getLocalSocketAddress()));
  }

  private record Heard(List<Endpoint> sources) implements PacketSource.Taker {

    @Override
    public void packet(long day, int length, Bytes bytes) {
      Heading heading = HeadingReader.read(bytes.toArray());
      if (heading != null) {
        sources.add(heading.source());
      }
    }

    @Override
    public void broken(String reason) {
      throw new AssertionError(reason);
    }

    private static Endpoint of(DatagramSocket socket) {
      return Endpoint.inet4(Transport.UDP, 127 << 24 | 1, socket.getLocalPort());
    }

    EndpointPair flow(DatagramSocket one, DatagramSocket other) {
      return EndpointPair.between(of(one), of(other));
    }

    long from(DatagramSocket socket) {
      return sources.stream().filter(of(socket)::equals).count();
    }
  }

  /** All of it is there, or the trace says that some was lost. */
  @ParameterizedTest
  @EnumSource(Flood.Kind.class)
  void experimentKeepsItsPlaceInAFlood(Flood.Kind kind) throws Exception {
    CaptureRun run;
    try (Flood flood = new Flood(kind)) {
      run = CaptureRun.of(folder.resolve("run.jsonl"), "run", "--where", "shared", "tcp");
      assertThat(flood.sent()).as("blocks that were sent meanwhile").isGreaterThan(1000);
    }
    assumeTrue(
        run.start().method() == CaptureMethod.RAW_SOCKET, "no packet socket: " + run.start());
    List<Reading> readings = readings(run);
    assertThat(readings.stream().flatMap(reading -> reading.packet().flow().stream()))
        .as("no packet of the flood")
        .allMatch(flow -> Set.of(flow, flow.reversed()).contains(first(readings)));
    if (!run.end().contains("lost=")) {
      assertComplete(readings);
    }
  }

  private static List<Reading> readings(CaptureRun run) {
    return Conversation.of(
        run.packets().stream()
            .map(seen -> socketscope.packet.Packet.decode(seen.bytes()))
            .toList());
  }

  private static void assertComplete(List<Reading> readings) {
    Set<Happening> seen = EnumSet.noneOf(Happening.class);
    readings.forEach(reading -> seen.addAll(reading.happenings()));
    assertThat(seen)
        .contains(Happening.SYN, Happening.SYN_ACK, Happening.HANDSHAKE_ACK)
        .doesNotContain(Happening.GAP_BEFORE, Happening.ACKNOWLEDGES_UNSEEN);
    assertThat(readings.stream().filter(reading -> reading.is(Happening.DATA))).hasSize(2);
    assertThat(readings.stream().filter(reading -> reading.is(Happening.FIN))).hasSize(2);
  }

  private static socketscope.packet.Flow first(List<Reading> readings) {
    return readings.getFirst().packet().flow().orElseThrow();
  }
}
