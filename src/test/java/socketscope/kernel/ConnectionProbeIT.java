package socketscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.syscall.local.Systems;

@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems do not tell")
class ConnectionProbeIT {

  /** Connections of that port, with what does not change meanwhile. */
  private static TreeSet<String> of(int port, Optional<ConnectionList> all) {
    List<KernelConnection> connections = all.orElseThrow().connections();
    return connections.stream()
        .filter(c -> (c.local() + " " + c.peer() + " ").contains(":" + port + " "))
        .map(c ->
            String.join(
                " ",
                c.state().toString(),
                c.local().toString(),
                c.peer().toString(),
                c.timer().toString(),
                c.receiveQueue() + "/" + c.sendQueue(),
                c.withoutDescriptor() ? "kept" : "inode " + c.inode()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void theFilesSayWhatSockDiagSays(String host) throws Exception {
    InetAddress address = InetAddress.getByName(host);
    try (ServerSocket listener = new ServerSocket(0, 5, address);
        Socket one = new Socket(address, listener.getLocalPort());
        Socket waiting = new Socket(address, listener.getLocalPort());
        ConnectionProbe probe = new ConnectionProbe(NetworkFiles.OWN)) {
      try (Socket accepted = listener.accept()) {
        one.close();
        assertThat(accepted.getInputStream().read()).isEqualTo(-1);
      }
      waiting.getOutputStream().write(new byte[4]);
      int port = listener.getLocalPort();
      TreeSet<String> told = of(port, probe.list());
      assertThat(told).hasSize(3);
      assertThat(told.toString())
          .contains("TIME_WAIT 0/0 kept")
          .contains("ESTABLISHED")
          .contains("NONE 4/0 kept");
      assertThat(
              of(port, new ProcConnections(NetworkFiles.OWN, Systems.current().tcpInfo()).list()))
          .isEqualTo(told);
    }
  }
}
