package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static socketscope.packet.Segments.client;
import static socketscope.packet.Segments.server;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private final Conversation conversation = new Conversation();

  private Reading read(Segments segment) {
    return conversation.read(segment.packet());
  }

  private void handshake() {
    read(client("SYN").seq(1000).scale(2));
    read(server("SYN, ACK").seq(5000).ack(1001).scale(3));
    read(client("ACK").seq(1001).ack(5001));
  }

  @Test
  void labelsAreShortAndRelative() {
    List<Reading> readings =
        List.of(
            read(client("SYN").seq(1000)),
            read(server("SYN, ACK").seq(5000).ack(1001)),
            read(client("ACK").seq(1001).ack(5001)),
            read(client("PSH, ACK").seq(1001).ack(5001).data("hola")),
            read(server("ACK").seq(5001).ack(1005)),
            read(client("FIN, ACK").seq(1005).ack(5001)),
            read(server("RST").seq(5001)));
    assertThat(readings.stream().map(Reading::label))
        .containsExactly(
            "SYN seq=0",
            "SYN, ACK seq=0 ack=1",
            "ACK ack=1",
            "PSH, ACK len=4",
            "ACK ack=5",
            "FIN, ACK",
            "RST");
    assertThat(readings.stream().map(Reading::kind))
        .containsExactly(
            PacketKind.HANDSHAKE,
            PacketKind.HANDSHAKE,
            PacketKind.ACK,
            PacketKind.DATA,
            PacketKind.ACK,
            PacketKind.FIN,
            PacketKind.RST);
    assertThat(conversation.read(Vectors.UDP.packet()).label()).isEqualTo("UDP len=4");
    Reading error = conversation.read(Vectors.PORT_UNREACHABLE.packet());
    assertThat(error.label()).isEqualTo("ICMP port unreachable");
    assertThat(error.cause()).hasValue(readings.size());
  }

  @Test
  void numbersGoOnPastTheGreatestOne() {
    read(client("SYN").seq(0xffff_fffeL));
    read(server("SYN, ACK").seq(5000).ack(0xffff_ffffL));
    Reading data = read(client("ACK").seq(0xffff_ffffL).ack(5001).data("hola"));
    assertThat(data.happenings()).containsExactly(Happening.DATA);
    assertThat(data.numbers().orElseThrow().nextSequence()).isEqualTo(5);
    assertThat(read(server("ACK").seq(5001).ack(3)).label()).isEqualTo("ACK ack=5");
    assertThat(read(client("ACK").seq(0xffff_ffffL).ack(5001).data("hola")).happenings())
        .contains(Happening.RETRANSMISSION, Happening.SPURIOUS_RETRANSMISSION);
  }

  @Test
  void windowsAreScaledIfBothEndsOfferIt() {
    handshake();
    SegmentNumbers scaled = read(client("ACK").seq(1001).ack(5001).window(10)).numbers().get();
    assertThat(scaled.window()).isEqualTo(40);
    assertThat(scaled.windowKnown()).isTrue();
    Conversation unscaled = new Conversation();
    unscaled.read(client("SYN").seq(1000).scale(2).packet());
    unscaled.read(server("SYN, ACK").seq(5000).ack(1001).packet());
    Reading ack = unscaled.read(client("ACK").seq(1001).ack(5001).window(10).packet());
    assertThat(ack.numbers().get().window()).isEqualTo(10);
  }

  @Test
  void connectionWhoseStartWasNotSeenIsCountedFromOne() {
    Reading data = read(client("ACK").seq(7777).ack(99).data("hola"));
    SegmentNumbers numbers = data.numbers().orElseThrow();
    assertThat(numbers.sequence()).isEqualTo(1);
    assertThat(numbers.acknowledgment()).hasValue(1);
    assertThat(numbers.initialKnown()).isFalse();
    assertThat(numbers.windowKnown()).isFalse();
  }

  @Test
  void bytesThatWereOvertakenAreNoRetransmission() {
    handshake();
    Reading second = read(client("ACK").seq(1005).ack(5001).data("dos."));
    assertThat(second.happenings()).contains(Happening.GAP_BEFORE);
    assertThat(read(server("ACK").seq(5001).ack(1001)).happenings()).contains(Happening.ACK);
    assertThat(read(server("ACK").seq(5001).ack(1001)).happenings())
        .contains(Happening.DUPLICATE_ACK);
    Reading first = read(client("ACK").seq(1001).ack(5001).data("uno."));
    assertThat(first.happenings()).containsExactly(Happening.DATA, Happening.OUT_OF_ORDER);
    Reading again = read(client("ACK").seq(1001).ack(5001).data("uno."));
    assertThat(again.happenings()).containsExactly(Happening.DATA, Happening.RETRANSMISSION);
  }

  @Test
  void probeOfAClosedWindowIsNoKeepAlive() {
    handshake();
    read(client("ACK").seq(1001).ack(5001).data("hola"));
    Reading closed = read(server("ACK").seq(5001).ack(1005).window(0));
    assertThat(closed.happenings()).containsExactly(Happening.ACK, Happening.ZERO_WINDOW);
    assertThat(closed.label()).isEqualTo("ACK ack=5 win=0");
    assertThat(read(client("ACK").seq(1004).ack(5001)).happenings())
        .containsExactly(Happening.ZERO_WINDOW_PROBE);
    assertThat(read(server("ACK").seq(5001).ack(1005).window(0)).happenings())
        .contains(Happening.ZERO_WINDOW_PROBE_ANSWER);
    assertThat(read(server("ACK").seq(5001).ack(1005)).happenings())
        .containsExactly(Happening.ACK, Happening.WINDOW_UPDATE);
    assertThat(read(client("ACK").seq(1004).ack(5001)).happenings())
        .containsExactly(Happening.KEEP_ALIVE);
    assertThat(read(server("ACK").seq(5001).ack(1005)).happenings())
        .containsExactly(Happening.ACK, Happening.KEEP_ALIVE_ANSWER);
  }

  @Test
  void synWithANewNumberIsANewConnection() {
    handshake();
    Reading again = read(client("SYN").seq(1000));
    assertThat(again.happenings()).contains(Happening.RETRANSMISSION);
    assertThat(again.connection()).hasValue(0);
    Reading other = read(client("SYN").seq(2000));
    assertThat(other.happenings()).containsExactly(Happening.SYN, Happening.PORTS_REUSED);
    assertThat(other.connection()).hasValue(1);
  }

  @Test
  void rstThatAnswersASynRefuses() {
    read(client("SYN").seq(1000));
    assertThat(read(server("RST, ACK").seq(0).ack(1001)).happenings())
        .containsExactly(Happening.RST, Happening.REFUSED);
  }

  @Test
  void rstOfAnEstablishedConnectionDoesNotRefuse() {
    handshake();
    assertThat(read(server("RST, ACK").seq(5001).ack(1001)).happenings())
        .containsExactly(Happening.RST);
  }
}
