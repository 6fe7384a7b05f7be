package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.capture.HeadingReader.Heading;

class HeadingReaderTest {

  private static final int LOOPBACK = 127 << 24 | 1;

  @Test
  void segmentNamesItsEndsAndWhatMustFollow() {
    Heading heading = HeadingReader.read(Packets.tcp(40000, 5000, Packets.FIN, 7, 9, 4));
    assertThat(heading.source()).isEqualTo(Endpoint.inet4(Transport.TCP, LOOPBACK, 40000));
    assertThat(heading.destination()).isEqualTo(Endpoint.inet4(Transport.TCP, LOOPBACK, 5000));
    assertThat(heading.segment()).isEqualTo(new Segment(7, 9, Packets.FIN, 4));
    assertThat(heading.segment().end()).isEqualTo(7 + 4 + 1);
  }

  @Test
  void datagramOverIpv6BehindAnExtensionHeaderNamesItsEnds() {
    byte[] packet = Packets.inet6(60, 17, 0, 1, 4, 0, 0, 0, 0, 0x9c, 0x40, 0x13, 0x88, 0, 8, 0, 0);
    Heading heading = HeadingReader.read(packet);
    assertThat(heading.source()).isEqualTo(new Endpoint(Transport.UDP, 0, 1, 40000));
    assertThat(heading.destination()).isEqualTo(new Endpoint(Transport.UDP, 0, 1, 5000));
  }

  @Test
  void errorIsAboutThePacketThatItQuotes() {
    byte[] datagram = Packets.udp(40000, 5000, 3);
    Heading heading = HeadingReader.read(Packets.unreachable(datagram));
    assertThat(heading.quoted()).isTrue();
    assertThat(heading.flow()).isEqualTo(HeadingReader.read(datagram).flow());
    // An error is not sent about an error, and what quotes itself must not be followed for ever.
    assertThat(HeadingReader.read(Packets.unreachable(Packets.unreachable(datagram)))).isNull();
  }

  @Test
  void laterFragmentAndForeignProtocolAreNobodys() {
    byte[] fragment = Packets.udp(1, 2, 0);
    fragment[7] = 3;
    assertThat(HeadingReader.read(fragment)).isNull();
    byte[] foreign = Packets.udp(1, 2, 0);
    foreign[9] = (byte) 132;
    assertThat(HeadingReader.read(foreign)).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverComesIsReadOrNobodys(long seed) {
    Random random = new Random(seed);
    byte[][] starts = {
      Packets.tcp(1, 2, 2, 3, 4, 5),
      Packets.unreachable(Packets.udp(1, 2, 3)),
      Packets.inet6(0, 44, 0, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 8, 0, 0)
    };
    for (int i = 0; i < 100_000; i++) {
      byte[] packet = starts[i % starts.length].clone();
      for (int change = random.nextInt(4); change > 0; change--) {
        packet[random.nextInt(packet.length)] = (byte) random.nextInt();
      }
      Heading heading =
          HeadingReader.read(Arrays.copyOf(packet, random.nextInt(packet.length + 1)));
      assertThat(heading == null || heading.source().port() >= 0).isTrue();
    }
  }
}
