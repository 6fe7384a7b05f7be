package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static socketscope.capture.Packets.ACK;
import static socketscope.capture.Packets.FIN;
import static socketscope.capture.Packets.RST;
import static socketscope.capture.Packets.SYN;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.ProgramEnded;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;

class OwnPacketFilterTest {

  private static final SocketId CLIENT = new SocketId("client", 1);
  private static final SocketId SERVER = new SocketId("server", 1);
  private static final Result REFUSED = Result.failed(new Errno(111, "ECONNREFUSED"));

  private final List<Long> kept = new ArrayList<>();
  private final List<Set<EndpointPair>> turnedAway = new ArrayList<>();
  private final OwnPacketFilter filter =
      new OwnPacketFilter(packet -> kept.add(packet.nanos()), turnedAway::addLast);
  private long calls;

  private static Stamp at(long nanos) {
    return new Stamp(nanos, "", 0);
  }

  private void observe(SocketId socket, String type, String local) throws NotationException {
    SocketAddress address = local == null ? null : SocketAddress.parse(local);
    filter.learn(
        new SocketObserved(at(0), socket, 5, type, null, address, null, 0, 0, -1, -1, -1, null));
  }

  private void call(
      SocketId socket, long from, long until, Result result, Function function, String... arguments)
      throws NotationException {
    calls++;
    Call call = Call.parse(function, List.of(arguments));
    filter.learn(new CallStarted(at(from), calls, socket, 1, call));
    filter.learn(new CallReturned(at(until), calls, socket, null, result));
  }

  private void see(long nanos, byte[] packet) {
    filter.see(Packets.at(nanos, packet));
  }

  @Test
  void packetThatComesBeforeItsPortIsKnownIsHeldAndReleasedInOrder() throws Exception {
    see(10, Packets.tcp(40000, 5000, SYN, 1, 0, 0));
    see(11, Packets.tcp(40001, 5432, SYN, 1, 0, 0));
    see(12, Packets.tcp(5000, 40000, SYN | ACK, 1, 2, 0));
    assertThat(kept).isEmpty();
    observe(CLIENT, "SOCK_STREAM", "127.0.0.1:40000");
    assertThat(kept).containsExactly(10L, 12L);
  }

  @Test
  void flowOfAnotherProgramThatTakesAllTheRoomIsTurnedAway() throws Exception {
    for (int i = 0; i < 63; i++) {
      see(i, Packets.udp(40000, 5001, 1));
    }
    assertThat(turnedAway).isEmpty();
    see(63, Packets.udp(5001, 40000, 1));
    see(64, Packets.udp(40000, 5001, 1));
    assertThat(turnedAway).hasSize(1);
    EndpointPair flow = Packets.at(0, Packets.udp(40000, 5001, 1)).heading().flow();
    assertThat(turnedAway.getFirst()).containsExactly(flow);
  }

  @Test
  void flowsThatHaveGoneBySlowlyAreNoFlood() {
    for (int i = 0; i < 1000; i++) {
      see(i * 50_000_000L, Packets.udp(40000, 5001, 1));
    }
    assertThat(turnedAway).isEmpty();
  }

  @Test
  void ownFlowIsNeverTurnedAwayAndTakenBackWhereItWas() throws Exception {
    observe(SERVER, "SOCK_DGRAM", "127.0.0.1:5000");
    for (int i = 0; i < 200; i++) {
      see(i, Packets.udp(40000, 5000, 1));
    }
    assertThat(turnedAway).isEmpty();
    for (int i = 200; i < 300; i++) {
      see(i, Packets.udp(40001, 5001, 1));
    }
    assertThat(turnedAway).hasSize(1);
    assertThat(filter.missed()).isZero();
    observe(CLIENT, "SOCK_DGRAM", "127.0.0.1:40001");
    assertThat(turnedAway.getLast()).isEmpty();
    assertThat(filter.missed()).isPositive();
    assertThat(kept).hasSize(300).isSorted();
  }

  @Test
  void foreignPacketIsNotKept() throws Exception {
    observe(SERVER, "SOCK_STREAM", "127.0.0.1:5000");
    see(10, Packets.udp(40000, 5000, 1));
    see(11, Packets.tcp(40000, 5001, SYN, 1, 0, 0));
    assertThat(kept).isEmpty();
    see(12, Packets.tcp(40000, 5000, SYN, 1, 0, 0));
    assertThat(kept).containsExactly(12L);
  }

  @Test
  void socketOfAnyAddressOwnsItsPortOverBothVersions() throws Exception {
    observe(SERVER, "SOCK_STREAM", "[::]:5000");
    see(10, Packets.tcp(40000, 5000, SYN, 1, 0, 0));
    assertThat(kept).containsExactly(10L);
  }

  /** Its name is of IPv6, its packets are of IPv4 (ipv6(7)). */
  @Test
  void socketOfIpv6ThatIsConnectedToIpv4OwnsItsPortOverIpv4() throws Exception {
    filter.learn(
        new SocketObserved(
            at(0),
            CLIENT,
            5,
            "SOCK_DGRAM",
            null,
            SocketAddress.parse("[::1]:40000"),
            SocketAddress.parse("[::ffff:127.0.0.1]:5000"),
            0,
            0,
            -1,
            -1,
            -1,
            null));
    see(10, Packets.udp(40000, 5000, 1));
    see(20, Packets.udp(40001, 5000, 1));
    see(30, Packets.udp(40000, 5001, 1));
    assertThat(kept).containsExactly(10L, 30L);
  }

  @Test
  void refusedConnectIsKnownByTheMomentOfItsCall() throws Exception {
    observe(CLIENT, "SOCK_STREAM", null);
    see(5, Packets.tcp(39999, 5000, SYN, 1, 0, 0));
    see(10, Packets.tcp(40000, 5000, SYN, 1, 0, 0));
    see(11, Packets.tcp(5000, 40000, RST | ACK, 0, 2, 0));
    see(12, Packets.tcp(40001, 5000, SYN, 1, 0, 0));
    call(CLIENT, 9, 13, REFUSED, Function.CONNECT, "5", "127.0.0.1:5000");
    assertThat(kept).as("one call opens one connection").containsExactly(10L, 11L);
  }

  @Test
  void refusedConnectMayBeKnownBeforeItsPacketsAreRead() throws Exception {
    call(CLIENT, 9, 13, REFUSED, Function.CONNECT, "5", "127.0.0.1:5000");
    see(10, Packets.tcp(40000, 5000, SYN, 1, 0, 0));
    see(11, Packets.tcp(5000, 40000, RST | ACK, 0, 2, 0));
    assertThat(kept).containsExactly(10L, 11L);
  }

  @Test
  void connectThatIsUnderWayWaitsForItsPort() throws Exception {
    Result underWay = Result.failed(new Errno(115, "EINPROGRESS"));
    see(10, Packets.tcp(40000, 5000, SYN, 1, 0, 0));
    see(11, Packets.tcp(40001, 5000, SYN, 1, 0, 0));
    call(CLIENT, 9, 13, underWay, Function.CONNECT, "5", "127.0.0.1:5000");
    assertThat(kept).isEmpty();
    observe(CLIENT, "SOCK_STREAM", "127.0.0.1:40001");
    assertThat(kept).containsExactly(11L);
  }

  @Test
  void datagramOfASocketThatIsClosedBeforeItCouldBeAskedIsKept() throws Exception {
    see(10, Packets.udp(40000, 5000, 1));
    call(CLIENT, 9, 11, Result.of(1), Function.SENDTO, "5", "\"x\"", "0", "127.0.0.1:5000");
    assertThat(kept).isEmpty();
    call(CLIENT, 12, 13, Result.of(0), Function.CLOSE, "5");
    assertThat(kept).containsExactly(10L);
  }

  @Test
  void connectOfAProgramThatWasKilledIsKept() throws Exception {
    see(10, Packets.tcp(40000, 5000, SYN, 1, 0, 0));
    call(CLIENT, 9, 11, Result.of(0), Function.CONNECT, "5", "127.0.0.1:5000");
    filter.learn(new ProgramEnded(new Stamp(20, "client", 0), 0, 9, false));
    assertThat(kept).containsExactly(10L);
  }

  @Test
  void errorAboutADatagramIsKept() throws Exception {
    observe(CLIENT, "SOCK_DGRAM", "0.0.0.0:40000");
    see(10, Packets.udp(40000, 5000, 1));
    see(11, Packets.unreachable(Packets.udp(40000, 5000, 1)));
    see(12, Packets.unreachable(Packets.udp(40001, 5000, 1)));
    assertThat(kept).containsExactly(10L, 11L);
  }

  @Test
  void closedSocketsFlowGoesOnButItsPortIsNoLongerOurs() throws Exception {
    observe(CLIENT, "SOCK_STREAM", "127.0.0.1:40000");
    see(10, Packets.tcp(40000, 5000, SYN, 1, 0, 0));
    call(CLIENT, 20, 21, Result.of(0), Function.CLOSE, "5");
    see(30, Packets.tcp(5000, 40000, FIN | ACK, 1, 2, 0));
    see(31, Packets.tcp(40000, 6000, SYN, 1, 0, 0));
    assertThat(kept).containsExactly(10L, 30L);
  }

  @Test
  void portIsOursOnlySinceTheSocketIs() throws Exception {
    see(5, Packets.udp(40000, 6000, 1));
    Call socket = Call.parse(Function.SOCKET, List.of("AF_INET", "SOCK_DGRAM"));
    filter.learn(new CallStarted(at(7), 1, null, 1, socket));
    filter.learn(new CallReturned(at(8), 1, null, CLIENT, Result.of(5)));
    observe(CLIENT, "SOCK_DGRAM", "127.0.0.1:40000");
    see(9, Packets.udp(40000, 5000, 1));
    assertThat(kept).containsExactly(9L);
  }

  @Test
  void packetThatNobodyKnowsIsForgottenAfterAWhile() throws Exception {
    see(10, Packets.udp(40000, 5000, 1));
    see(3_000_000_000L, Packets.udp(40001, 5000, 1));
    observe(CLIENT, "SOCK_DGRAM", "127.0.0.1:40000");
    assertThat(kept).isEmpty();
  }

  @Test
  void nothingMustFollowOnceAllIsAcknowledgedOrReset() throws Exception {
    observe(CLIENT, "SOCK_STREAM", "127.0.0.1:40000");
    assertThat(filter.settled()).isTrue();
    see(10, Packets.tcp(40000, 5000, SYN, -2, 0, 0));
    assertThat(filter.settled()).isFalse();
    see(11, Packets.tcp(5000, 40000, SYN | ACK, 50, -1, 0));
    assertThat(filter.settled()).isFalse();
    see(12, Packets.tcp(40000, 5000, ACK, -1, 51, 0));
    assertThat(filter.settled()).isTrue();
    see(13, Packets.tcp(40000, 5000, ACK, -1, 51, 4));
    assertThat(filter.settled()).isFalse();
    see(14, Packets.tcp(5000, 40000, ACK, 51, 3, 0));
    assertThat(filter.settled()).as("numbers go round").isTrue();
    see(15, Packets.tcp(40000, 5000, FIN | ACK, 3, 51, 0));
    assertThat(filter.settled()).isFalse();
    see(16, Packets.tcp(5000, 40000, RST | ACK, 51, 3, 0));
    assertThat(filter.settled()).isTrue();
  }
}
