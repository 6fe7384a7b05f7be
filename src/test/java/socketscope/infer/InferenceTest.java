package socketscope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static socketscope.infer.Evidence.CLIENT;
import static socketscope.infer.Evidence.CLIENT_SOCKET;
import static socketscope.infer.Evidence.SERVER;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.diagram.EventScript;
import socketscope.diagram.RandomEvents;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.event.Result;
import socketscope.event.SocketId;
import socketscope.event.TcpState;
import socketscope.infer.Evidence.Counts;

/** What a few events prove, and what they do not. */
class InferenceTest {

  private final Evidence evidence = new Evidence();

  /** Each packet in a few characters: {@code client SYN}, {@code client 2 ACK}. */
  private static List<String> said(List<PacketInferred> packets) {
    return packets.stream()
        .map(packet ->
            (CLIENT.equals(packet.source()) || packet.sender().equals("client") ? "> " : "< ")
                + (packet.count() == 1 ? "" : packet.count() + " ")
                + packet.kind()
                + (packet.bytes() == 0 ? "" : " " + packet.bytes()))
        .toList();
  }

  private List<String> inferred() {
    return said(Inference.of(evidence.events()));
  }

  private PacketInferred last() {
    return Inference.of(evidence.events()).getLast();
  }

  @Test
  void anEstablishedConnectionProvesItsHandshake() {
    evidence.connected();
    assertThat(inferred()).containsExactly("> SYN", "< SYN_ACK", "> ACK");
  }

  @Test
  void theHandshakeLiesBetweenTheStartAndTheReturnOfConnect() {
    evidence
        .socket(CLIENT_SOCKET, "socket(AF_INET, SOCK_STREAM, 0)")
        .start(CLIENT_SOCKET, "connect(5, 127.0.0.1:5000)");
    long start = evidence.now();
    Evidence whole = new Evidence().connected();
    List<PacketInferred> packets = Inference.of(whole.events());
    assertThat(packets).allMatch(packet -> packet.after() == start);
    assertThat(packets).allMatch(packet -> packet.before() == start + 1000);
    assertThat(packets).extracting(packet -> packet.stamp().nanos()).isSorted();
    assertThat(packets).allMatch(packet -> packet.stamp().nanos() > start);
    assertThat(packets).allMatch(packet -> packet.stamp().nanos() < start + 1000);
  }

  @Test
  void sentBytesAndTheirAcknowledgmentAreCounted() {
    evidence
        .connected()
        .call(CLIENT_SOCKET, "send(5, \"hola\", 0)", Result.of(4))
        .client(TcpState.ESTABLISHED, new Counts(3, 2, 1, 0, 4, 5, 0));
    assertThat(inferred()).endsWith("> DATA 4", "< ACK");
  }

  @Test
  void whatBothEndsHaveCountedIsToldOnce() {
    evidence
        .connected()
        .call(CLIENT_SOCKET, "send(5, \"hola\", 0)", Result.of(4))
        .client(TcpState.ESTABLISHED, new Counts(3, 2, 1, 0, 4, 5, 0))
        .server(TcpState.ESTABLISHED, new Counts(1, 3, 0, 1, 0, 0, 4));
    assertThat(inferred()).hasSize(5);
  }

  @Test
  void segmentsThatNothingTellsApartAreACount() {
    evidence
        .connected()
        .call(CLIENT_SOCKET, "send(5, \"hola\", 0)", Result.of(4))
        .call(CLIENT_SOCKET, "send(5, \"adios\", 0)", Result.of(5))
        .client(TcpState.ESTABLISHED, new Counts(4, 3, 2, 0, 9, 10, 0));
    assertThat(inferred()).endsWith("> 2 DATA 9", "< 2 ACK");
  }

  @Test
  void aLateAcknowledgmentStandsBeforeTheLookThatFoundIt() {
    evidence.connected().client(TcpState.ESTABLISHED, new Counts(2, 2, 0, 0, 0, 1, 0));
    assertThat(inferred()).endsWith("< ACK");
    assertThat(last().before()).isEqualTo(evidence.now());
    assertThat(last().stamp().nanos()).isEqualTo(evidence.now() - 1);
  }

  @Test
  void nothingIsKnownOfWhatAClosedSocketSent() {
    evidence.connected().call(CLIENT_SOCKET, "close(5)", Result.of(0));
    assertThat(inferred()).hasSize(3);
  }

  @Test
  void timeWaitProvesBothFinsAndTheLastAcknowledgment() {
    evidence
        .connected()
        .call(CLIENT_SOCKET, "close(5)", Result.of(0))
        .kept(CLIENT, SERVER, TcpState.TIME_WAIT);
    assertThat(inferred()).endsWith("> FIN", "< FIN", "> ACK");
  }

  @Test
  void aStateIsToldOnceHoweverOftenItIsSeen() {
    evidence
        .connected()
        .call(CLIENT_SOCKET, "close(5)", Result.of(0))
        .kept(CLIENT, SERVER, TcpState.FIN_WAIT2)
        .kept(CLIENT, SERVER, TcpState.FIN_WAIT2)
        .kept(CLIENT, SERVER, TcpState.TIME_WAIT)
        .kept(CLIENT, SERVER, TcpState.TIME_WAIT);
    assertThat(inferred())
        .containsExactly("> SYN", "< SYN_ACK", "> ACK", "> FIN", "< ACK", "< FIN", "> ACK");
  }

  @Test
  void finWait1DoesNotProveThatTheFinHasLeft() {
    evidence
        .connected()
        .call(CLIENT_SOCKET, "close(5)", Result.of(0))
        .kept(CLIENT, SERVER, TcpState.FIN_WAIT1);
    assertThat(inferred()).hasSize(3);
  }

  @Test
  void aFinCountsAsAByteButIsNoData() {
    evidence.connected().client(TcpState.CLOSE_WAIT, new Counts(3, 2, 0, 0, 0, 1, 1));
    assertThat(inferred()).endsWith("< FIN", "> ACK");
    assertThat(Inference.of(evidence.events())).allMatch(packet -> packet.bytes() == 0);
  }

  @Test
  void anEndThatIsSuddenlyClosedWasReset() {
    evidence.connected().client(TcpState.CLOSED, new Counts(2, 2, 0, 0, 0, 1, 0));
    assertThat(inferred()).endsWith("< RST");
  }

  @Test
  void anEndThatGaveUpByItselfWasNot() {
    evidence.connected().client(TcpState.CLOSED, new Counts(2, 1, 0, 0, 0, 1, 0));
    assertThat(inferred()).hasSize(3);
  }

  /** The kernel tells the unspecified address of it, and the packets bore one of IPv4. */
  @Test
  void aRefusedConnectToTheOtherVersionOfIpComesFromAnAddressOfThatVersion() {
    evidence
        .socket(CLIENT_SOCKET, "socket(AF_INET6, SOCK_STREAM, 0)")
        .call(
            CLIENT_SOCKET,
            "connect(5, [::ffff:127.0.0.1]:5000)",
            EventScript.failed(115, "EINPROGRESS"))
        .seen(CLIENT_SOCKET, "[::]:41002", null, TcpState.CLOSED, new Counts(1, 1, 0, 0, 0, 0, 0));
    assertThat(Inference.of(evidence.events()))
        .extracting(packet -> packet.source() + " → " + packet.destination())
        .containsExactly("127.0.0.1:41002 → 127.0.0.1:5000", "127.0.0.1:5000 → 127.0.0.1:41002");
  }

  /** UDP-Lite's level is UDP's to Linux (udp_setsockopt()). */
  @Test
  void aDatagramThatIsHeldByTheCorkOfUdpLiteProvesNothing() {
    evidence
        .socket(DATAGRAMS, "socket(AF_INET, SOCK_DGRAM, 0)")
        .call(DATAGRAMS, "setsockopt(5, IPPROTO_UDPLITE, UDP_CORK, 1)", Result.of(0))
        .call(DATAGRAMS, "sendto(5, \"ping\", 0, 127.0.0.1:5000)", Result.of(4))
        .named(DATAGRAMS, "127.0.0.1:41002");
    assertThat(Inference.of(evidence.events())).isEmpty();
  }

  /** Linux sends it to one or to the other, by the version of IP (ip4_datagram_connect()). */
  @Test
  void aDatagramThatIsConnectedElsewhereWhileItIsGatheredProvesNothing() {
    evidence
        .socket(DATAGRAMS, "socket(AF_INET, SOCK_DGRAM, 0)")
        .call(DATAGRAMS, "sendto(5, \"ping\", MSG_MORE, 127.0.0.1:5000)", Result.of(4))
        .named(DATAGRAMS, "127.0.0.1:41002")
        .call(DATAGRAMS, "connect(5, 127.0.0.1:6000)", Result.of(0))
        .call(DATAGRAMS, "send(5, \"pong\", 0)", Result.of(4))
        .call(DATAGRAMS, "sendto(5, \"more\", 0, 127.0.0.1:7000)", Result.of(4))
        .named(DATAGRAMS, "127.0.0.1:41002");
    assertThat(Inference.of(evidence.events()))
        .extracting(packet -> packet.source() + " → " + packet.destination())
        .containsExactly("127.0.0.1:41002 → 127.0.0.1:7000");
  }

  @Test
  void aRefusedConnectProvesASynAndAReset() {
    evidence
        .socket(CLIENT_SOCKET, "socket(AF_INET, SOCK_STREAM, 0)")
        .call(CLIENT_SOCKET, "connect(5, 127.0.0.1:5000)", EventScript.failed(111, "ECONNREFUSED"));
    assertThat(inferred()).containsExactly("> SYN", "< RST");
    assertThat(last().source()).isEqualTo(SERVER);
    assertThat(last().destination()).as("nobody knows the port that it called from").isNull();
  }

  @Test
  void anotherFailureOfConnectProvesNothing() {
    evidence
        .socket(CLIENT_SOCKET, "socket(AF_INET, SOCK_STREAM, 0)")
        .call(CLIENT_SOCKET, "connect(5, 127.0.0.1:5000)", EventScript.failed(110, "ETIMEDOUT"));
    assertThat(inferred()).isEmpty();
  }

  @Test
  void synsThatNobodyAnswersAreCounted() {
    evidence
        .socket(CLIENT_SOCKET, "socket(AF_INET, SOCK_STREAM, 0)")
        .start(CLIENT_SOCKET, "connect(5, 127.0.0.1:5000)")
        .client(TcpState.SYN_SENT, new Counts(1, 0, 0, 0, 0, 0, 0))
        .client(TcpState.SYN_SENT, new Counts(3, 0, 0, 0, 0, 0, 0));
    assertThat(inferred()).containsExactly("> SYN", "> 2 SYN");
  }

  private static final String SOCKET = "socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK, 0)";
  private static final String CONNECT = "connect(5, 127.0.0.1:5000)";
  private static final String OTHER = "connect(5, 127.0.0.1:6000)";

  @Test
  void aConnectThatFetchesThePendingErrorProvesNothingMore() {
    evidence
        .socket(CLIENT_SOCKET, SOCKET)
        .call(CLIENT_SOCKET, CONNECT, EventScript.failed(115, "EINPROGRESS"))
        .client(TcpState.CLOSED, new Counts(1, 1, 0, 0, 0, 0, 0))
        .call(CLIENT_SOCKET, CONNECT, EventScript.failed(111, "ECONNREFUSED"));
    assertThat(inferred()).containsExactly("> SYN", "< RST");
  }

  @Test
  void aConnectThatFetchesThePendingErrorProvesTheRefusalWhereNobodyLooked() {
    evidence
        .socket(CLIENT_SOCKET, SOCKET)
        .call(CLIENT_SOCKET, CONNECT, EventScript.failed(115, "EINPROGRESS"))
        .call(CLIENT_SOCKET, CONNECT, EventScript.failed(111, "ECONNREFUSED"));
    assertThat(inferred()).containsExactly("> SYN", "< RST");
  }

  @Test
  void aSendThatFetchesThePendingErrorProvesTheRefusal() {
    evidence
        .socket(CLIENT_SOCKET, SOCKET)
        .call(CLIENT_SOCKET, CONNECT, EventScript.failed(115, "EINPROGRESS"))
        .call(CLIENT_SOCKET, "send(5, \"hola\", 0)", EventScript.failed(111, "ECONNREFUSED"))
        .call(CLIENT_SOCKET, OTHER, EventScript.failed(103, "ECONNABORTED"))
        .call(CLIENT_SOCKET, OTHER, EventScript.failed(111, "ECONNREFUSED"));
    assertThat(inferred()).containsExactly("> SYN", "< RST", "> SYN", "< RST");
    assertThat(last().source()).hasToString("127.0.0.1:6000");
  }

  @Test
  void twoRefusedAttemptsEachHaveTheirOwnAddress() {
    evidence
        .socket(CLIENT_SOCKET, "socket(AF_INET, SOCK_STREAM, 0)")
        .call(CLIENT_SOCKET, CONNECT, EventScript.failed(111, "ECONNREFUSED"))
        .seen(
            CLIENT_SOCKET, "0.0.0.0:40000", null, TcpState.CLOSED, new Counts(0, 0, 0, 0, 0, 0, 0))
        .call(CLIENT_SOCKET, OTHER, EventScript.failed(111, "ECONNREFUSED"))
        .seen(
            CLIENT_SOCKET, "0.0.0.0:40002", null, TcpState.CLOSED, new Counts(0, 0, 0, 0, 0, 0, 0));
    assertThat(Inference.of(evidence.events()))
        .extracting(packet -> packet.source() + " → " + packet.destination())
        .containsExactly(
            "127.0.0.1:40000 → 127.0.0.1:5000",
            "127.0.0.1:5000 → 127.0.0.1:40000",
            "127.0.0.1:40002 → 127.0.0.1:6000",
            "127.0.0.1:6000 → 127.0.0.1:40002");
  }

  @Test
  void aConnectionThatIsDissolvedIsResetAndTheNextOneIsAnother() {
    evidence
        .connected()
        .call(CLIENT_SOCKET, "connect(5, AF_UNSPEC)", Result.of(0))
        .seen(CLIENT_SOCKET, null, null, TcpState.CLOSED, new Counts(0, 0, 0, 0, 0, 0, 0))
        .call(CLIENT_SOCKET, CONNECT, Result.of(0))
        .seen(
            CLIENT_SOCKET,
            "127.0.0.1:40002",
            "127.0.0.1:5000",
            TcpState.ESTABLISHED,
            new Counts(2, 1, 0, 0, 0, 1, 0));
    assertThat(inferred())
        .containsExactly("> SYN", "< SYN_ACK", "> ACK", "> RST", "> SYN", "< SYN_ACK", "> ACK");
    assertThat(last().source()).hasToString("127.0.0.1:40002");
  }

  @Test
  void aDatagramAfterUnspecComesFromTheNewPort() {
    evidence
        .socket(DATAGRAMS, "socket(AF_INET, SOCK_DGRAM, 0)")
        .call(DATAGRAMS, CONNECT, Result.of(0))
        .named(DATAGRAMS, "127.0.0.1:41000")
        .call(DATAGRAMS, "connect(5, AF_UNSPEC)", Result.of(0))
        .call(DATAGRAMS, "sendto(5, \"ping\", 0, 127.0.0.1:5000)", Result.of(4))
        .named(DATAGRAMS, "0.0.0.0:41002");
    assertThat(inferred()).containsExactly("> DATAGRAM 4");
    assertThat(last().source()).hasToString("127.0.0.1:41002");
  }

  private static final SocketId DATAGRAMS = new SocketId("client", 3);

  /** A socket of IPv6 that no call has bound sends to IPv4 from an address of IPv4. */
  @Test
  void aDatagramToTheOtherVersionOfIpComesFromAnAddressOfThatVersion() {
    evidence
        .socket(DATAGRAMS, "socket(AF_INET6, SOCK_DGRAM, 0)")
        .call(DATAGRAMS, "sendto(5, \"ping\", 0, 127.0.0.1:5000)", Result.of(4))
        .named(DATAGRAMS, "[::]:41002");
    assertThat(Inference.of(evidence.events()))
        .extracting(packet -> packet.source() + " → " + packet.destination())
        .containsExactly("127.0.0.1:41002 → 127.0.0.1:5000");
  }

  @Test
  void aDatagramThatWasSentHasPassed() {
    evidence
        .socket(DATAGRAMS, "socket(AF_INET, SOCK_DGRAM, 0)")
        .call(DATAGRAMS, "sendto(5, \"ping\", 0, 127.0.0.1:5000)", Result.of(4));
    assertThat(inferred()).containsExactly("> DATAGRAM 4");
  }

  @Test
  void aRefusedDatagramProvesAnIcmpErrorForTheOneBefore() {
    evidence
        .socket(DATAGRAMS, "socket(AF_INET, SOCK_DGRAM, 0)")
        .call(DATAGRAMS, "connect(5, 127.0.0.1:5000)", Result.of(0))
        .call(DATAGRAMS, "send(5, \"ping\", 0)", Result.of(4));
    long sent = evidence.now();
    evidence.call(DATAGRAMS, "recv(5, 10, 0)", EventScript.failed(111, "ECONNREFUSED"));
    assertThat(inferred()).containsExactly("> DATAGRAM 4", "< PORT_UNREACHABLE");
    assertThat(last().after()).isLessThan(sent);
    assertThat(last().before()).isEqualTo(evidence.now());
  }

  /** udp_sendmsg() in Linux' net/ipv4/udp.c: what is added goes with what waits. */
  @Test
  void aDatagramOfSeveralCallsGoesWhereTheFirstSaid() {
    evidence
        .socket(DATAGRAMS, "socket(AF_INET, SOCK_DGRAM, 0)")
        .call(DATAGRAMS, "connect(5, 127.0.0.1:5000)", Result.of(0))
        .call(DATAGRAMS, "sendto(5, \"\", MSG_MORE, 127.0.0.1:6000)", Result.of(0))
        .call(DATAGRAMS, "sendto(5, \"here\", 0, 127.0.0.1:7000)", Result.of(4))
        .call(DATAGRAMS, "send(5, \"there\", 0)", Result.of(5));
    assertThat(Inference.of(evidence.events()))
        .extracting(PacketInferred::destination)
        .map(String::valueOf)
        .containsExactly("127.0.0.1:6000", "127.0.0.1:5000");
  }

  @Test
  void oneDatagramOfSeveralCallsIsOne() {
    evidence
        .socket(DATAGRAMS, "socket(AF_INET, SOCK_DGRAM, 0)")
        .call(DATAGRAMS, "connect(5, 127.0.0.1:5000)", Result.of(0))
        .call(DATAGRAMS, "send(5, \"more\", MSG_MORE)", Result.of(4))
        .call(DATAGRAMS, "send(5, \"here\", 0)", Result.of(4));
    assertThat(inferred()).containsExactly("> DATAGRAM 8");
  }

  @Test
  void otherSocketsProveNothing() {
    SocketId local = new SocketId("client", 9);
    evidence
        .socket(local, "socket(AF_UNIX, SOCK_STREAM, 0)")
        .call(local, "connect(5, 127.0.0.1:5000)", EventScript.failed(111, "ECONNREFUSED"));
    assertThat(inferred()).isEmpty();
  }

  @Test
  void theEventsAreCompletedInTheOrderOfTime() {
    List<Event> all = Inference.complete(evidence.connected().events());
    assertThat(all).isSorted().hasSize(evidence.events().size() + 3);
    assertThat(all).filteredOn(PacketInferred.class::isInstance).hasSize(3);
  }

  /** Whatever comes in whatever order, there is an answer, and its places are in its intervals. */
  @Test
  void anyEventsAreFoldedWithoutAFault() {
    for (int seed = 0; seed < 40; seed++) {
      for (PacketInferred packet : Inference.of(new RandomEvents(seed).list(300))) {
        assertThat(packet.count()).isPositive();
        assertThat(packet.bytes()).isNotNegative();
        assertThat(packet.after()).isLessThanOrEqualTo(packet.before());
      }
    }
  }
}
