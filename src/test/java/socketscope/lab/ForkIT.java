package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketscope.diagram.Band;
import socketscope.diagram.Diagram;
import socketscope.diagram.InferredRow;
import socketscope.diagram.Look;
import socketscope.diagram.PacketRow;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Signal;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.infer.Inference;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;
import socketscope.trace.Trace;

/** Processes that programs make by fork(). */
class ForkIT {

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

  private CallReturned returned(String program, Function function, String... arguments)
      throws Exception {
    return experiment
        .call(program, Call.parse(function, List.of(arguments)))
        .returned()
        .get(60, TimeUnit.SECONDS);
  }

  private Result call(String program, Function function, String... arguments) throws Exception {
    return returned(program, function, arguments).result();
  }

  private long fork(String parent, String child) throws Exception {
    long pid = call(parent, Function.FORK).value();
    experiment.started(child).get(60, TimeUnit.SECONDS);
    return pid;
  }

  private String listener() throws Exception {
    String l = "" + call("server", Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
    assertThat(call("server", Function.BIND, l, "127.0.0.1:0")).isEqualTo(Result.of(0));
    assertThat(call("server", Function.LISTEN, l, "5")).isEqualTo(Result.of(0));
    return l;
  }

  /** A connection of the client's; the descriptor at the client. */
  private String connected(String l) throws Exception {
    SocketAddress address = call("server", Function.GETSOCKNAME, l).address();
    String s = "" + call("client", Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
    assertThat(call("client", Function.CONNECT, s, address.toString())).isEqualTo(Result.of(0));
    return s;
  }

  @Test
  void childServesTheConnectionThatItsParentHasAccepted() throws Exception {
    String l = listener();
    String s = connected(l);
    CallReturned accepted = returned("server", Function.ACCEPT, l);
    String c = "" + accepted.result().value();
    long pid = fork("server", "server.1");
    assertThat(call("server", Function.CLOSE, c)).isEqualTo(Result.of(0));
    assertThat(call("server", Function.CLOSE, c).toString()).isEqualTo("-1 EBADF");
    assertThat(call("server.1", Function.CLOSE, l)).isEqualTo(Result.of(0));

    assertThat(call("client", Function.SEND, s, "\"hola\"")).isEqualTo(Result.of(4));
    CallReturned received = returned("server.1", Function.RECV, c, "100");
    assertThat(received.result().data()).isEqualTo(Bytes.utf8("hola"));
    assertThat(received.socket()).isEqualTo(accepted.created());
    assertThat(call("server.1", Function.SEND, c, "\"adiós\"").value()).isEqualTo(6);
    assertThat(call("client", Function.RECV, s, "100").data()).isEqualTo(Bytes.utf8("adiós"));

    SocketModel open = SocketModel.of(trace.events());
    SocketRecord connection = open.socket(accepted.created()).orElseThrow();
    assertThat(connection.descriptors()).isEqualTo(1);
    assertThat(connection.open()).isTrue();
    assertThat(open.descriptors("server").of(connection)).isEmpty();
    assertThat(open.descriptors("server.1").of(connection)).hasSize(1);

    assertThat(returned("server.1", Function.CLOSE, c).kept()).isFalse();
    assertThat(call("client", Function.RECV, s, "100").value()).isZero();
    String d = connected(l);
    assertThat(call("server", Function.ACCEPT, l).value()).isEqualTo(Integer.parseInt(c));
    assertThat(call("client", Function.CLOSE, d)).isEqualTo(Result.of(0));
    assertThat(SocketModel.of(trace.events()).socket(accepted.created()).orElseThrow().open())
        .isFalse();
    assertThat(ProcessHandle.of(pid).flatMap(ProcessHandle::parent).map(ProcessHandle::pid))
        .contains(pidOf("server"));
    experiment.close();
    assertThat(bandsOf(accepted.created()))
        .startsWith("server", "server.1")
        .doesNotContain("client");
    assertThat(data()).containsExactly("client → server.1", "server.1 → client");
    assertThat(closes())
        .containsExactly("server kept", "server", "server.1 kept", "server.1", "client");
    assertThat(ends()).containsExactlyInAnyOrder("client 0 0", "server 0 0", "server.1 0 0");
  }

  /** The programs at whose kernel's line the states of that socket are drawn, one after another. */
  private List<String> bandsOf(SocketId socket) {
    return Diagram.of(trace.events()).bands().stream()
        .filter(band -> socket.equals(band.socket()))
        .map(Band::program)
        .distinct()
        .toList();
  }

  /** Who sends data to whom, seen or inferred. */
  private List<String> data() {
    return Diagram.of(Inference.complete(trace.events())).rows().stream()
        .filter(row -> row.look() == Look.DATA)
        .map(row ->
            switch (row) {
              case PacketRow packet -> packet.program() + " → " + packet.receiver();
              case InferredRow packet -> packet.program() + " → " + packet.receiver();
              default -> row.toString();
            })
        .toList();
  }

  private long pidOf(String program) {
    return started(program).pid();
  }

  private ProgramStarted started(String program) {
    return trace.events().stream()
        .filter(ProgramStarted.class::isInstance)
        .map(ProgramStarted.class::cast)
        .filter(event -> event.program().equals(program))
        .findFirst()
        .orElseThrow();
  }

  private List<String> closes() {
    SocketModel model = new SocketModel();
    return trace.events().stream()
        .filter(event -> model.add(event) != null)
        .filter(CallReturned.class::isInstance)
        .map(CallReturned.class::cast)
        .filter(_ -> model.lastCall().is(Function.CLOSE))
        .map(event -> event.program() + (event.kept() ? " kept" : ""))
        .toList();
  }

  private List<String> ends() {
    return trace.events().stream()
        .filter(ProgramEnded.class::isInstance)
        .map(ProgramEnded.class::cast)
        .map(event -> event.program() + " " + event.exitStatus() + " " + event.signal())
        .toList();
  }

  @Test
  void childHasWhatItsParentHasOpenAndNothingElse() throws Exception {
    Result pipe = call("server", Function.PIPE);
    String out = "" + pipe.descriptors().getFirst();
    String in = "" + pipe.descriptors().getLast();
    String copy = "" + call("server", Function.DUP, in).value();
    String private0 =
        "" + call("server", Function.SOCKET, "AF_INET", "SOCK_DGRAM|SOCK_CLOEXEC").value();
    call("server", Function.CLOSE, in);
    fork("server", "server.1");
    assertThat(call("server.1", Function.FCNTL, private0, "F_GETFD").value()).isEqualTo(1);
    assertThat(call("server.1", Function.FCNTL, copy, "F_GETFD").value()).isZero();
    assertThat(call("server.1", Function.FCNTL, in, "F_GETFD").toString()).isEqualTo("-1 EBADF");
    assertThat(call("server", Function.FCNTL, private0, "F_GETFD").value()).isEqualTo(1);
    assertThat(call("server.1", Function.WRITE, copy, "\"x\"").value()).isEqualTo(1);
    assertThat(call("server", Function.READ, out, "10").data()).isEqualTo(Bytes.utf8("x"));
    String next = "" + call("server", Function.DUP, out).value();
    assertThat("" + call("server.1", Function.DUP, out).value()).isEqualTo(next);
  }

  @Test
  void childOfAChildHasItsDescriptorsToo() throws Exception {
    String l = listener();
    fork("server", "server.1");
    fork("server.1", "server.1.1");
    assertThat(call("server.1.1", Function.LISTEN, l, "2")).isEqualTo(Result.of(0));
    assertThat(started("server.1.1").parent().program()).isEqualTo("server.1");
    fork("server", "server.2");
    String s = connected(l);
    assertThat(call("server.2", Function.ACCEPT, l).failed()).isFalse();
    assertThat(call("client", Function.CLOSE, s)).isEqualTo(Result.of(0));
  }

  @Test
  void killedChildIsReportedWithItsSignalAndItsCallsFail() throws Exception {
    String l = listener();
    fork("server", "server.1");
    PendingCall accept = experiment.call("server.1", Call.parse(Function.ACCEPT, List.of(l)));
    accept.blockedOrReturned().get(60, TimeUnit.SECONDS);
    experiment.send("server.1", Signal.SIGKILL).get(60, TimeUnit.SECONDS);
    assertThatThrownBy(() -> accept.returned().get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ProgramEndedException.class);
    assertThat(ProcessHandle.of(pidOf("server.1"))).isEmpty();
    assertThat(call("server", Function.LISTEN, l, "3")).isEqualTo(Result.of(0));
    experiment.close();
    assertThat(ends()).containsExactlyInAnyOrder("server.1 0 9", "server 0 0", "client 0 0");
  }

  @Test
  void childEndsWithItsParent() throws Exception {
    long pid = fork("server", "server.1");
    experiment.send("server", Signal.SIGKILL).get(60, TimeUnit.SECONDS);
    ProcessHandle.of(pid).ifPresent(child -> child.onExit().join());
    experiment.close();
    assertThat(ends()).containsExactlyInAnyOrder("server 0 9", "server.1 0 9", "client 0 0");
  }

  @Test
  void stoppedParentTellsTheEndOfItsChildWhenItGoesOn() throws Exception {
    fork("server", "server.1");
    experiment.send("server", Signal.SIGSTOP).get(60, TimeUnit.SECONDS);
    var ended = experiment.send("server.1", Signal.SIGTERM);
    experiment.send("server", Signal.SIGCONT).get(60, TimeUnit.SECONDS);
    ended.get(60, TimeUnit.SECONDS);
    experiment.close();
    assertThat(trace.events()).isSortedAccordingTo(Event::compareTo);
    assertThat(ends()).hasSize(3);
  }
}
