package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.syscall.FilterInstruction;

/** What the kernel would make of the programs; PacketSocketsIT has it do so. */
class FlowFilterTest {

  private static final int SYN = Packets.SYN;

  private static EndpointPair flow(int one, int other) {
    return Packets.at(0, Packets.udp(one, other, 1)).heading().flow();
  }

  /** Runs a program as the kernel does (Documentation/networking/filter.rst). */
  private static int run(List<FilterInstruction> program, byte[] packet) {
    ByteBuffer bytes = ByteBuffer.wrap(packet);
    int a = 0;
    int x = 0;
    for (int at = 0; ; at++) {
      FilterInstruction next = program.get(at);
      int k = next.operand();
      boolean holds = false;
      switch (next.code()) {
        case 0x30 -> a = bytes.get(k) & 0xff;
        case 0x28 -> a = bytes.getShort(k) & 0xffff;
        case 0x40 -> a = bytes.getInt(x + k);
        case 0xb1 -> x = (bytes.get(k) & 15) * 4;
        case 0x01 -> x = k;
        case 0x15 -> holds = a == k;
        case 0x45 -> holds = (a & k) != 0;
        case 0x06 -> {
          return k;
        }
        default -> throw new IllegalArgumentException(next.toString());
      }
      at += holds ? next.ifTrue() : next.ifFalse();
    }
  }

  private static boolean passes(List<EndpointPair> turnedAway, byte[] packet) {
    int answer = run(FlowFilter.inet4(turnedAway), packet);
    assertThat(answer).isIn(0, PacketSource.SNAPSHOT);
    return answer > 0;
  }

  @Test
  void onlyTheFlowsThatAreTurnedAwayDoNotPass() {
    List<EndpointPair> turnedAway = List.of(flow(40000, 5001), flow(65535, 1));
    assertThat(passes(turnedAway, Packets.tcp(40000, 5001, SYN, 0, 0, 0))).isFalse();
    assertThat(passes(turnedAway, Packets.udp(5001, 40000, 9))).isFalse();
    assertThat(passes(turnedAway, Packets.udp(1, 65535, 9))).isFalse();
    assertThat(passes(turnedAway, Packets.udp(40000, 5000, 9))).isTrue();
    assertThat(passes(turnedAway, Packets.tcp(40001, 5001, SYN, 0, 0, 0))).isTrue();
    assertThat(passes(List.of(), Packets.udp(40000, 5001, 9))).isTrue();
  }

  @Test
  void whatHasNoPortsPasses() {
    List<EndpointPair> turnedAway = List.of(flow(40000, 5001));
    byte[] datagram = Packets.udp(40000, 5001, 9);
    assertThat(passes(turnedAway, Packets.unreachable(datagram))).isTrue();
    byte[] fragment = datagram.clone();
    fragment[7] = 1;
    assertThat(passes(turnedAway, fragment)).isTrue();
  }

  @Test
  void portsOverIpv6StandBehindItsHeader() {
    byte[] packet = new byte[48];
    packet[0] = 0x60;
    ByteBuffer.wrap(packet).putShort(40, (short) 40000).putShort(42, (short) 5001);
    for (int protocol : List.of(6, 17)) {
      packet[6] = (byte) protocol;
      assertThat(run(FlowFilter.inet6(List.of(flow(40000, 5001))), packet)).isZero();
      assertThat(run(FlowFilter.inet6(List.of(flow(40000, 5002))), packet)).isPositive();
    }
    packet[6] = 58;
    assertThat(run(FlowFilter.inet6(List.of(flow(40000, 5001))), packet)).isPositive();
  }

  @Test
  void asManyFlowsAsThereMayBeCanBeWritten() {
    List<EndpointPair> flows = new ArrayList<>();
    for (int i = 0; i < FlowFilter.MOST_FLOWS; i++) {
      flows.add(flow(40000 + i, 5001));
    }
    assertThat(passes(flows, Packets.udp(40000, 5001, 0))).isFalse();
    assertThat(passes(flows, Packets.udp(5001, 40000 + FlowFilter.MOST_FLOWS - 1, 0))).isFalse();
    assertThat(passes(flows, Packets.udp(5001, 40000 + FlowFilter.MOST_FLOWS, 0))).isTrue();
  }
}
