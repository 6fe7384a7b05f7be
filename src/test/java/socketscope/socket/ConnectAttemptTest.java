package socketscope.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Argument;
import socketscope.event.Result;
import socketscope.event.TcpState;
import socketscope.socket.ConnectAttempt.Outcome;
import socketscope.socket.SocketRecord.Binding;
import socketscope.socket.SocketRecord.Phase;

/** Which connect() begins an attempt, which one asks after it, and how each attempt ends. */
class ConnectAttemptTest {

  private static final String S = "client#1";
  private static final String P = "connect(3, 127.0.0.1:5000)";
  private static final String Q = "connect(3, 127.0.0.1:6000)";
  private static final String DISSOLVE = "connect(3, AF_UNSPEC)";

  private final Script script = new Script();

  @BeforeEach
  void aSocketOfTcp() {
    script.program("client").made(S, 3, "socket(AF_INET, SOCK_STREAM, 0)");
  }

  private ConnectAttempt latest() {
    SocketModel model = script.model();
    return model.attempt(model.socket(Script.id(S)).orElseThrow()).orElseThrow();
  }

  @Test
  void aConnectThatIsUnderWayHasBegunOne() {
    long id = script.start(S, P);
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 CALLING");
    assertThat(script.socket(S).phase()).isEqualTo(Phase.CONNECTING);
    assertThat(latest().begun().id()).isEqualTo(id);
    assertThat(latest().end()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "ECONNREFUSED, REFUSED",
    "ETIMEDOUT, TIMED_OUT",
    "EHOSTUNREACH, UNREACHABLE",
    "ENETUNREACH, UNREACHABLE",
    "EINPROGRESS, IN_PROGRESS",
    "EINTR, INTERRUPTED",
    "EADDRNOTAVAIL, REJECTED",
    "EINVAL, REJECTED"
  })
  void itsReturnTellsHowItEnded(String errno, Outcome outcome) {
    script.call(S, P, errno);
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 " + outcome);
  }

  @Test
  void oneThatSucceedsIsEstablished() {
    script.call(S, P, 0);
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 ESTABLISHED");
    assertThat(script.socket(S).phase()).isEqualTo(Phase.CONNECTED);
    assertThat(script.socket(S).peer()).isEqualTo(Script.address("127.0.0.1:5000"));
    assertThat(script.socket(S).binding()).isEqualTo(Binding.AUTOMATIC);
  }

  @Test
  void twoThatAreRefusedAreTwo() {
    script.call(S, P, "ECONNREFUSED").call(S, Q, "ECONNREFUSED");
    assertThat(script.attempts(S))
        .containsExactly("1 → 127.0.0.1:5000 REFUSED", "2 → 127.0.0.1:6000 REFUSED");
  }

  @Test
  void oneThatOnlyFetchesThePendingErrorIsNoSecondOne() {
    script.call(S, P, "EINPROGRESS").call(S, P, "ECONNREFUSED");
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 REFUSED");
    script.call(S, Q, "EINPROGRESS");
    assertThat(script.attempts(S)).last().isEqualTo("2 → 127.0.0.1:6000 IN_PROGRESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EINPROGRESS", "EINTR"})
  void whatGoesOnIsAskedAfterByWhateverAddress(String errno) {
    script.call(S, P, errno).call(S, Q, "EALREADY").call(S, Q, 0);
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 ESTABLISHED");
    assertThat(script.socket(S).peer()).isEqualTo(Script.address("127.0.0.1:5000"));
    script.call(S, Q, "EISCONN");
    assertThat(script.attempts(S)).hasSize(1);
  }

  @Test
  void afterTheErrorWasTakenTheNextIsAbortedAndTheOneAfterBegins() {
    script
        .call(S, P, "EINPROGRESS")
        .call(
            S,
            "getsockopt(3, SOL_SOCKET, SO_ERROR)",
            Result.of(0).withWritten(new Argument.Number(111)));
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 REFUSED");
    script.call(S, Q, "ECONNABORTED");
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 REFUSED");
    script.call(S, Q, 0);
    assertThat(script.attempts(S)).last().isEqualTo("2 → 127.0.0.1:6000 ESTABLISHED");
  }

  @Test
  void aSendFetchesThePendingErrorOfANonBlockingAttempt() {
    script.call(S, P, "EINPROGRESS").call(S, "send(3, \"hola\", 0)", "ECONNREFUSED");
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 REFUSED");
    assertThat(script.socket(S).told().call()).hasToString("send(3, \"hola\", 0)");
    script.call(S, Q, "ECONNABORTED").call(S, Q, "ECONNREFUSED");
    assertThat(script.attempts(S)).last().isEqualTo("2 → 127.0.0.1:6000 REFUSED");
  }

  @Test
  void aResetConnectionThatNoConnectAskedAfterAbortsTheNextAndThenBeginsAnother() {
    script
        .call(S, P, "EINPROGRESS")
        .seen(S, TcpState.ESTABLISHED, "127.0.0.1:40000", "127.0.0.1:5000")
        .call(S, "recv(3, 10, 0)", "ECONNRESET")
        .call(S, Q, "ECONNABORTED")
        .call(S, Q, "EINPROGRESS");
    assertThat(script.attempts(S))
        .containsExactly("1 → 127.0.0.1:5000 ESTABLISHED", "2 → 127.0.0.1:6000 IN_PROGRESS");
    assertThat(script.model().attempts().getFirst().dissolved()).isNotNull();
  }

  @Test
  void theKernelsWordDecidesOneThatGoesOn() {
    script
        .call(S, P, "EINPROGRESS")
        .seen(S, TcpState.ESTABLISHED, "127.0.0.1:40000", "127.0.0.1:5000");
    assertThat(latest().outcome()).isEqualTo(Outcome.ESTABLISHED);
    assertThat(latest().local()).isEqualTo(Script.address("127.0.0.1:40000"));
    assertThat(script.socket(S).phase()).isEqualTo(Phase.CONNECTED);
  }

  @Test
  void whereTheKernelSaysClosedAnErrorIsPendingWhoseNameNobodyKnows() {
    script.call(S, P, "EINPROGRESS").seen(S, TcpState.CLOSED, "0.0.0.0:40000", null);
    assertThat(latest().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(script.socket(S).pending()).isEmpty();
    script.call(S, P, "ECONNREFUSED");
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 REFUSED");
    assertThat(script.socket(S).pending()).isNull();
  }

  @Test
  void anOldAnswerOfTheKernelDecidesNothingWhileTheCallIsUnderWay() {
    script.start(S, P);
    script.seen(S, TcpState.CLOSED, null, null);
    assertThat(latest().outcome()).isEqualTo(Outcome.CALLING);
  }

  @Test
  void eachHasTheAddressItWasMadeFrom() {
    script
        .call(S, P, "ECONNREFUSED")
        .seen(S, TcpState.CLOSED, "0.0.0.0:40000", null)
        .call(S, Q, "ECONNREFUSED")
        .seen(S, TcpState.CLOSED, "0.0.0.0:40002", null);
    assertThat(script.model().attempts())
        .extracting(attempt -> String.valueOf(attempt.local()))
        .containsExactly("0.0.0.0:40000", "0.0.0.0:40002");
    assertThat(script.socket(S).binding()).as("the port is nobody's").isEqualTo(Binding.NONE);
    assertThat(script.socket(S).phase()).isEqualTo(Phase.UNBOUND);
  }

  @Test
  void theAddressOfTheOneBeforeIsNotTakenForItsOwn() {
    script
        .call(S, P, "ECONNREFUSED")
        .seen(S, TcpState.CLOSED, "0.0.0.0:40000", null)
        .call(S, Q, "EINPROGRESS")
        .seen(S, TcpState.CLOSED, "0.0.0.0:40000", null);
    assertThat(latest().local()).isNull();
  }

  @Test
  void aBoundSocketMakesThemFromItsOwnAddress() {
    script.call(S, "bind(3, 127.0.0.1:4000)", 0).call(S, P, "ECONNREFUSED").call(S, Q, 0);
    assertThat(script.model().attempts())
        .extracting(attempt -> String.valueOf(attempt.local()))
        .containsExactly("127.0.0.1:4000", "127.0.0.1:4000");
    assertThat(script.socket(S).binding()).isEqualTo(Binding.GIVEN);
  }

  @Test
  void unspecDissolvesAConnectionAndTheNextOneIsAnother() {
    script
        .call(S, P, 0)
        .seen(S, TcpState.ESTABLISHED, "127.0.0.1:40000", "127.0.0.1:5000")
        .call(S, DISSOLVE, 0);
    assertThat(latest().outcome()).isEqualTo(Outcome.ESTABLISHED);
    assertThat(latest().dissolved()).isNotNull();
    assertThat(script.socket(S).phase()).isEqualTo(Phase.UNBOUND);
    assertThat(script.socket(S).local()).isNull();
    assertThat(script.socket(S).peer()).isNull();
    script.call(S, P, 0);
    assertThat(script.attempts(S))
        .containsExactly("1 → 127.0.0.1:5000 ESTABLISHED", "2 → 127.0.0.1:5000 ESTABLISHED");
    assertThat(latest().local()).as("the kernel chooses another port").isNull();
  }

  @Test
  void unspecAbandonsOneThatGoesOn() {
    script.call(S, P, "EINPROGRESS").call(S, DISSOLVE, 0).call(S, Q, 0);
    assertThat(script.attempts(S))
        .containsExactly("1 → 127.0.0.1:5000 ABANDONED", "2 → 127.0.0.1:6000 ESTABLISHED");
  }

  @Test
  void unspecKeepsAnAddressThatBindGave() {
    script.call(S, "bind(3, 127.0.0.1:4000)", 0).call(S, P, 0).call(S, DISSOLVE, 0);
    assertThat(script.socket(S).local()).isEqualTo(Script.address("127.0.0.1:4000"));
    assertThat(script.socket(S).phase()).isEqualTo(Phase.BOUND);
  }

  @Test
  void closeAbandonsOneThatGoesOnAndEndsAConnection() {
    script.call(S, P, "EINPROGRESS").call(S, "close(3)", 0);
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 ABANDONED");
    Script other = new Script().made(S, 3, "socket(AF_INET, SOCK_STREAM, 0)");
    other.call(S, P, 0).call(S, "close(3)", 0);
    assertThat(other.model().attempts().getFirst().over()).isLessThan(Long.MAX_VALUE);
  }

  @Test
  void shutdownAbandonsOneThatGoesOn() {
    script.call(S, P, "EINPROGRESS").call(S, "shutdown(3, SHUT_WR)", 0);
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 ABANDONED");
  }

  @Test
  void theEndOfTheProgramAbandonsOneThatGoesOn() {
    script.start(S, P);
    script.ended("client");
    assertThat(script.attempts(S)).containsExactly("1 → 127.0.0.1:5000 ABANDONED");
  }

  @Test
  void theKernelThatWouldNotTryLeavesTheSocketAsItWas() {
    script.call(S, P, "EADDRNOTAVAIL");
    assertThat(script.socket(S).phase()).isEqualTo(Phase.UNBOUND);
    assertThat(script.socket(S).attempt()).isEqualTo(MadeCall.NONE);
    script.call(S, P, 0);
    assertThat(latest().nth()).isEqualTo(1);
  }

  @Test
  void aListenerMakesNone() {
    script.call(S, "bind(3, 127.0.0.1:4000)", 0).call(S, "listen(3, 1)", 0).call(S, P, "EISCONN");
    assertThat(script.attempts(S)).isEmpty();
    assertThat(script.socket(S).phase()).isEqualTo(Phase.LISTENING);
  }

  @Test
  void aDatagramSocketMakesNoneButNamesAPeer() {
    String udp = "client#2";
    script
        .made(udp, 4, "socket(AF_INET, SOCK_DGRAM, 0)")
        .call(udp, "connect(4, 127.0.0.1:5000)", 0);
    assertThat(script.attempts(udp)).isEmpty();
    assertThat(script.socket(udp).peer()).isEqualTo(Script.address("127.0.0.1:5000"));
    assertThat(script.socket(udp).phase()).isEqualTo(Phase.CONNECTED);
    assertThat(script.socket(udp).binding()).isEqualTo(Binding.AUTOMATIC);
    script
        .seen(udp, "SOCK_DGRAM", null, "127.0.0.1:40001", "127.0.0.1:5000")
        .call(udp, "connect(4, AF_UNSPEC)", 0);
    assertThat(script.socket(udp).peer()).isNull();
    assertThat(script.socket(udp).local()).as("an automatic port is given back").isNull();
    assertThat(script.socket(udp).phase()).isEqualTo(Phase.UNBOUND);
    script.call(udp, "sendto(4, \"x\", 0, 127.0.0.1:5000)", 1);
    assertThat(script.socket(udp).binding()).isEqualTo(Binding.AUTOMATIC);
  }

  @Test
  void aStreamOfUnixIsRefusedAtOnce() {
    String unix = "client#2";
    script
        .made(unix, 4, "socket(AF_UNIX, SOCK_STREAM, 0)")
        .call(unix, "connect(4, unix:chat)", "ENOENT")
        .call(unix, "connect(4, unix:chat)", "ECONNREFUSED")
        .call(unix, "connect(4, unix:chat)", 0);
    assertThat(script.attempts(unix))
        .containsExactly(
            "1 → unix:chat REJECTED", "1 → unix:chat REFUSED", "2 → unix:chat ESTABLISHED");
  }
}
