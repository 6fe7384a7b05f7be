package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.Result;
import socketscope.event.Signal;
import socketscope.event.SocketAddress;
import socketscope.kernel.StoppedProcess;
import socketscope.trace.Trace;

/** What signals do to programs, and to their sockets. */
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "other systems do not say that a process is stopped")
class SignalsIT {

  private final Trace trace = new Trace();
  private Experiment experiment;
  private String l = "";
  private String s = "";

  @BeforeEach
  void start() throws Exception {
    experiment = new Experiment("signals", Capturing.OFF, Place.SHARED);
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

  private void signal(String program, Signal signal) throws Exception {
    experiment.send(program, signal).get(60, TimeUnit.SECONDS);
  }

  private SocketAddress listener() throws Exception {
    l = "" + call("server", Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
    assertThat(call("server", Function.BIND, l, "127.0.0.1:0")).isEqualTo(Result.of(0));
    assertThat(call("server", Function.LISTEN, l, "5")).isEqualTo(Result.of(0));
    return call("server", Function.GETSOCKNAME, l).address();
  }

  private SocketAddress connect(SocketAddress server) throws Exception {
    s = "" + call("client", Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
    assertThat(call("client", Function.CONNECT, s, server.toString())).isEqualTo(Result.of(0));
    return call("client", Function.GETSOCKNAME, s).address();
  }

  private long pid(String program) {
    return trace.events().stream()
        .filter(event -> event instanceof ProgramStarted && event.program().equals(program))
        .map(ProgramStarted.class::cast)
        .findFirst()
        .orElseThrow()
        .pid();
  }

  private <E extends Event> List<E> events(Class<E> kind) {
    return trace.events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void await(Class<? extends Event> kind) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (events(kind).isEmpty()) {
      assertThat(System.nanoTime()).as(kind.getSimpleName()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void theKernelServesTheSocketsOfAStoppedProgram() throws Exception {
    SocketAddress server = listener();
    signal("server", Signal.SIGSTOP);
    assertThat(StoppedProcess.is(pid("server"))).isTrue();
    await(ProgramStopped.class);

    SocketAddress client = connect(server);
    assertThat(call("client", Function.SEND, s, "\"hola\"")).isEqualTo(Result.of(4));
    String line = Connections.from(server, client);
    assertThat(line).startsWith("ESTAB 4 ");

    PendingCall accept = begin("server", Function.ACCEPT, l);
    signal("server", Signal.SIGCONT);
    String c = "" + accept.returned().get(60, TimeUnit.SECONDS).result().value();
    assertThat(call("server", Function.RECV, c, "100").data()).isEqualTo(Bytes.utf8("hola"));
    await(ProgramContinued.class);
  }

  @Test
  void aBlockedCallGoesOnAfterTheProgramWasStopped() throws Exception {
    SocketAddress server = listener();
    PendingCall accept = begin("server", Function.ACCEPT, l);
    accept.blockedOrReturned().get(60, TimeUnit.SECONDS);
    signal("server", Signal.SIGSTOP);
    signal("server", Signal.SIGCONT);
    assertThat(accept.returned()).isNotDone();
    connect(server);
    assertThat(accept.returned().get(60, TimeUnit.SECONDS).result().failed()).isFalse();
  }

  @Test
  void nobodyWaitsForAStoppedProgramThatTakesNothingIn() throws Exception {
    listener();
    signal("server", Signal.SIGSTOP);
    String name = "" + call("client", Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
    // More than the pipe to it holds.
    String data = "\"" + "x".repeat(70_000) + "\"";
    for (int i = 0; i < 4; i++) {
      begin("server", Function.SEND, l, data, "MSG_NOSIGNAL");
    }
    for (int i = 0; i < 2000; i++) {
      call("client", Function.GETSOCKNAME, name);
    }
    experiment.close();
    assertThat(events(ProgramEnded.class)).hasSize(2);
  }

  @Test
  void anExperimentWithAStoppedProgramEndsAtOnce() throws Exception {
    listener();
    signal("server", Signal.SIGSTOP);
    long start = System.nanoTime();
    experiment.close();
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(2));
    assertThat(ProcessHandle.of(pid("server"))).isEmpty();
    assertThat(events(ProgramEnded.class)).allMatch(ProgramEnded::expected).hasSize(2);
  }

  @Test
  void signalsEndProgramsAsTheKernelSays() throws Exception {
    signal("client", Signal.SIGTERM);
    signal("server", Signal.SIGKILL);
    assertThatThrownBy(() -> signal("client", Signal.SIGSTOP))
        .hasCauseInstanceOf(ProgramEndedException.class);
    var _ = experiment.send("nobody", Signal.SIGKILL);
    experiment.close();
    assertThat(events(ProgramEnded.class))
        .extracting(ended -> ended.program() + " " + ended.signal() + " " + ended.expected())
        .containsExactlyInAnyOrder("client 15 true", "server 9 true");
  }

  @Test
  void aStopFromOutsideIsSeenToo() throws Exception {
    call("client", Function.SOCKET, "AF_INET", "SOCK_STREAM");
    experiment.keepObserving();
    for (String signal : List.of("-STOP", "-CONT")) {
      new ProcessBuilder("kill", signal, "" + pid("client")).start().waitFor();
      await(signal.equals("-STOP") ? ProgramStopped.class : ProgramContinued.class);
    }
  }

  @Test
  void aKilledProgramsUnreadBytesMakeItsKernelSendRst() throws Exception {
    SocketAddress server = listener();
    connect(server);
    call("server", Function.ACCEPT, l);
    call("client", Function.SEND, s, "\"hola\"");
    signal("server", Signal.SIGKILL);
    assertThat(call("client", Function.RECV, s, "10").toString()).isEqualTo("-1 ECONNRESET");
  }
}
