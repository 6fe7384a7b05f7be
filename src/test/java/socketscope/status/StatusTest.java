package socketscope.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Errno;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.Service;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.TcpState;
import socketscope.socket.MadeCall;

class StatusTest {

  private static final SocketId LISTENER = new SocketId("server", 1);
  private static final SocketId ACCEPTED = new SocketId("server", 2);

  private final List<Event> events = new ArrayList<>();
  private long calls;

  private Stamp stamp() {
    return new Stamp(1_000L * events.size(), "server", events.size());
  }

  private void started() {
    events.add(new ProgramStarted(stamp(), Role.SERVER, 4243));
  }

  private long start(SocketId socket, Function function, String... arguments)
      throws NotationException {
    Call call = Call.parse(function, List.of(arguments));
    events.add(new CallStarted(stamp(), ++calls, socket, 1, call));
    return calls;
  }

  private void finish(long call, SocketId socket, SocketId created, Result result) {
    events.add(new CallReturned(stamp(), call, socket, created, result));
  }

  private void listener() throws NotationException {
    started();
    finish(start(null, Function.SOCKET, "AF_INET", "SOCK_STREAM"), null, LISTENER, Result.of(5));
    finish(start(LISTENER, Function.LISTEN, "5", "128"), LISTENER, null, Result.of(0));
    observed(LISTENER, 5, TcpState.LISTEN, "127.0.0.1:5000", null, 0, 0, 1, 128);
  }

  private void accepted() throws NotationException {
    finish(start(LISTENER, Function.ACCEPT, "5"), LISTENER, ACCEPTED, Result.of(6));
    observed(ACCEPTED, 6, TcpState.ESTABLISHED, "127.0.0.1:5000", "127.0.0.1:47160", 4, 2, -1, -1);
  }

  private void observed(
      SocketId socket,
      int descriptor,
      TcpState state,
      String local,
      String peer,
      long received,
      long sent,
      long accepting,
      long backlog)
      throws NotationException {
    events.add(
        new SocketObserved(
            stamp(),
            socket,
            descriptor,
            "SOCK_STREAM",
            state,
            local == null ? null : SocketAddress.parse(local),
            peer == null ? null : SocketAddress.parse(peer),
            received,
            sent,
            accepting,
            backlog,
            -1,
            null));
  }

  private ProgramStatus server() {
    return Status.of(events).program("server").orElseThrow();
  }

  /** The program as lines of text. */
  private String text() {
    ProgramStatus program = server();
    StringBuilder text = new StringBuilder();
    text.append(program.name()).append(' ').append(program.pid());
    text.append(program.running() ? " running" : " not running");
    text.append(program.blocked() ? " blocked\n" : "\n");
    for (SocketStatus socket : program.sockets()) {
      text.append("fd " + socket.descriptor() + " " + socket.condition() + " " + socket.state());
      text.append(" " + socket.local() + ">" + socket.peer());
      text.append(" r" + socket.queues().receive() + " s" + socket.queues().send());
      text.append(" a" + socket.accepting() + "/" + socket.backlog() + "\n");
    }
    for (MadeCall call : program.waiting()) {
      text.append(call.call() + " " + call.stage() + " since " + call.since() + "\n");
    }
    return text.toString();
  }

  @Test
  void nothingHappenedIsEmpty() {
    assertThat(Status.of(List.of())).isEqualTo(Status.EMPTY);
  }

  @Test
  void aSocketHasTheStateAndTheQueuesThatTheKernelTold() throws NotationException {
    listener();
    accepted();
    assertThat(text())
        .isEqualTo(
            """
            server 4243 running
            fd 5 TCP LISTEN 127.0.0.1:5000>null r0 s0 a1/128
            fd 6 TCP ESTABLISHED 127.0.0.1:5000>127.0.0.1:47160 r4 s2 a-1/-1
            """);
  }

  @Test
  void aNewSocketIsUnboundUntilTheKernelWasAsked() throws NotationException {
    started();
    finish(start(null, Function.SOCKET, "AF_INET", "SOCK_DGRAM"), null, LISTENER, Result.of(3));
    SocketStatus socket = server().sockets().getFirst();
    assertThat(socket.condition()).isEqualTo(SocketStatus.Condition.UNBOUND);
    assertThat(socket.datagram()).isTrue();
  }

  @Test
  void aListenerWithoutATcpStateIsOneSinceListenSucceeded() throws NotationException {
    started();
    finish(start(null, Function.SOCKET, "AF_UNIX", "SOCK_STREAM"), null, LISTENER, Result.of(5));
    assertThat(server().sockets().getFirst().listening()).isFalse();
    finish(start(LISTENER, Function.LISTEN, "5", "1"), LISTENER, null, Result.of(0));
    assertThat(server().sockets().getFirst().condition())
        .isEqualTo(SocketStatus.Condition.LISTENING);
  }

  @Test
  void aCallThatSleepsIsBlockedUntilItReturns() throws NotationException {
    listener();
    long accept = start(LISTENER, Function.ACCEPT, "5");
    events.add(new CallBlocked(stamp(), accept, "kernel"));
    events.add(
        new CallQueued(
            stamp(), 99, LISTENER, Call.parse(Function.LISTEN, List.of("5", "1")), accept));
    assertThat(text())
        .isEqualTo(
            """
            server 4243 running blocked
            fd 5 TCP LISTEN 127.0.0.1:5000>null r0 s0 a1/128
            accept(5) BLOCKED since 6000
            listen(5, 1) QUEUED since 8000
            """);
    finish(accept, LISTENER, null, Result.failed(new Errno(4, "EINTR")));
    assertThat(server().blocked()).isFalse();
    assertThat(server().waiting()).hasSize(1);
    assertThat(server().results().get(Function.ACCEPT)).hasToString("-1 EINTR");
  }

  @Test
  void aClosedSocketStaysClosedWhateverLateObserversSay() throws NotationException {
    listener();
    finish(start(LISTENER, Function.CLOSE, "5"), LISTENER, null, Result.of(0));
    observed(LISTENER, 5, TcpState.LISTEN, null, null, 0, 0, 0, 1);
    assertThat(server().sockets().getFirst().condition()).isEqualTo(SocketStatus.Condition.CLOSED);
  }

  @Test
  void aFailedCloseClosesNothing() throws NotationException {
    listener();
    finish(
        start(LISTENER, Function.CLOSE, "5"), LISTENER, null, Result.failed(new Errno(9, "EBADF")));
    assertThat(server().sockets().getFirst().closed()).isFalse();
  }

  @Test
  void theEndOfAProgramClosesItsSocketsAndEndsItsCalls() throws NotationException {
    listener();
    start(LISTENER, Function.ACCEPT, "5");
    events.add(new ProgramEnded(stamp(), 0, 9, false));
    assertThat(text())
        .isEqualTo(
            """
            server 4243 not running
            fd 5 CLOSED null 127.0.0.1:5000>null r-1 s-1 a-1/-1
            """);
  }

  @Test
  void aProgramStartedAgainHasAnEmptyDescriptorTable() throws NotationException {
    listener();
    events.add(new ProgramEnded(stamp(), 0, 9, false));
    started();
    assertThat(text()).isEqualTo("server 4243 running\n");
  }

  @Test
  void theUsualDescriptorIsTheListenersForAcceptAndTheAcceptedOnesForRecv()
      throws NotationException {
    listener();
    accepted();
    assertThat(UsualDescriptor.of(server(), Function.ACCEPT, null)).isEqualTo(5);
    assertThat(UsualDescriptor.of(server(), Function.RECV, null)).isEqualTo(6);
    assertThat(UsualDescriptor.of(server(), Function.RECV, LISTENER)).isEqualTo(5);
  }

  @Test
  void theUsualDescriptorIsMinusOneBeforeThereIsASocketAndTheClosedOnesAfterTheLast()
      throws NotationException {
    started();
    assertThat(UsualDescriptor.of(server(), Function.SEND, null)).isEqualTo(-1);
    listener();
    finish(start(LISTENER, Function.CLOSE, "5"), LISTENER, null, Result.of(0));
    assertThat(UsualDescriptor.of(server(), Function.CLOSE, null)).isEqualTo(5);
  }

  @Test
  void theLastAnswerOfEachFunctionIsKept() throws NotationException {
    listener();
    accepted();
    finish(
        start(ACCEPTED, Function.RECV, "6", "10"),
        ACCEPTED,
        null,
        Result.of(4).withData(Bytes.utf8("hola")));
    assertThat(server().results().get(Function.RECV).data()).isEqualTo(Bytes.utf8("hola"));
    assertThat(server().results()).doesNotContainKey(Function.SEND);
    assertThat(server().calls().get(Function.RECV)).hasToString("recv(6, 10, 0)");
  }

  @Test
  void aStoppedProgramStaysSoUntilItGoesOnOrEnds() {
    events.add(new ProgramStarted(stamp(), Role.SERVER, 77));
    events.add(new ProgramStopped(stamp()));
    events.add(new ServiceStarted(stamp(), 5, null, Service.THREAD_EACH, 99));
    assertThat(server().stopped()).isTrue();
    assertThat(server().services()).hasSize(1);
    events.add(new ProgramContinued(stamp()));
    events.add(new ServiceEnded(stamp(), 5, null, 99));
    assertThat(server().stopped()).isFalse();
    assertThat(server().services()).isEmpty();
    events.add(new ProgramStopped(stamp()));
    events.add(new ProgramEnded(stamp(), 0, 9, true));
    assertThat(server().stopped()).isFalse();
  }
}
