package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.capture.CaptureFile.NoPacketsException;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.PacketSeen;
import socketscope.event.Role;

/** The files hold a TCP echo and one datagram on the loopback interface. */
class CaptureFileTest {

  private static final Path FOLDER = Path.of("src/test/resources/socketscope/capture");

  @TempDir Path folder;

  private static <T extends Event> List<T> all(List<Event> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo-by-tcpdump.pcap", "echo-by-tshark.pcapng"})
  void allPacketsAreReadWithTheirTimes(String name) throws Exception {
    Path file = FOLDER.resolve(name);
    assertThat(CaptureFile.isOne(file)).isTrue();
    List<Event> events = CaptureFile.read(file);
    assertThat(events.getFirst())
        .isInstanceOfSatisfying(
            ExperimentStarted.class,
            start -> {
              assertThat(start.title()).isEqualTo(name);
              assertThat(start.wallClock()).hasToString("2026-11-21T13:39:15" + fraction(start));
            });
    List<PacketSeen> packets = all(events, PacketSeen.class);
    assertThat(packets).hasSize(11);
    assertThat(packets).extracting(PacketSeen::length).startsWith(60, 60, 52, 56, 52, 56);
    // What tshark says of the eleventh: 0.000420 seconds after the first.
    long after = packets.getLast().stamp().nanos() - packets.getFirst().stamp().nanos();
    assertThat(after / 1000).isEqualTo(420);
  }

  private static String fraction(ExperimentStarted start) {
    String text = start.wallClock().toString();
    return text.substring("2026-11-21T13:39:15".length());
  }

  @Test
  void eachAddressTakesPartOnItsSide() throws Exception {
    List<ForeignSocketSeen> seen =
        all(CaptureFile.read(FOLDER.resolve("echo-by-tcpdump.pcap")), ForeignSocketSeen.class);
    assertThat(seen)
        .extracting(socket -> socket.role() + " " + socket.local() + " " + socket.opened())
        .containsExactlyInAnyOrder(
            Role.CLIENT + " 127.0.0.1:44402 true",
            Role.SERVER + " 127.0.0.1:45671 false",
            Role.CLIENT + " 127.0.0.1:45951 true",
            Role.SERVER + " 127.0.0.1:45672 false");
    assertThat(seen).extracting(ForeignSocketSeen::type).contains("SOCK_STREAM", "SOCK_DGRAM");
  }

  @Test
  void aFileThatIsCutOffGivesWhatIsWhole() throws Exception {
    byte[] whole = Files.readAllBytes(FOLDER.resolve("echo-by-tcpdump.pcap"));
    Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, 500));
    assertThat(all(CaptureFile.read(cut), PacketSeen.class)).isNotEmpty().hasSizeLessThan(11);
  }

  @Test
  void aFileWithoutPacketsIsNoneToLookAt() throws Exception {
    byte[] whole = Files.readAllBytes(FOLDER.resolve("echo-by-tcpdump.pcap"));
    Path head = Files.write(folder.resolve("head.pcap"), Arrays.copyOf(whole, 24));
    assertThatThrownBy(() -> CaptureFile.read(head)).isInstanceOf(NoPacketsException.class);
  }

  @Test
  void anyOtherFileIsNoCapture() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.pcap"), "nothing of ours");
    assertThat(CaptureFile.isOne(text)).isFalse();
    assertThatThrownBy(() -> CaptureFile.read(text)).isInstanceOf(IOException.class);
  }
}
