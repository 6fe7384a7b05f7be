package socketscope.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.diagram.RandomEvents;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.event.TcpState;
import socketscope.socket.SocketKind.Family;
import socketscope.socket.SocketKind.Type;
import socketscope.socket.SocketRecord.Binding;
import socketscope.socket.SocketRecord.Maker;
import socketscope.socket.SocketRecord.Phase;

/** Events in, facts about calls, descriptors, sockets and addresses out. */
class SocketModelTest {

  private static final String TCP = "socket(AF_INET, SOCK_STREAM, 0)";
  private static final String UDP = "socket(AF_INET, SOCK_DGRAM, 0)";

  private final Script script = new Script();

  // Calls

  @Test
  void aCallIsJoinedFromItsQueueingToItsReturn() {
    script.program("server").made("server#1", 3, TCP);
    long first = script.start("server#1", "accept(3)");
    long second = script.queue("server#1", "close(3)", first);
    assertThat(script.model().unreturned()).extracting(MadeCall::id).containsExactly(first, second);
    assertThat(script.model().underWay(script.socket("server#1")))
        .extracting(MadeCall::id)
        .containsExactly(first);
    script.blocked("server#1", first).returned("server#1", first, Result.of(4));
    script.startQueued(second, "server#1", "close(3)");
    assertThat(script.model().underWay("server", 77)).map(MadeCall::id).hasValue(second);
    MadeCall close = script.log().call(second).orElseThrow();
    assertThat(close.queued()).isNotNull();
    assertThat(close.underWay()).isTrue();
    MadeCall accept = script.log().call(first).orElseThrow();
    assertThat(accept.wasBlocked()).isTrue();
    assertThat(accept.succeeded()).isTrue();
    assertThat(accept.until()).isGreaterThan(accept.since());
    assertThat(script.log().calls())
        .extracting(MadeCall::id)
        .containsExactly(first - 1, first, second);
  }

  @Test
  void theCallsOfAProgramThatEndedAreUnderWayNoMore() {
    script.program("server").made("server#1", 3, TCP);
    long id = script.start("server#1", "accept(3)");
    script.ended("server");
    assertThat(script.model().unreturned()).isEmpty();
    assertThat(script.log().call(id).orElseThrow().returned()).isNull();
  }

  // Kinds

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "socket(AF_INET, SOCK_STREAM, 0); INET; STREAM; true; false; false",
        "socket(2, 1, 6); INET; STREAM; true; false; false",
        "socket(AF_INET, 2049, 0); INET; STREAM; true; false; true",
        "socket(AF_INET, 0x801, 0); INET; STREAM; true; false; true",
        "socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK, 0); INET; STREAM; true; false; true",
        "socket(AF_INET, SOCK_NONBLOCK|SOCK_STREAM, 0); INET; STREAM; true; false; true",
        "socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, 17); INET6; DATAGRAM; false; true; false",
        "socket(AF_LOCAL, SOCK_SEQPACKET, 0); UNIX; SEQPACKET; false; false; false",
        "socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP); INET; DATAGRAM; false; false; false",
        "socket(AF_INET, SOCK_STREAM, IPPROTO_SCTP); INET; STREAM; false; false; false",
        "socket(17, 3, 768); OTHER; RAW; false; false; false"
      })
  void aSocketIsWhatItsNumbersSayHoweverTheyAreWritten(
      String call, Family family, Type type, boolean tcp, boolean udp, boolean nonBlocking) {
    SocketRecord socket = script.made("client#1", 3, call).socket("client#1");
    assertThat(socket.kind().family()).isEqualTo(family);
    assertThat(socket.kind().type()).isEqualTo(type);
    assertThat(socket.kind().tcp()).isEqualTo(tcp);
    assertThat(socket.kind().udp()).isEqualTo(udp);
    assertThat(socket.nonBlocking()).isEqualTo(nonBlocking);
  }

  @Test
  void fcntlMakesASocketNonBlockingAndBlockingAgain() {
    script.made("client#1", 3, TCP).call("client#1", "fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK)", 0);
    assertThat(script.socket("client#1").nonBlocking()).isTrue();
    script.call("client#1", "fcntl(3, F_SETFL, 2050)", 0);
    assertThat(script.socket("client#1").nonBlocking()).isTrue();
    script.call("client#1", "fcntl(3, F_SETFL, 0)", 0);
    assertThat(script.socket("client#1").nonBlocking()).isFalse();
  }

  @Test
  void anOptionHasTheValueThatItWasGivenLast() {
    script
        .made("client#1", 3, TCP)
        .call("client#1", "setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1)", 0)
        .call("client#1", "setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 0)", 0)
        .call("client#1", "setsockopt(3, SOL_SOCKET, SO_KEEPALIVE, 1)", "EINVAL");
    assertThat(script.socket("client#1").option("SOL_SOCKET", "SO_REUSEADDR"))
        .hasToString("Optional[0]");
    assertThat(script.socket("client#1").option("SOL_SOCKET", "SO_KEEPALIVE")).isEmpty();
  }

  // Descriptors

  @Test
  void aNumberStandsForASocketUntilItIsClosed() {
    script.program("client").made("client#1", 3, TCP);
    assertThat(script.model().socket("client", 3))
        .map(SocketRecord::id)
        .hasValue(Script.id("client#1"));
    assertThat(script.model().descriptors("client").standard(0)).isTrue();
    assertThat(script.model().descriptors("client").standard(3)).isFalse();
    script.call("client#1", "close(3)", 0);
    assertThat(script.model().socket("client", 3)).isEmpty();
    assertThat(script.model().descriptors("client").closedBy(3).call()).hasToString("close(3)");
    assertThat(script.socket("client#1").phase()).isEqualTo(Phase.CLOSED);
    script.made("client#2", 3, TCP);
    assertThat(script.model().socket("client", 3))
        .map(SocketRecord::id)
        .hasValue(Script.id("client#2"));
    assertThat(script.model().descriptors("client").closedBy(3)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dup(3)",
        "fcntl(3, F_DUPFD, 0)",
        "fcntl(3, 0, 0)",
        "fcntl(3, F_DUPFD_CLOEXEC, 0)"
      })
  void aSocketLivesUntilItsLastDescriptorIsClosed(String duplicate) {
    script.made("client#1", 3, TCP).call("client#1", duplicate, 4);
    assertThat(script.socket("client#1").descriptors()).isEqualTo(2);
    assertThat(script.model().descriptors("client").of(script.socket("client#1"))).hasSize(2);
    script.kept("client#1", "close(3)");
    assertThat(script.socket("client#1").open()).isTrue();
    assertThat(script.model().socket("client", 4)).isPresent();
    script.call("client#1", "close(4)", 0);
    assertThat(script.socket("client#1").open()).isFalse();
    assertThat(script.model().descriptors("client").open()).isEmpty();
  }

  @Test
  void aNumberThatWasGivenOutAgainBeforeCloseReturnedIsTheNewSockets() {
    script.made("client#1", 3, TCP);
    long close = script.start("client#1", "close(3)");
    script.made("client#2", 3, TCP).returned("client#1", close, Result.of(0));
    assertThat(script.model().socket("client", 3))
        .map(SocketRecord::id)
        .hasValue(Script.id("client#2"));
    assertThat(script.socket("client#1").open()).isFalse();
    assertThat(script.socket("client#2").open()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"EBADF, true", "EINTR, false", "EIO, false"})
  void aCloseThatFailsHasFreedTheNumberUnlessThereWasNone(String errno, boolean open) {
    script.made("client#1", 3, TCP).call("client#1", "close(3)", errno);
    assertThat(script.socket("client#1").open()).isEqualTo(open);
    assertThat(script.model().socket("client", 3).isPresent()).isEqualTo(open);
  }

  @Test
  void aProcessBeforeLeavesItsSocketsToNobody() {
    script.program("client").made("client#1", 3, TCP).ended("client");
    script.program("client").made("client#1", 3, UDP);
    assertThat(script.model().formerSockets()).extracting(SocketRecord::number).containsExactly(0);
    assertThat(script.model().sockets("client"))
        .extracting(SocketRecord::number)
        .containsExactly(1);
  }

  @Test
  void aConnectionThatAcceptGaveOutIsKeptByNobodyAnyMore() {
    listening("0.0.0.0:5000");
    script.listed("127.0.0.1:5000", "127.0.0.1:40000", TcpState.ESTABLISHED);
    assertThat(script.model().kept()).hasSize(1);
    script.accept("server#1", "server#2", 4, "127.0.0.1:40000");
    assertThat(script.model().kept()).isEmpty();
  }

  @Test
  void theEndsOfASocketpairAreEachOthersPeers() {
    script.pair("client#1", "client#2", 3, 4);
    SocketModel model = script.model();
    assertThat(model.peerOf(script.socket("client#1")))
        .map(SocketRecord::id)
        .hasValue(Script.id("client#2"));
    assertThat(model.peerOf(script.socket("client#2")))
        .map(SocketRecord::id)
        .hasValue(Script.id("client#1"));
    assertThat(script.socket("client#2").phase()).isEqualTo(Phase.CONNECTED);
    assertThat(script.socket("client#2").descriptor()).isEqualTo(4);
    assertThat(script.socket("client#1").maker()).isEqualTo(Maker.SOCKETPAIR);
  }

  @Test
  void theEndOfAProgramClosesWhatItHad() {
    script.program("client").made("client#1", 3, TCP).made("client#2", 4, UDP).ended("client");
    assertThat(script.model().sockets()).noneMatch(SocketRecord::open);
    assertThat(script.model().descriptors("client").open()).isEmpty();
  }

  @Test
  void aProgramThatIsStartedAgainHasOtherSocketsOfTheSameIdentity() {
    script.program("client").made("client#1", 3, TCP).ended("client");
    script.program("client").made("client#1", 3, UDP);
    assertThat(script.model().sockets()).hasSize(2);
    assertThat(script.socket("client#1").number()).isEqualTo(1);
    assertThat(script.socket("client#1").kind().udp()).isTrue();
  }

  // Names

  @Test
  void bindGivesAnAddressAndListenWithoutItHasTheKernelChooseOne() {
    script
        .made("server#1", 3, TCP)
        .call("server#1", "bind(3, 127.0.0.1:5000)", 0)
        .call("server#1", "listen(3, 7)", 0);
    SocketRecord bound = script.socket("server#1");
    assertThat(bound.phase()).isEqualTo(Phase.LISTENING);
    assertThat(bound.binding()).isEqualTo(Binding.GIVEN);
    assertThat(bound.backlog()).isEqualTo(7);
    script.made("server#2", 4, TCP).call("server#2", "listen(4, 1)", 0);
    assertThat(script.socket("server#2").binding()).isEqualTo(Binding.AUTOMATIC);
    script
        .made("server#3", 5, TCP)
        .call("server#3", "bind(5, 127.0.0.1:0)", 0)
        .seen("server#3", TcpState.CLOSED, "127.0.0.1:43210", null);
    assertThat(script.socket("server#3").binding()).isEqualTo(Binding.PORT_CHOSEN);
    assertThat(script.socket("server#3").local()).hasToString("127.0.0.1:43210");
    assertThat(script.socket("server#3").phase()).isEqualTo(Phase.BOUND);
  }

  @Test
  void aDatagramThatIsSentWithoutBindHasTheKernelChooseAPort() {
    script.made("client#1", 3, UDP).call("client#1", "sendto(3, \"x\", 0, 127.0.0.1:5000)", 1);
    assertThat(script.socket("client#1").binding()).isEqualTo(Binding.AUTOMATIC);
    assertThat(script.socket("client#1").phase()).isEqualTo(Phase.BOUND);
    assertThat(script.socket("client#1").sent()).isEqualTo(1);
  }

  @Test
  void anAcceptedSocketIsOfItsListenersKind() {
    listening("127.0.0.1:5000");
    script.accept("server#1", "server#2", 4, "127.0.0.1:40000");
    SocketRecord accepted = script.socket("server#2");
    assertThat(accepted.kind().tcp()).isTrue();
    assertThat(accepted.maker()).isEqualTo(Maker.ACCEPT);
    assertThat(accepted.listener()).isEqualTo(script.socket("server#1").number());
    assertThat(accepted.phase()).isEqualTo(Phase.CONNECTED);
    assertThat(accepted.nonBlocking()).isFalse();
    assertThat(accepted.local()).hasToString("127.0.0.1:5000");
    assertThat(accepted.peer()).hasToString("127.0.0.1:40000");
  }

  private void listening(String address) {
    script
        .program("server")
        .made("server#1", 3, TCP)
        .call("server#1", "bind(3, " + address + ")", 0)
        .call("server#1", "listen(3, 1)", 0);
  }

  private void connected(String listening) {
    listening(listening);
    script
        .made("client#1", 3, TCP)
        .call("client#1", "connect(3, 127.0.0.1:5000)", 0)
        .accept("server#1", "server#2", 4, "127.0.0.1:40000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:5000", "0.0.0.0:5000"})
  void theTwoEndsOfAConnectionFindEachOther(String listening) {
    connected(listening);
    assertThat(peer("client#1")).as("nobody knows the client's port yet").isEqualTo("");
    script.seen("client#1", TcpState.ESTABLISHED, "127.0.0.1:40000", "127.0.0.1:5000");
    assertThat(peer("client#1")).isEqualTo("server#2");
    script.seen("server#2", TcpState.ESTABLISHED, "127.0.0.1:5000", "127.0.0.1:40000");
    assertThat(peer("client#1")).isEqualTo("server#2");
    assertThat(peer("server#2")).isEqualTo("client#1");
    script.call("client#1", "close(3)", 0);
    assertThat(peer("server#2")).as("it is closed, and was the peer").isEqualTo("client#1");
  }

  private String peer(String socket) {
    return script
        .model()
        .peerOf(script.socket(socket))
        .map(SocketRecord::id)
        .map(Object::toString)
        .orElse("");
  }

  @Test
  void anIpv4PeerOfAnIpv6SocketIsFound() {
    script
        .made("server#1", 3, "socket(AF_INET6, SOCK_STREAM, 0)")
        .call("server#1", "bind(3, [::]:5000)", 0)
        .call("server#1", "listen(3, 1)", 0)
        .made("client#1", 3, TCP)
        .call("client#1", "connect(3, 127.0.0.1:5000)", 0)
        .accept("server#1", "server#2", 4, "[::ffff:127.0.0.1]:40000")
        .seen("client#1", TcpState.ESTABLISHED, "127.0.0.1:40000", "127.0.0.1:5000");
    assertThat(peer("client#1")).isEqualTo("server#2");
  }

  @Test
  void aDatagramSocketsPeerIsTheOneThatHasTheAddress() {
    script
        .made("server#1", 3, UDP)
        .call("server#1", "bind(3, 0.0.0.0:5000)", 0)
        .made("client#1", 3, UDP)
        .call("client#1", "connect(3, 127.0.0.1:5000)", 0);
    assertThat(peer("client#1")).isEqualTo("server#1");
    assertThat(peer("server#1")).isEqualTo("");
  }

  // Who has an address

  private List<String> holders(String kind, String address) {
    SocketKind of = new Script().made("other#1", 9, kind).socket("other#1").kind();
    return script.model().holders(of, Script.address(address)).stream()
        .map(holder ->
            (holder.socket() == null ? "?" : holder.socket().id())
                + (holder.kept() == null ? "" : " " + holder.kept().state()))
        .toList();
  }

  @Test
  void theHolderOfAPortIsTheSocketThatIsBoundToIt() {
    listening("127.0.0.1:5000");
    assertThat(holders(TCP, "127.0.0.1:5000")).containsExactly("server#1");
    assertThat(holders(TCP, "0.0.0.0:5000")).containsExactly("server#1");
    assertThat(holders(TCP, "127.0.0.2:5000")).isEmpty();
    assertThat(holders(UDP, "127.0.0.1:5000")).isEmpty();
    assertThat(holders(TCP, "127.0.0.1:5001")).isEmpty();
    script.call("server#1", "close(3)", 0);
    assertThat(holders(TCP, "127.0.0.1:5000")).isEmpty();
  }

  @Test
  void afterItsSocketsAreClosedTimeWaitHoldsThePort() {
    connected("127.0.0.1:5000");
    script
        .seen("server#2", TcpState.ESTABLISHED, "127.0.0.1:5000", "127.0.0.1:40000")
        .call("server#2", "close(4)", 0)
        .call("server#1", "close(3)", 0)
        .listed("127.0.0.1:5000", "127.0.0.1:40000", TcpState.TIME_WAIT);
    assertThat(holders(TCP, "127.0.0.1:5000")).containsExactly("server#2 TIME_WAIT");
    script.forgotten("127.0.0.1:5000", "127.0.0.1:40000");
    assertThat(holders(TCP, "127.0.0.1:5000")).isEmpty();
  }

  @Test
  void aPathIsHeldByTheSocketThatIsBoundToIt() {
    script
        .made("server#1", 3, "socket(AF_UNIX, SOCK_STREAM, 0)")
        .call("server#1", "bind(3, unix:chat)", 0);
    assertThat(holders("socket(AF_UNIX, SOCK_STREAM, 0)", "unix:chat")).containsExactly("server#1");
  }

  @Test
  void aPortThatAFailedAttemptHadIsNobodys() {
    script
        .made("client#1", 3, TCP)
        .call("client#1", "connect(3, 127.0.0.1:5000)", "ECONNREFUSED")
        .seen("client#1", TcpState.CLOSED, "0.0.0.0:40000", null);
    assertThat(script.socket("client#1").local()).hasToString("0.0.0.0:40000");
    assertThat(holders(TCP, "127.0.0.1:40000")).isEmpty();
  }

  // What was shut down, what is pending

  @Test
  void shutdownIsRememberedWithItsCall() {
    connected("127.0.0.1:5000");
    script.call("client#1", "shutdown(3, SHUT_WR)", 0);
    assertThat(script.socket("client#1").shutWriting().call()).hasToString("shutdown(3, SHUT_WR)");
    assertThat(script.socket("client#1").shutReading()).isNull();
    script.call("client#1", "shutdown(3, 0)", 0);
    assertThat(script.socket("client#1").shutReading()).isNotNull();
    assertThat(script.socket("client#1").shutWriting().call()).hasToString("shutdown(3, SHUT_WR)");
  }

  @Test
  void aListenerThatIsShutDownListensNoMore() {
    listening("127.0.0.1:5000");
    script.call("server#1", "shutdown(3, SHUT_RDWR)", 0);
    assertThat(script.socket("server#1").phase()).isEqualTo(Phase.BOUND);
  }

  @Test
  void aRecvThatFindsTheEndTellsThatThePeerSendsNothingMore() {
    connected("127.0.0.1:5000");
    script.call("server#2", "recv(4, 0, 0)", 0);
    assertThat(script.socket("server#2").peerEnded()).as("it asked for nothing").isNull();
    script.call("server#2", "recv(4, 10, 0)", 0);
    assertThat(script.socket("server#2").peerEnded()).isNotNull();
  }

  @Test
  void aConnectionThatWasResetIsBrokenAndSaysWhichCallToldIt() {
    connected("127.0.0.1:5000");
    script.seen("client#1", TcpState.ESTABLISHED, "127.0.0.1:40000", "127.0.0.1:5000");
    script.seen("client#1", TcpState.CLOSED, "127.0.0.1:40000", "127.0.0.1:5000");
    assertThat(script.socket("client#1").phase()).isEqualTo(Phase.BROKEN);
    assertThat(script.socket("client#1").pending()).isEmpty();
    script.call("client#1", "recv(3, 10, 0)", "ECONNRESET");
    assertThat(script.socket("client#1").pending()).isNull();
    assertThat(script.socket("client#1").told().failedWith("ECONNRESET")).isTrue();
  }

  @Test
  void whatWasPeekedAtIsNotReceived() {
    connected("127.0.0.1:5000");
    script.call("server#2", "recv(4, 10, MSG_PEEK)", 4).call("server#2", "recv(4, 3, 0)", 3);
    assertThat(script.socket("server#2").received()).isEqualTo(3);
  }

  // Any events

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aCopyIsGoneOnWithApart(long seed) {
    List<Event> events = new RandomEvents(seed).list(400);
    CallLog whole = new CallLog();
    List<String> facts = new ArrayList<>();
    List<CallLog> copies = new ArrayList<>();
    for (Event event : events) {
      whole.add(event);
      facts.add(facts(whole));
      copies.add(whole.copy());
    }
    for (int i = 0; i < events.size(); i += 53) {
      assertThat(facts(copies.get(i))).isEqualTo(facts.get(i));
      events.subList(i + 1, events.size()).forEach(copies.get(i)::add);
      assertThat(facts(copies.get(i))).isEqualTo(facts.getLast());
    }
  }

  private static String facts(CallLog log) {
    return log.calls()
        + " "
        + log.model().sockets()
        + " "
        + log.model().attempts()
        + " "
        + log.model().unreturned()
        + " "
        + log.model().kept();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void whateverComesTheFactsAgreeWithEachOther(long seed) {
    SocketModel model = new SocketModel();
    for (Event event : new RandomEvents(seed).list(2000)) {
      model.add(event);
      for (SocketRecord socket : model.sockets()) {
        assertThat(socket.open()).isEqualTo(socket.phase() != Phase.CLOSED);
        model
            .attempt(socket)
            .ifPresent(attempt -> assertThat(attempt.socketNumber()).isEqualTo(socket.number()));
      }
      for (MadeCall call : model.unreturned()) {
        assertThat(call.returned()).isNull();
      }
    }
  }

  // Processes

  @Test
  void aSocketEndsWhenTheLastProcessHasClosedIt() {
    script.program("server").made("server#1", 3, TCP).accept("server#1", "server#2", 4, null);
    script.fork("server", "server.1");
    assertThat(script.socket("server#2").descriptors()).isEqualTo(2);
    assertThat(holders("server#2")).containsExactly("server", "server.1");
    assertThat(script.model().inherited("server.1"))
        .extracting(socket -> socket.id().toString())
        .containsExactly("server#1", "server#2");

    script.close("server", "server#2", "close(4)", true);
    assertThat(script.socket("server#2").open()).isTrue();
    assertThat(holders("server#2")).containsExactly("server.1");
    script.close("server.1", "server#1", "close(3)", true);
    assertThat(script.socket("server#1").open()).isTrue();
    assertThat(holders("server#1")).containsExactly("server");

    script.close("server.1", "server#2", "close(4)", false);
    assertThat(script.socket("server#2").open()).isFalse();
    assertThat(script.model().closedNow()).extracting(SocketRecord::number).hasSize(1);
  }

  @Test
  void theEndOfAChildClosesWhatItAloneHas() {
    script.program("server").made("server#1", 3, TCP).accept("server#1", "server#2", 4, null);
    script.fork("server", "server.1").close("server", "server#2", "close(4)", true);
    script.ended("server.1");
    assertThat(script.socket("server#1").open()).isTrue();
    assertThat(script.socket("server#2").open()).isFalse();
  }

  @Test
  void whatTheParentOpensLaterIsNotItsChilds() {
    script.program("server").made("server#1", 3, TCP).fork("server", "server.1");
    script.made("server#2", 4, TCP);
    assertThat(script.model().socket("server.1", 3)).isPresent();
    assertThat(script.model().socket("server.1", 4)).isEmpty();
  }

  private List<String> holders(String socket) {
    return script.model().holders(script.socket(socket));
  }
}
