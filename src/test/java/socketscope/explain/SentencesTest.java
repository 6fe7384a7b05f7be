package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.TcpState;
import socketscope.text.Language;

/** What is said depends on what came before, and says no more than that proves. */
class SentencesTest {

  private static final String SERVER = "127.0.0.1:5000";
  private static final String CLIENT = "127.0.0.1:47160";

  private static String happened(Play play) {
    return String.join(" ", Sentences.of(Language.ENGLISH).happened(play.events()));
  }

  private static Play listening() {
    return new Play()
        .call("server", "socket(AF_INET, SOCK_STREAM, 0)", 3)
        .call("server", "bind(3, 127.0.0.1:5000)", 0)
        .call("server", "listen(3, 1)", 0)
        .call("client", "socket(AF_INET, SOCK_STREAM, 0)", 3);
  }

  private static Play connected() {
    return listening()
        .call("client", "connect(3, 127.0.0.1:5000)", 0)
        .observe("client", 3, TcpState.ESTABLISHED, CLIENT, SERVER)
        .call("server", "accept(3)", Result.of(4).withAddress(Play.address(CLIENT)));
  }

  @Test
  void theLineOfAReturnedCallNamesItsTime() {
    Play play = new Play().call("client", "socket(AF_INET, SOCK_STREAM, 0)", 3);
    long connect = play.begin("client", "connect(3, 127.0.0.1:5000)");
    play.pause(33_000).returns("client", connect, Result.of(0));
    assertThat(Sentences.of(Language.ENGLISH).line(play.events()))
        .isEqualTo("client: connect to 127.0.0.1:5000 returned 0 after 43 µs");
    assertThat(Sentences.of(Language.SPANISH).line(play.events()))
        .isEqualTo("client: connect a 127.0.0.1:5000 devolvió 0 tras 43 µs");
  }

  @Test
  void bytesThatTcpThrewAwayAreToldAsThrownAway() {
    Play play = connected().call("server", "recv(4, 100, MSG_TRUNC)", Result.of(4));
    assertThat(Sentences.of(Language.ENGLISH).happened(play.events()))
        .anyMatch(sentence -> sentence.contains("took 4 bytes") && sentence.contains("threw them"));
  }

  @ParameterizedTest
  @CsvSource({
    "90, <0.1 µs",
    "349, 0.3 µs",
    "4321, 4.3 µs",
    "43210, 43 µs",
    "999400, 999 µs",
    "1374200, 1.4 ms",
    "143000000, 143 ms",
    "1250000000, 1.25 s",
  })
  void aTimeHasTheDigitsThatMeanSomething(long nanos, String time) {
    Play play = new Play();
    long close = play.begin("client", "close(3)");
    play.pause(nanos - 10_000).returns("client", close, Result.of(0));
    assertThat(Sentences.of(Language.ENGLISH).line(play.events())).endsWith(" after " + time);
  }

  @Test
  void theLinesOfAllEventsAreThoseOfEachOne() {
    Sentences sentences = Sentences.of(Language.SPANISH);
    var events = Plays.tcp().events();
    var lines = sentences.lines(events);
    for (int end = 1; end <= events.size(); end++) {
      assertThat(lines.get(end - 1)).isEqualTo(sentences.line(events.subList(0, end)));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyEventCanBeToldWithoutItsBeginning(Language language) {
    Sentences sentences = Sentences.of(language);
    for (var play : List.of(Plays.tcp(), Plays.udp())) {
      for (var event : play.events()) {
        assertThat(sentences.line(List.of(event))).isNotBlank();
        assertThat(sentences.happened(List.of(event))).isNotEmpty();
      }
    }
  }

  @Test
  void connectReturnsThoughNobodyCalledAccept() {
    Play play = listening().call("client", "connect(3, 127.0.0.1:5000)", 0);
    assertThat(happened(play)).contains("server has not called accept()");
  }

  @Test
  void nothingIsSaidOfAListenerThatTheEventsDoNotKnow() {
    Play play = listening().call("client", "connect(3, 127.0.0.1:6000)", 0);
    assertThat(happened(play)).doesNotContain("server").contains("says nothing about accept()");
  }

  @Test
  void acceptComesAfterTheHandshake() {
    assertThat(happened(connected())).contains("connect() of client had returned before this");
  }

  @Test
  void sendReturnsBeforeTheOtherProgramReads() {
    assertThat(happened(connected().call("client", "send(3, \"hola\")", 4)))
        .contains("copied 4 bytes")
        .contains("server is not reading now");
  }

  @Test
  void sendWakesAWaitingReader() {
    Play play = connected();
    long recv = play.begin("server", "recv(4, 100)");
    play.block("server", recv);
    assertThat(happened(play.call("client", "send(3, \"hola\")", 4)))
        .contains("server is waiting for data");
  }

  @Test
  void sendToAClosedSocketIsAnsweredByReset() {
    Play play = connected().call("server", "close(4)", 0);
    assertThat(happened(play.call("client", "send(3, \"hola\")", 4)))
        .contains("server has already closed its end");
  }

  @Test
  void aPartlyTakenSendLeavesTheRestToTheProgram() {
    assertThat(happened(connected().call("client", "send(3, \"hola\", MSG_DONTWAIT)", 3)))
        .contains("took only a part")
        .contains("the other 1 itself");
  }

  @Test
  void zeroFromAStreamIsThePeersEnd() {
    assertThat(happened(connected().call("server", "recv(4, 100)", 0))).contains("FIN");
  }

  @Test
  void zeroAfterAResetIsNotAFin() {
    Play play =
        connected()
            .call("server", "recv(4, 100)", Play.failure(104, "ECONNRESET"))
            .call("server", "recv(4, 100)", 0);
    assertThat(happened(play)).contains("broken off").doesNotContain("FIN");
  }

  @Test
  void zeroAfterTheOwnShutdownSaysNothingOfThePeer() {
    Play play =
        connected().call("server", "shutdown(4, SHUT_RD)", 0).call("server", "recv(4, 100)", 0);
    assertThat(happened(play)).contains("this program itself").doesNotContain("FIN");
  }

  @Test
  void zeroBytesAskedSayNothing() {
    assertThat(happened(connected().call("server", "recv(4, 0)", 0))).doesNotContain("FIN");
  }

  @Test
  void zeroFromADatagramSocketIsAnEmptyDatagram() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_DGRAM, 0)", 3)
            .call("a", "recv(3, 100)", Result.of(0).withData(Bytes.utf8("")));
    assertThat(happened(play)).contains("empty datagram").doesNotContain("FIN");
  }

  @Test
  void closingWithUnreadBytesResets() {
    Play play =
        connected()
            .observe("server", 4, TcpState.ESTABLISHED, SERVER, CLIENT, 7, -1)
            .call("server", "close(4)", 0);
    assertThat(happened(play)).contains("7 bytes had not been read").contains("RST");
  }

  @Test
  void closingAListenerResetsWhoWaits() {
    Play play =
        listening()
            .observe("server", 3, TcpState.LISTEN, SERVER, null, -1, 2)
            .call("server", "close(3)", 0);
    assertThat(happened(play)).contains("2 connections waited in its queue");
  }

  @Test
  void aDuplicatedSocketOutlivesOneClose() {
    Play play = connected().call("server", "fcntl(4, F_DUPFD, 0)", 5).call("server", "close(4)", 0);
    assertThat(happened(play)).contains("stays open").doesNotContain("FIN");
  }

  @Test
  void listeningWithoutBindTakesAnEphemeralPort() {
    Play play =
        new Play().call("a", "socket(AF_INET, SOCK_STREAM, 0)", 3).call("a", "listen(3, 1)", 0);
    assertThat(happened(play)).contains("ephemeral port");
    assertThat(happened(listening())).doesNotContain("ephemeral port");
  }

  @Test
  void connectingADatagramSocketSendsNothing() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_DGRAM, 0)", 3)
            .call("a", "connect(3, 127.0.0.1:9)", 0);
    assertThat(happened(play)).contains("Nothing was sent").doesNotContain("handshake with");
  }

  @Test
  void aReusedDescriptorIsAnotherSocket() {
    Play play =
        connected()
            .call("server", "close(4)", 0)
            .call("server", "socket(AF_INET, SOCK_DGRAM, 0)", 4)
            .call("server", "close(4)", 0);
    assertThat(happened(play)).contains("UDP has no end of connection");
  }

  @Test
  void portZeroIsNoAddressYet() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_STREAM, 0)", 3)
            .observe("a", 3, TcpState.CLOSED, "0.0.0.0:0", null);
    assertThat(happened(play)).contains("CLOSED").doesNotContain("0.0.0.0");
    play.call("a", "bind(3, 127.0.0.1:5000)", 0)
        .observe("a", 3, TcpState.CLOSED, "127.0.0.1:5000", null);
    assertThat(happened(play)).contains("has the local address 127.0.0.1:5000");
  }

  @Test
  void aFreshDatagramSocketIsSaidToHaveNoAddress() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_DGRAM, 0)", 3)
            .observe("a", 3, null, "0.0.0.0:0", null);
    assertThat(happened(play)).contains("has no address yet");
    assertThat(happened(play.observe("a", 3, null, "0.0.0.0:0", null))).contains("Nothing new");
  }

  @Test
  void anEndedProgramsOpenDescriptorsAreNamed() {
    assertThat(happened(connected().end("server", 0, 9, false))).contains("SIGKILL", "3, 4");
  }

  @Test
  void forkTellsWhatIsOpenInBothProcesses() {
    Play play = connected().fork("server", "server.1", 4711);
    assertThat(happened(play))
        .startsWith("The kernel made process 4711, a child of server.")
        .contains("Descriptors 3 and 4 are open in both now");
    assertThat(Sentences.of(Language.SPANISH).happened(play.events()))
        .contains(
            "Los descriptores 3 y 4 están ahora abiertos en los dos y corresponden a lo mismo.");
  }

  @Test
  void closeTellsWhoStillHoldsTheConnection() {
    Play play = connected().fork("server", "server.1", 4711).closeKept("server", 4);
    assertThat(happened(play))
        .contains("Nothing was sent: server.1 still has a descriptor of the same socket");
    play.fork("server.1", "server.1.1", 4712).closeKept("server", 3);
    assertThat(happened(play))
        .contains("server.1 and server.1.1 still have descriptors of the same socket");
  }
}
