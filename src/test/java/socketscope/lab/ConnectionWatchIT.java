package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketscope.event.Call;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.SynSaved;
import socketscope.event.TcpState;
import socketscope.trace.Trace;

/** What is told of connections that no program holds a descriptor of. */
class ConnectionWatchIT {

  private final Trace trace = new Trace();
  private Experiment experiment;

  @BeforeEach
  void start() throws Exception {
    experiment = new Experiment("test", Capturing.OFF, Place.SHARED);
    experiment.bus().subscribe("trace", trace::add);
    experiment.start("client");
    experiment.start("server");
  }

  @AfterEach
  void end() {
    experiment.close();
  }

  private Result call(String program, Function function, String... arguments) throws Exception {
    return experiment
        .call(program, Call.parse(function, List.of(arguments)))
        .returned()
        .get(60, TimeUnit.SECONDS)
        .result();
  }

  private String socket(String program) throws Exception {
    return "" + call(program, Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
  }

  private SocketAddress.Inet4 listener(String l, int port) throws Exception {
    assertThat(call("server", Function.SETSOCKOPT, l, "SOL_SOCKET", "SO_REUSEADDR", "1").failed())
        .isFalse();
    assertThat(call("server", Function.BIND, l, "127.0.0.1:" + port)).isEqualTo(Result.of(0));
    assertThat(call("server", Function.LISTEN, l, "5")).isEqualTo(Result.of(0));
    return (SocketAddress.Inet4) call("server", Function.GETSOCKNAME, l).address();
  }

  private <E> List<E> events(Class<E> kind) {
    return trace.events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private boolean observed(TcpState state) {
    return events(ConnectionObserved.class).stream().anyMatch(kept -> kept.state() == state);
  }

  @Test
  void aConnectionThatIsAcceptedIsNoLongerKept() throws Exception {
    String l = socket("server");
    SocketAddress address = listener(l, 0);
    String s = socket("client");
    call("client", Function.CONNECT, s, address.toString());
    await(() -> observed(TcpState.ESTABLISHED));
    ConnectionObserved waiting = events(ConnectionObserved.class).getFirst();
    assertThat(waiting.local()).isEqualTo(address);
    assertThat(waiting.peer()).isEqualTo(call("client", Function.GETSOCKNAME, s).address());
    assertThat(waiting.timer()).isEqualTo(ConnectionObserved.Timer.NONE);
    assertThat(waiting.timerMillis()).isEqualTo(-1);

    call("server", Function.ACCEPT, l);
    await(() -> !events(ConnectionForgotten.class).isEmpty());
    ConnectionForgotten forgotten = events(ConnectionForgotten.class).getFirst();
    assertThat(forgotten.local()).isEqualTo(waiting.local());
    assertThat(forgotten.peer()).isEqualTo(waiting.peer());
    assertThat(forgotten.stamp().nanos()).isGreaterThan(waiting.stamp().nanos());
  }

  @Test
  void theSynOfAnAcceptedConnectionWasKept() throws Exception {
    String l = socket("server");
    SocketAddress.Inet4 address = listener(l, 0);
    call("client", Function.CONNECT, socket("client"), address.toString());
    call("server", Function.ACCEPT, l);
    await(() -> !events(SynSaved.class).isEmpty());
    byte[] syn = events(SynSaved.class).getFirst().bytes().toArray();
    assertThat(syn[0] >> 4).isEqualTo(4);
    int ports = (syn[0] & 15) * 4;
    assertThat(((syn[ports + 2] & 255) << 8) | syn[ports + 3] & 255).isEqualTo(address.port());
    assertThat(syn[ports + 13]).as("SYN alone").isEqualTo((byte) 2);
    assertThat(events(SynSaved.class).getFirst().socket().toString()).isEqualTo("server#2");
  }

  @Test
  void anOrphanIsForgottenWhenItsPeerIsReset() throws Exception {
    String l = socket("server");
    String s = socket("client");
    call("client", Function.CONNECT, s, listener(l, 0).toString());
    String c = "" + call("server", Function.ACCEPT, l).value();
    call("client", Function.SEND, s, "\"hola\"");
    call("client", Function.CLOSE, s);
    await(() -> observed(TcpState.FIN_WAIT2));
    // With unread data, close() resets.
    call("server", Function.CLOSE, c);
    await(() ->
        events(ConnectionForgotten.class).stream()
            .anyMatch(
                gone -> gone.peer().equals(events(ConnectionObserved.class).getLast().peer())));
  }

  @Test
  void whatAnEarlierExperimentLeftOnThePortIsNotOurs() throws Exception {
    int port;
    try (ServerSocket earlier = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = earlier.getLocalPort();
      Socket left = new Socket(earlier.getInetAddress(), port);
      try (Socket accepted = earlier.accept()) {
        left.close();
        assertThat(accepted.getInputStream().read()).isEqualTo(-1);
      }
    }
    String l = socket("server");
    String s = socket("client");
    call("client", Function.CONNECT, s, listener(l, port).toString());
    String c = "" + call("server", Function.ACCEPT, l).value();
    SocketAddress own = call("client", Function.GETSOCKNAME, s).address();
    call("client", Function.CLOSE, s);
    call("server", Function.CLOSE, c);
    await(() -> observed(TcpState.TIME_WAIT));
    experiment.close();
    assertThat(events(ConnectionObserved.class))
        .allMatch(kept -> kept.local().equals(own) || kept.peer().equals(own));
  }

  @Test
  void anotherExperimentsConnectionsAreNotOurs() throws Exception {
    listener(socket("server"), 0);
    Experiment ours = experiment;
    int before = events(ConnectionObserved.class).size();
    try (Experiment other = new Experiment("other", Capturing.OFF, Place.SHARED)) {
      Trace theirs = new Trace();
      other.bus().subscribe("trace", theirs::add);
      other.start("client");
      other.start("server");
      experiment = other;
      String l = socket("server");
      call("client", Function.CONNECT, socket("client"), listener(l, 0).toString());
      await(() -> theirs.events().stream().anyMatch(ConnectionObserved.class::isInstance));
    } finally {
      experiment = ours;
    }
    experiment.close();
    assertThat(events(ConnectionObserved.class)).hasSize(before);
  }

  @Test
  void whatTheOtherSideDoesAppearsByItself() throws Exception {
    String l = socket("server");
    SocketAddress.Inet4 address = listener(l, 0);
    experiment.keepObserving();
    try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
      call("server", Function.ACCEPT, l);
      await(() -> accepted(TcpState.ESTABLISHED, 0));
      stranger.getOutputStream().write(new byte[4]);
      await(() -> accepted(TcpState.ESTABLISHED, 4));
    }
    await(() -> accepted(TcpState.CLOSE_WAIT, 4));
  }

  private boolean accepted(TcpState state, long unread) {
    return events(SocketObserved.class).stream()
        .anyMatch(seen ->
            seen.socket().toString().equals("server#2")
                && seen.state() == state
                && seen.receiveQueue() == unread);
  }

  @Test
  void aStrangersConnectionToOurListenerWaitsForAccept() throws Exception {
    String listener = socket("server");
    SocketAddress.Inet4 address = listener(listener, 0);
    try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
      await(() -> observed(TcpState.ESTABLISHED));
      assertThat(events(ConnectionObserved.class).getFirst().peer())
          .hasToString("127.0.0.1:" + stranger.getLocalPort());
      assertThat(call("server", Function.CLOSE, listener)).isEqualTo(Result.of(0));
      await(() -> !events(ConnectionForgotten.class).isEmpty());
    }
  }
}
