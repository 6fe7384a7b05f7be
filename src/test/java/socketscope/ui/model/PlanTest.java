package socketscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import socketscope.event.Role;
import socketscope.lesson.Family;

class PlanTest {

  private static int port(Plan plan, Role role) {
    String address = plan.address(role);
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  @Test
  void aPortThatIsTakenIsNotPlannedWithNorItsNeighbour() throws IOException {
    Plan free = Plan.free(Exchange.TCP, Family.IPV4).withFreePorts();
    int client = port(free, Role.CLIENT);
    assertThat(client).isEqualTo(port(free, Role.SERVER) + 1);
    try (DatagramSocket taken =
        new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), client))) {
      Plan other = free.withFreePorts();
      assertThat(port(other, Role.SERVER)).isNotEqualTo(port(free, Role.SERVER));
      assertThat(port(other, Role.CLIENT)).isNotEqualTo(taken.getLocalPort());
    }
  }
}
