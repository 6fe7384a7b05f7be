package socketscope.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.TcpState;
import socketscope.queue.Queues.QueuedBytes;

/** Which bytes wait where, and what the kernel keeps without a descriptor. */
class QueuesTest {

  private static final SocketId CLIENT = new SocketId("client", 1);
  private static final SocketId LISTENER = new SocketId("server", 1);
  private static final SocketId ACCEPTED = new SocketId("server", 2);
  private static final String HERE = "127.0.0.1:40000";
  private static final String THERE = "127.0.0.1:5000";

  private final List<Event> events = new ArrayList<>();
  private long calls;

  private Stamp stamp(String program) {
    return new Stamp(TimeUnit.SECONDS.toNanos(events.size()), program, events.size());
  }

  private static SocketAddress address(String text) throws NotationException {
    return text == null ? null : SocketAddress.parse(text);
  }

  private void start(String program) {
    events.add(new ProgramStarted(stamp(program), Role.of(program), 1));
  }

  private long begin(SocketId socket, Function function, String... arguments)
      throws NotationException {
    Call call = Call.parse(function, List.of(arguments));
    events.add(new CallStarted(stamp(socket.program()), ++calls, socket, 1, call));
    return calls;
  }

  private void call(SocketId socket, Result result, Function function, String... arguments)
      throws NotationException {
    long call = begin(socket, function, arguments);
    events.add(new CallReturned(stamp(socket.program()), call, socket, null, result));
  }

  private void send(SocketId socket, String text) throws NotationException {
    call(socket, Result.of(text.length()), Function.SEND, "5", '"' + text + '"');
  }

  private void receive(SocketId socket, String text, String flags) throws NotationException {
    Result result = Result.of(text.length()).withData(Bytes.utf8(text));
    call(socket, result, Function.RECV, "5", "100", flags);
  }

  private void tcp(SocketId socket, TcpState state, String local, String peer, long in, long out)
      throws NotationException {
    observed(socket, "SOCK_STREAM", state, local, peer, in, out, -1);
  }

  private void udp(SocketId socket, String local, String peer, long first, long drops)
      throws NotationException {
    observed(socket, "SOCK_DGRAM", null, local, peer, first, 0, drops);
  }

  private void observed(
      SocketId socket,
      String type,
      TcpState state,
      String local,
      String peer,
      long in,
      long out,
      long drops)
      throws NotationException {
    events.add(
        new SocketObserved(
            stamp(socket.program()),
            socket,
            5,
            type,
            state,
            address(local),
            address(peer),
            in,
            out,
            state == TcpState.LISTEN ? 1 : -1,
            state == TcpState.LISTEN ? 5 : -1,
            drops,
            null));
  }

  private void kept(String local, String peer, TcpState state, Timer timer, long millis, long in)
      throws NotationException {
    events.add(
        new ConnectionObserved(
            stamp(""), address(local), address(peer), state, timer, millis, 0, in, 0));
  }

  private void connection() throws NotationException {
    start("client");
    start("server");
    tcp(CLIENT, TcpState.ESTABLISHED, HERE, THERE, 0, 0);
    tcp(ACCEPTED, TcpState.ESTABLISHED, THERE, HERE, 0, 0);
  }

  private SocketStatus socket(SocketId id) {
    return Status.of(events).program(id.program()).orElseThrow().socket(id).orElseThrow();
  }

  private static String text(List<QueuedBytes> pieces) {
    return pieces.stream()
        .map(piece -> piece.start() + (piece.cut() ? "+" : ""))
        .collect(Collectors.joining(" "));
  }

  @Test
  void whatWasSentAndNotReadWaitsToBeRead() throws NotationException {
    connection();
    send(CLIENT, "hola");
    send(CLIENT, "adios");
    receive(ACCEPTED, "ho", "MSG_PEEK");
    receive(ACCEPTED, "ho", "0");
    tcp(ACCEPTED, TcpState.ESTABLISHED, THERE, HERE, 7, 0);
    assertThat(text(socket(ACCEPTED).queues().received())).isEqualTo("\"laadios\"");
  }

  @Test
  void peersThatKnowEachOtherByMappedAddressesAreThoseOfOneConnection() throws NotationException {
    start("client");
    start("server");
    tcp(CLIENT, TcpState.ESTABLISHED, HERE, THERE, 0, 0);
    send(CLIENT, "hola");
    tcp(
        ACCEPTED,
        TcpState.ESTABLISHED,
        "[::ffff:127.0.0.1]:5000",
        "[::ffff:127.0.0.1]:40000",
        4,
        0);
    assertThat(text(socket(ACCEPTED).queues().received())).isEqualTo("\"hola\"");
  }

  @Test
  void whatACallThatBlocksHasSentIsAmongIt() throws NotationException {
    connection();
    begin(CLIENT, Function.SEND, "5", '"' + "x".repeat(1000) + '"');
    tcp(ACCEPTED, TcpState.ESTABLISHED, THERE, HERE, 900, 0);
    QueuedBytes waiting = socket(ACCEPTED).queues().received().getFirst();
    assertThat(waiting.length()).isEqualTo(900);
    assertThat(waiting.start()).isEqualTo(Bytes.utf8("x".repeat(64)));
    assertThat(waiting.cut()).isTrue();
  }

  @Test
  void bytesThatNobodyIsKnownToHaveSentAreNotMadeUp() throws NotationException {
    connection();
    send(CLIENT, "hola");
    tcp(ACCEPTED, TcpState.ESTABLISHED, THERE, HERE, 5, 0);
    assertThat(socket(ACCEPTED).queues().received()).isEmpty();
    assertThat(socket(ACCEPTED).queues().receive()).isEqualTo(5);
  }

  @Test
  void whatIsNotAcknowledgedIsTheEndOfWhatWasSentBeforeTheFin() throws NotationException {
    connection();
    send(CLIENT, "hola");
    send(CLIENT, "adios");
    tcp(CLIENT, TcpState.ESTABLISHED, HERE, THERE, 0, 5);
    assertThat(text(socket(CLIENT).queues().sent())).isEqualTo("\"adios\"");
    tcp(CLIENT, TcpState.FIN_WAIT1, HERE, THERE, 0, 4);
    assertThat(text(socket(CLIENT).queues().sent())).isEqualTo("\"ios\"");
    tcp(CLIENT, TcpState.FIN_WAIT1, HERE, THERE, 0, 1);
    assertThat(socket(CLIENT).queues().sent()).isEmpty();
  }

  @Test
  void aConnectionThatWaitsForAcceptHasItsBytes() throws NotationException {
    start("client");
    start("server");
    tcp(LISTENER, TcpState.LISTEN, "0.0.0.0:5000", null, -1, -1);
    tcp(CLIENT, TcpState.ESTABLISHED, HERE, THERE, 0, 0);
    send(CLIENT, "hola");
    kept(THERE, HERE, TcpState.ESTABLISHED, Timer.NONE, -1, 4);
    kept("127.0.0.1:6000", HERE, TcpState.ESTABLISHED, Timer.NONE, -1, 0);
    KeptConnection waiting = socket(LISTENER).waiting().getFirst();
    assertThat(socket(LISTENER).waiting()).hasSize(1);
    assertThat(waiting.peer()).hasToString(HERE);
    assertThat(text(waiting.received())).isEqualTo("\"hola\"");

    long accept = begin(LISTENER, Function.ACCEPT, "5");
    Result result = Result.of(6).withAddress(address(HERE));
    events.add(new CallReturned(stamp("server"), accept, LISTENER, ACCEPTED, result));
    assertThat(socket(LISTENER).waiting()).isEmpty();
  }

  @Test
  void aClosedSocketLivesOnUntilTheKernelForgetsIt() throws NotationException {
    connection();
    call(CLIENT, Result.of(0), Function.CLOSE, "5");
    assertThat(socket(CLIENT).condition()).isEqualTo(SocketStatus.Condition.CLOSED);
    long closed = events.getLast().stamp().nanos();
    kept(HERE, THERE, TcpState.TIME_WAIT, Timer.TIME_WAIT, 59_500, 0);
    SocketStatus left = socket(CLIENT);
    assertThat(left.condition()).isEqualTo(SocketStatus.Condition.KEPT);
    assertThat(left.kept().state()).isEqualTo(TcpState.TIME_WAIT);
    long observed = closed + TimeUnit.SECONDS.toNanos(1);
    assertThat(left.kept().secondsLeft(observed)).isEqualTo(60);
    assertThat(left.kept().secondsLeft(observed + TimeUnit.SECONDS.toNanos(59))).isEqualTo(1);
    assertThat(left.kept().secondsLeft(observed + TimeUnit.SECONDS.toNanos(70))).isZero();
    assertThat(socket(ACCEPTED).condition()).isEqualTo(SocketStatus.Condition.TCP);

    events.add(new ConnectionForgotten(stamp(""), address(HERE), address(THERE)));
    assertThat(socket(CLIENT).condition()).isEqualTo(SocketStatus.Condition.CLOSED);
  }

  @Test
  void whatAFormerProcessLeftIsStillThere() throws NotationException {
    connection();
    events.add(new ProgramEnded(stamp("client"), 0, 9, false));
    start("client");
    assertThat(Status.of(events).program("client").orElseThrow().sockets()).isEmpty();
    kept(HERE, THERE, TcpState.FIN_WAIT2, Timer.TIME_WAIT, 60_000, 0);
    assertThat(socket(CLIENT).condition()).isEqualTo(SocketStatus.Condition.KEPT);
  }

  @Test
  void eachDatagramWaitsAsItsOwnPiece() throws NotationException {
    start("client");
    start("server");
    udp(LISTENER, "0.0.0.0:5000", null, 0, 0);
    udp(CLIENT, HERE, THERE, 0, 0);
    send(CLIENT, "hola");
    call(CLIENT, Result.of(0), Function.SENDTO, "5", "\"\"", "0", THERE);
    send(CLIENT, "adios");
    udp(LISTENER, "0.0.0.0:5000", null, 4, 0);
    assertThat(socket(LISTENER).queues().datagrams()).isEqualTo(3);
    assertThat(text(socket(LISTENER).queues().received())).isEqualTo("\"hola\" \"\" \"adios\"");

    receive(LISTENER, "ho", "0");
    udp(LISTENER, "0.0.0.0:5000", null, 0, 0);
    assertThat(text(socket(LISTENER).queues().received())).isEqualTo("\"\" \"adios\"");
  }

  @Test
  void datagramsThatFoundNoRoomDoNotWait() throws NotationException {
    start("client");
    start("server");
    udp(LISTENER, THERE, null, 0, 0);
    udp(CLIENT, HERE, THERE, 0, 0);
    send(CLIENT, "a");
    send(CLIENT, "b");
    send(CLIENT, "c");
    udp(LISTENER, THERE, null, 1, 2);
    assertThat(socket(LISTENER).queues().datagrams()).isEqualTo(1);
    assertThat(text(socket(LISTENER).queues().received())).isEqualTo("\"a\"");
    assertThat(socket(LISTENER).queues().drops()).isEqualTo(2);
  }

  @Test
  void aCountThatTheKernelContradictsIsNotGiven() throws NotationException {
    start("client");
    start("server");
    udp(LISTENER, THERE, null, 7, 0);
    assertThat(socket(LISTENER).queues().datagrams()).isEqualTo(-1);
    assertThat(socket(LISTENER).queues().received()).isEmpty();
    udp(CLIENT, HERE, THERE, 0, 0);
    send(CLIENT, "hola");
    assertThat(socket(LISTENER).queues().datagrams()).isEqualTo(-1);
  }

  @Test
  void aConnectedSocketTakesDatagramsFromItsPeerOnly() throws NotationException {
    start("client");
    start("server");
    udp(LISTENER, THERE, "127.0.0.1:7777", 0, 0);
    udp(CLIENT, HERE, THERE, 0, 0);
    send(CLIENT, "hola");
    assertThat(socket(LISTENER).queues().datagrams()).isZero();
    udp(LISTENER, THERE, HERE, 0, 0);
    send(CLIENT, "hola");
    udp(LISTENER, THERE, HERE, 4, 0);
    assertThat(socket(LISTENER).queues().datagrams()).isEqualTo(1);
  }
}
