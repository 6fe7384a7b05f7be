package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.Result;
import socketscope.event.Signal;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.lab.RefusedCallException.RefusedAddressException;
import socketscope.trace.Trace;

class ExperimentIT {

  private final Trace trace = new Trace();
  private Experiment experiment;

  @BeforeEach
  void start() throws Exception {
    experiment = new Experiment("test");
    experiment.bus().subscribe("trace", trace::add);
    experiment.start("client");
    experiment.start("server");
  }

  @AfterEach
  void end() {
    experiment.close();
  }

  private PendingCall begin(String program, Function function, String... arguments)
      throws Exception {
    return experiment.call(program, Call.parse(function, List.of(arguments)));
  }

  private Result call(String program, Function function, String... arguments) throws Exception {
    return begin(program, function, arguments).returned().get(60, TimeUnit.SECONDS).result();
  }

  private int socket(String program, String domain, String type) throws Exception {
    return (int) call(program, Function.SOCKET, domain, type).value();
  }

  /** A listener on a port of the kernel's choice. */
  private SocketAddress listener(String l, String host) throws Exception {
    assertThat(call("server", Function.BIND, l, host + ":0")).isEqualTo(Result.of(0));
    assertThat(call("server", Function.LISTEN, l, "1")).isEqualTo(Result.of(0));
    return call("server", Function.GETSOCKNAME, l).address();
  }

  @Test
  void tcpExchangeGivesWhatTheKernelAnswers() throws Exception {
    String l = "" + socket("server", "AF_INET", "SOCK_STREAM");
    SocketAddress address = listener(l, "127.0.0.1");
    PendingCall accept = begin("server", Function.ACCEPT, l);
    accept.blockedOrReturned().get(60, TimeUnit.SECONDS);
    assertThat(accept.returned()).isNotDone();

    String s = "" + socket("client", "AF_INET", "SOCK_STREAM");
    assertThat(call("client", Function.CONNECT, s, address.toString())).isEqualTo(Result.of(0));
    CallReturned accepted = accept.returned().get(60, TimeUnit.SECONDS);
    String c = "" + accepted.result().value();
    assertThat(accepted.result().address())
        .isEqualTo(call("client", Function.GETSOCKNAME, s).address());
    assertThat(accepted.created()).isNotNull();

    assertThat(call("client", Function.SEND, s, "\"hola\"")).isEqualTo(Result.of(4));
    assertThat(call("server", Function.RECV, c, "100").data()).isEqualTo(Bytes.utf8("hola"));
    assertThat(call("client", Function.CLOSE, s)).isEqualTo(Result.of(0));
    assertThat(call("server", Function.RECV, c, "100").value()).isZero();
    assertThat(call("server", Function.CLOSE, c)).isEqualTo(Result.of(0));
    assertThat(call("server", Function.CLOSE, c).toString()).isEqualTo("-1 EBADF");
    experiment.close();
    assertThat(states("server#1")).containsExactly(TcpState.CLOSED, TcpState.LISTEN);
    assertThat(states("server#2")).containsExactly(TcpState.ESTABLISHED, TcpState.CLOSE_WAIT);
    assertThat(states("client#1")).containsExactly(TcpState.CLOSED, TcpState.ESTABLISHED);
  }

  private List<TcpState> states(String socket) {
    return trace.events().stream()
        .filter(SocketObserved.class::isInstance)
        .map(SocketObserved.class::cast)
        .filter(event -> event.socket().toString().equals(socket))
        .map(SocketObserved::state)
        .distinct()
        .toList();
  }

  /** tcp(7), MSG_TRUNC: they are discarded, and not written to the buffer. */
  @Test
  void bytesThatTcpThrowsAwayAreNotTold() throws Exception {
    String l = "" + socket("server", "AF_INET", "SOCK_STREAM");
    SocketAddress address = listener(l, "127.0.0.1");
    String s = "" + socket("client", "AF_INET", "SOCK_STREAM");
    call("client", Function.CONNECT, s, address.toString());
    String c = "" + call("server", Function.ACCEPT, l).value();
    call("client", Function.SEND, s, "\"hola\"");

    assertThat(call("server", Function.RECV, c, "100", "MSG_TRUNC|MSG_PEEK"))
        .isEqualTo(Result.of(4));
    assertThat(call("server", Function.RECV, c, "3", "MSG_TRUNC")).isEqualTo(Result.of(3));
    assertThat(call("server", Function.RECV, c, "100").data()).isEqualTo(Bytes.utf8("a"));
  }

  @Test
  void callsWithoutAPauseAreReportedThoughTheLastOneBlocks() throws Exception {
    String l = "" + socket("server", "AF_INET", "SOCK_STREAM");
    SocketAddress address = listener(l, "127.0.0.1");
    String s = "" + socket("client", "AF_INET", "SOCK_STREAM");
    call("client", Function.CONNECT, s, address.toString());
    String c = "" + call("server", Function.ACCEPT, l).value();

    List<PendingCall> calls =
        experiment.callsAtOnce(
            "client",
            1,
            List.of(
                Call.parse(Function.SEND, List.of(s, "\"A\"")),
                Call.parse(Function.SEND, List.of(s, "\"B\"")),
                Call.parse(Function.RECV, List.of(s, "100")),
                Call.parse(Function.RECV, List.of(s, "100"))));

    assertThat(calls.get(1).returned().get(60, TimeUnit.SECONDS).result()).isEqualTo(Result.of(1));
    calls.get(2).blockedOrReturned().get(60, TimeUnit.SECONDS);
    assertThat(calls.get(2).returned()).isNotDone();
    call("server", Function.SEND, c, "\"1\"");
    assertThat(calls.get(2).returned().get(60, TimeUnit.SECONDS).result().data())
        .isEqualTo(Bytes.utf8("1"));
    calls.get(3).blockedOrReturned().get(60, TimeUnit.SECONDS);
    experiment.interrupt(calls.get(3).id());
    assertThat(calls.get(3).returned().get(60, TimeUnit.SECONDS).result().toString())
        .isEqualTo("-1 EINTR");
  }

  @Test
  void interruptedAcceptReturnsEintr() throws Exception {
    String l = "" + socket("server", "AF_INET6", "SOCK_STREAM");
    listener(l, "[::1]");
    for (int i = 0; i < 50; i++) {
      PendingCall accept = begin("server", Function.ACCEPT, l);
      accept.blockedOrReturned().get(60, TimeUnit.SECONDS);
      experiment.interrupt(accept.id());
      assertThat(accept.returned().get(60, TimeUnit.SECONDS).result().toString())
          .isEqualTo("-1 EINTR");
    }
  }

  @Test
  void callOnBlockedSocketWaitsBehindIt() throws Exception {
    String l = "" + socket("server", "AF_INET", "SOCK_STREAM");
    listener(l, "127.0.0.1");
    PendingCall accept = begin("server", Function.ACCEPT, l);
    accept.blockedOrReturned().get(60, TimeUnit.SECONDS);
    PendingCall listen = begin("server", Function.LISTEN, l, "2");
    listen.blockedOrReturned().get(60, TimeUnit.SECONDS);
    assertThat(listen.returned()).isNotDone();
    experiment.interrupt(accept.id());
    assertThat(listen.returned().get(60, TimeUnit.SECONDS).result()).isEqualTo(Result.of(0));
  }

  @Test
  void addressThatIsNotLoopbackIsRefusedBeforeTheCall() throws Exception {
    String s = "" + socket("client", "AF_INET", "SOCK_STREAM");
    for (String address : List.of("192.0.2.1:80", "0.0.0.0:80", "[::]:80", "[2001:db8::1]:80")) {
      assertThatThrownBy(() -> call("client", Function.CONNECT, s, address))
          .isInstanceOf(RefusedAddressException.class);
    }
    experiment.close();
    assertThat(trace.events()).noneMatch(event -> event.toString().contains("CONNECT"));
  }

  @Test
  void killedProgramIsReportedAndItsCallsFail() throws Exception {
    String l = "" + socket("server", "AF_INET", "SOCK_STREAM");
    listener(l, "127.0.0.1");
    PendingCall accept = begin("server", Function.ACCEPT, l);
    accept.blockedOrReturned().get(60, TimeUnit.SECONDS);
    var _ = experiment.send("server", Signal.SIGKILL);
    assertThatThrownBy(() -> accept.returned().get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ProgramEndedException.class);
    experiment.close();
    assertThat(trace.events())
        .filteredOn(ProgramEnded.class::isInstance)
        .extracting(event -> event.program() + " " + ((ProgramEnded) event).signal())
        .containsExactlyInAnyOrder("server 9", "client 0");
  }

  @Test
  void traceIsInTheOrderOfTime() throws Exception {
    socket("server", "AF_INET", "SOCK_DGRAM");
    socket("client", "AF_INET", "SOCK_DGRAM");
    experiment.close();
    assertThat(trace.events()).isSortedAccordingTo(Event::compareTo).hasSizeGreaterThan(8);
  }
}
