package socketscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;

/** Which sockets there are on this machine, and whose they are. */
class SocketOwnersIT {

  private static final long SELF = ProcessHandle.current().pid();

  @BeforeEach
  void onlyWhereTheSystemTells() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "this system has no /proc");
  }

  private static ListedSocket only(List<ListedSocket> sockets, boolean stream, int port) {
    List<ListedSocket> found =
        sockets.stream()
            .filter(socket -> socket.stream() == stream)
            .filter(socket -> socket.local().toString().endsWith(":" + port))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void listenersConnectionsAndDatagramSocketsAreListedWithTheirOwner() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(listener.getInetAddress(), listener.getLocalPort());
        DatagramSocket datagrams = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        SocketLister lister = new SocketLister(NetworkFiles.OWN)) {
      List<ListedSocket> all = lister.list().orElseThrow().sockets();
      ListedSocket connected = only(all, true, socket.getLocalPort());
      ListedSocket bound = only(all, false, datagrams.getLocalPort());
      ListedSocket waiting =
          all.stream()
              .filter(one -> one.peer().unmapped().equals(connected.local().unmapped()))
              .findFirst()
              .orElseThrow();
      assertThat(connected.state()).isEqualTo(TcpState.ESTABLISHED);
      assertThat(bound.state()).isNull();
      assertThat(((SocketAddress) bound.local()).unmapped().toString()).startsWith("127.0.0.1:");
      assertThat(waiting.inode()).as("in the accept queue nobody has it").isZero();

      Set<Long> inodes = Set.of(connected.inode(), bound.inode(), 1L);
      assertThat(SocketOwners.find(inodes))
          .containsOnlyKeys(connected.inode(), bound.inode())
          .allSatisfy((_, owner) -> {
            assertThat(owner.pid()).isEqualTo(SELF);
            assertThat(owner.command()).isNotEmpty();
            assertThat(owner.descriptor()).isGreaterThan(2);
          });
      assertThat(SocketOwners.among(List.of(SELF), inodes)).hasSize(2);
      assertThat(SocketOwners.among(List.of(1L), inodes)).isEmpty();
    }
  }

  @Test
  void whatIsGoneHasNoOwner() throws Exception {
    long inode;
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        SocketLister lister = new SocketLister(NetworkFiles.OWN)) {
      inode = only(lister.list().orElseThrow().sockets(), false, socket.getLocalPort()).inode();
    }
    assertThat(SocketOwners.find(Set.of(inode))).isEmpty();
  }
}
