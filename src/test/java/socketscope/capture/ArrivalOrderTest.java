package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import socketscope.event.Bytes;

class ArrivalOrderTest {

  private final ArrivalOrder order = new ArrivalOrder();
  private final Bytes ipv4 = Bytes.copyOf(new byte[] {0x45});
  private final Bytes ipv6 = Bytes.copyOf(new byte[] {0x60});

  @Test
  void answerIsNotBeforeItsQuestion() {
    assertThat(order.inOrder(ipv4, 100)).isEqualTo(100);
    assertThat(order.inOrder(ipv4, 97)).isEqualTo(100);
    assertThat(order.inOrder(ipv4, 105)).isEqualTo(105);
  }

  @Test
  void versionsOfIpDoNotHoldEachOtherUp() {
    assertThat(order.inOrder(ipv4, 100)).isEqualTo(100);
    assertThat(order.inOrder(ipv6, 90)).isEqualTo(90);
  }
}
