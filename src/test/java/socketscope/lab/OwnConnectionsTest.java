package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.ProgramEnded;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.TcpState;
import socketscope.kernel.ConnectionList;
import socketscope.kernel.KernelConnection;

class OwnConnectionsTest {

  private static final SocketId CLIENT = new SocketId("client", 1);
  private static final SocketId LISTENER = new SocketId("server", 1);
  private static final String HERE = "127.0.0.1:40000";
  private static final String THERE = "127.0.0.1:5000";

  private final OwnConnections own = new OwnConnections();

  private static Stamp at(SocketId socket) {
    return new Stamp(0, socket.program(), 0);
  }

  private void observed(SocketId socket, TcpState state, String local, String peer)
      throws NotationException {
    SocketAddress other = peer == null ? null : SocketAddress.parse(peer);
    own.learn(
        new SocketObserved(
            at(socket),
            socket,
            5,
            "SOCK_STREAM",
            state,
            SocketAddress.parse(local),
            other,
            0,
            0,
            -1,
            -1,
            -1,
            null));
  }

  private void closed(SocketId socket) throws NotationException {
    Call close = Call.parse(Function.CLOSE, List.of("5"));
    own.learn(new CallStarted(at(socket), 1, socket, 1, close));
    own.learn(new CallReturned(at(socket), 1, socket, null, Result.of(0)));
  }

  private static KernelConnection listed(TcpState state, String local, String peer, long inode)
      throws NotationException {
    return new KernelConnection(
        0,
        SocketAddress.parse(local),
        SocketAddress.parse(peer),
        state,
        Timer.NONE,
        -1,
        0,
        0,
        0,
        inode);
  }

  private List<String> kept(KernelConnection... all) {
    return own.kept(new ConnectionList(0, List.of(all))).stream()
        .map(connection -> connection.local() + " " + connection.state())
        .toList();
  }

  @Test
  void bothEndsOfAnOwnConnectionAreOwn() throws NotationException {
    observed(CLIENT, TcpState.ESTABLISHED, HERE, THERE);
    assertThat(
            kept(
                listed(TcpState.TIME_WAIT, HERE, THERE, 0),
                listed(TcpState.LAST_ACK, THERE, HERE, 0),
                listed(TcpState.TIME_WAIT, "127.0.0.1:40001", THERE, 0),
                listed(TcpState.ESTABLISHED, "127.0.0.1:40002", THERE, 7)))
        .containsExactly(HERE + " TIME_WAIT", THERE + " LAST_ACK");
  }

  private void called(SocketId socket, long id, String call, Result result)
      throws NotationException {
    int open = call.indexOf('(');
    Function function = Function.named(call.substring(0, open)).orElseThrow();
    List<String> arguments = Call.split(call.substring(open + 1, call.length() - 1));
    own.learn(new CallStarted(at(socket), id, socket, 1, Call.parse(function, arguments)));
    own.learn(new CallReturned(at(socket), id, socket, null, result));
  }

  /** It may be over before the kernel has been asked about its socket again. */
  @Test
  void aConnectionThatNobodyHasSeenIsKnownByItsCalls() throws NotationException {
    Call socket = Call.parse(Function.SOCKET, List.of("AF_INET", "SOCK_STREAM", "0"));
    own.learn(new CallStarted(at(CLIENT), 6, null, 1, socket));
    own.learn(new CallReturned(at(CLIENT), 6, null, CLIENT, Result.of(5)));
    observed(CLIENT, TcpState.CLOSED, HERE, null);
    called(CLIENT, 5, "bind(5, " + HERE + ")", Result.of(0));
    called(CLIENT, 7, "connect(5, 127.0.0.1:5001)", Result.failed(new Errno(111, "ECONNREFUSED")));
    called(CLIENT, 8, "connect(5, " + THERE + ")", Result.of(0));
    called(CLIENT, 9, "connect(5, AF_UNSPEC)", Result.of(0));
    called(CLIENT, 10, "connect(5, " + HERE + ")", Result.failed(new Errno(115, "EINPROGRESS")));
    observed(CLIENT, TcpState.CLOSED, HERE, null);
    assertThat(
            kept(
                listed(TcpState.TIME_WAIT, HERE, "127.0.0.1:5001", 0),
                listed(TcpState.LAST_ACK, HERE, THERE, 0),
                listed(TcpState.TIME_WAIT, HERE, HERE, 0)))
        .containsExactly(HERE + " LAST_ACK", HERE + " TIME_WAIT");
  }

  @Test
  void whatWaitsForAnOwnListenerIsOwnWhoeverMadeIt() throws NotationException {
    observed(LISTENER, TcpState.LISTEN, "[::]:5000", null);
    String mapped = "[::ffff:127.0.0.1]:5000";
    assertThat(
            kept(
                listed(TcpState.ESTABLISHED, mapped, "[::ffff:127.0.0.1]:40000", 0),
                listed(TcpState.SYN_RECV, "[::1]:5000", "[::1]:40000", 0),
                listed(TcpState.TIME_WAIT, "[::1]:5000", "[::1]:40001", 0),
                listed(TcpState.ESTABLISHED, "[::1]:5001", "[::1]:40002", 0)))
        .containsExactly(mapped + " ESTABLISHED", "[::1]:5000 SYN_RECV");
    closed(LISTENER);
    assertThat(own.any()).isFalse();
  }

  @Test
  void theAddressesOfAClosedSocketAreOwnUntilTheKernelHasForgottenThem() throws NotationException {
    observed(CLIENT, TcpState.ESTABLISHED, HERE, THERE);
    closed(CLIENT);
    KernelConnection left = listed(TcpState.TIME_WAIT, HERE, THERE, 0);
    assertThat(kept(left)).hasSize(1);
    assertThat(kept(left)).hasSize(1);
    assertThat(own.any()).isTrue();
    assertThat(kept()).isEmpty();
    assertThat(own.any()).isFalse();
    assertThat(kept(left)).as("somebody else's").isEmpty();
  }

  @Test
  void aProgramThatEndedLeavesItsConnections() throws NotationException {
    observed(CLIENT, TcpState.ESTABLISHED, HERE, THERE);
    observed(LISTENER, TcpState.LISTEN, THERE, null);
    own.learn(new ProgramEnded(at(CLIENT), 0, 9, false));
    assertThat(kept(listed(TcpState.FIN_WAIT2, HERE, THERE, 0))).hasSize(1);
    assertThat(own.any()).as("the listener is the other program's").isTrue();
    assertThat(kept()).isEmpty();
    own.learn(new ProgramEnded(at(LISTENER), 0, 9, false));
    assertThat(own.any()).isFalse();
  }
}
