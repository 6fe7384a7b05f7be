package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortReservationTest {

  @Test
  void reservedPortsDifferAndLieInTheRange() throws Exception {
    List<PortReservation> reservations = new ArrayList<>();
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      reservations.add(PortReservation.reserve());
      ports.add(reservations.getLast().port());
    }
    reservations.forEach(PortReservation::close);

    PortRange range = PortRange.ofSystem();
    assertThat(ports).hasSize(200).allMatch(port -> port >= range.first() && port < range.end());
  }

  @Test
  void lockedPortIsNotLockedAgainBeforeItIsGivenBack() throws Exception {
    PortReservation reservation = PortReservation.reserve();
    int port = reservation.port();
    assertThat(PortLocks.tryLock(port)).isEmpty();
    reservation.close();

    Optional<Closeable> again = PortLocks.tryLock(port);
    assertThat(again).isPresent();
    again.orElseThrow().close();
  }

  @Test
  void reservedPortCanBeBoundAtOnce() throws Exception {
    try (PortReservation reservation = PortReservation.reserve();
        ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(false);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), reservation.port()));
      assertThat(socket.isBound()).isTrue();
      assertThat(PortReservation.free(Family.IPV4, reservation.port())).isFalse();
    }
  }

  /** As where a connection over IPv6 is still in TIME_WAIT. */
  @Test
  void aPortThatIsUsedInOneVersionOfIpIsNotReserved() throws Exception {
    PortReservation first = PortReservation.reserve();
    first.close();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("::1"), first.port()));
      assertThat(PortReservation.free(Family.IPV4, first.port())).isTrue();
      assertThat(PortReservation.isFree(first.port())).isFalse();
    }
  }

  @Test
  void rangeLiesBelowTheEphemeralPorts() {
    assertThat(PortRange.below("32768\t60999\n")).isEqualTo(new PortRange(20000, 32768));
    assertThat(PortRange.below("1024\t65535\n")).isEqualTo(new PortRange(20000, 30000));
    assertThat(PortRange.below("?")).isEqualTo(new PortRange(20000, 30000));
  }

  @Test
  void lockFileLiesInTheUsersFolder() {
    Path home = Path.of(System.getProperty("user.home"), ".cache", "socketscope");
    assertThat(PortLocks.folder(Map.of("XDG_CACHE_HOME", "relative"))).isEqualTo(home);
    assertThat(PortLocks.folder(Map.of("XDG_RUNTIME_DIR", "/run/user/1")))
        .isEqualTo(Path.of("/run/user/1/socketscope"));
  }

  @Test
  void folderThatCannotBeMadeIsNoFailure(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(PortLocks.open(file.resolve("below"))).isNull();
  }
}
