package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.event.Bytes;

/** Labels of segments and datagrams that carry something well known. */
class ApplicationDataTest {

  private static final int IP = 20;

  private static String label(int protocol, int port, byte[] payload) {
    boolean tcp = protocol == 6;
    int header = tcp ? 20 : 8;
    byte[] packet = new byte[IP + header + payload.length];
    packet[0] = 0x45;
    packet[2] = (byte) (packet.length >>> 8);
    packet[3] = (byte) packet.length;
    packet[8] = 64;
    packet[9] = (byte) protocol;
    packet[12] = 127;
    packet[15] = 1;
    packet[16] = 127;
    packet[19] = 1;
    packet[IP] = (byte) 0x9c;
    packet[IP + 2] = (byte) (port >>> 8);
    packet[IP + 3] = (byte) port;
    if (tcp) {
      packet[IP + 12] = 0x50;
      packet[IP + 13] = 0x18;
    } else {
      packet[IP + 4] = (byte) ((header + payload.length) >>> 8);
      packet[IP + 5] = (byte) (header + payload.length);
    }
    System.arraycopy(payload, 0, packet, IP + header, payload.length);
    return new Conversation().read(Packet.decode(Bytes.copyOf(packet))).label();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /index.html HTTP/1.1|Host: a||, 'PSH, ACK GET /index.html'",
    "HTTP/1.1 404 Not Found|Server: b||, 'PSH, ACK HTTP 404 Not Found'",
    "HTTP/1.0 200|, 'PSH, ACK HTTP 200'",
    "GET /a/very/long/path/to/something HTTP/1.1|, 'PSH, ACK GET /a/very/long/path/t…'",
    "GET somebody a coffee, 'PSH, ACK len=21'",
    "hola, 'PSH, ACK len=4'"
  })
  void theFirstLineOfHttpIsItsName(String text, String label) {
    byte[] bytes = text.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8);
    assertThat(label(6, 8080, bytes)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "1603010200 01, TLS Client Hello",
    "160303004a 02, TLS Server Hello",
    "1703030020 aa, TLS Application Data",
    "1403030001 01, TLS Change Cipher Spec",
    "1503030002 02, TLS Alert",
    "1703090020 aa, len=6"
  })
  void recordsOfTlsHaveTheirNames(String hex, String name) {
    byte[] bytes = Bytes.ofHex(hex.replace(" ", "")).toArray();
    assertThat(label(6, 443, bytes)).isEqualTo("PSH, ACK " + name);
  }

  @ParameterizedTest
  @CsvSource({"17, 53, 0, UDP DNS query", "17, 53, 128, UDP DNS response", "17, 54, 0, UDP len=20"})
  void messagesOfDnsAreKnownByTheirPort(int protocol, int port, int flags, String label) {
    byte[] bytes = new byte[20];
    Arrays.fill(bytes, (byte) 0);
    bytes[2] = (byte) flags;
    assertThat(label(protocol, port, bytes)).isEqualTo(label);
  }
}
