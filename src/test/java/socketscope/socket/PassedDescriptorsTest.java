package socketscope.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import socketscope.event.CallReturned;

/** Descriptors that go from program to program over AF_UNIX: both have the same socket. */
class PassedDescriptorsTest {

  private static final String SEND =
      "sendmsg(4, {msg_iov=[\"fd\"], msg_control=[{SOL_SOCKET, SCM_RIGHTS, [6]}]})";

  private final Script script = new Script();

  /** The client has a socket of UDP, 6, and a way to itself and the server, 4 and 5. */
  private void begin() {
    script.program("client").program("server").pair("client#1", "client#2", 4, 5);
    script.fork("client", "client.1");
    script.made("client#3", 6, "socket(AF_INET, SOCK_DGRAM, 0)");
  }

  private SocketRecord udp() {
    return script.socket("client#3");
  }

  /** The child receives it as its number 7. */
  private void receive() {
    script.received("client.1", "client#2", "recvmsg(5, {msg_iov=[9]})", "client#3", 7);
  }

  @Test
  void theReceiverHasTheSameSocketUnderItsOwnNumber() {
    begin();
    script.call("client#1", SEND, 2);
    assertThat(script.model().onItsWay(udp())).isTrue();
    receive();
    assertThat(script.model().onItsWay(udp())).isFalse();
    assertThat(script.model().socket("client.1", 7))
        .hasValueSatisfying(socket -> assertThat(socket.number()).isEqualTo(udp().number()));
    assertThat(script.model().holders(udp())).containsExactly("client", "client.1");
    assertThat(udp().descriptors()).isEqualTo(2);
    assertThat(udp().descriptor()).isEqualTo(6);
  }

  @Test
  void itEndsWithTheLastCloseOfBoth() {
    begin();
    script.call("client#1", SEND, 2);
    receive();
    script.kept("client#3", "close(6)");
    assertThat(udp().open()).isTrue();
    script.close("client.1", "client#3", "close(7)", false);
    assertThat(udp().open()).isFalse();
  }

  @Test
  void itLivesOnItsWayThoughNobodyHoldsIt() {
    begin();
    script.call("client#1", SEND, 2).kept("client#3", "close(6)");
    assertThat(udp().open()).isTrue();
    assertThat(script.model().holders(udp())).isEmpty();
    receive();
    assertThat(script.model().holders(udp())).containsExactly("client.1");
    script.close("client.1", "client#3", "close(7)", false);
    assertThat(udp().open()).isFalse();
  }

  @Test
  void itEndsOnItsWayWhereTheReceiverTakesTheBytesOnly() {
    begin();
    script.call("client#1", SEND, 2).kept("client#3", "close(6)");
    script.call("client#2", "recv(5, 9)", 2);
    assertThat(udp().open()).isFalse();
    assertThat(udp().closed()).isInstanceOf(CallReturned.class);
  }

  @Test
  void itEndsOnItsWayWhereNobodyIsThereToReceiveIt() {
    begin();
    script.call("client#1", SEND, 2).kept("client#3", "close(6)");
    script.kept("client#2", "close(5)").close("client.1", "client#2", "close(5)", false);
    assertThat(udp().open()).isFalse();
  }
}
