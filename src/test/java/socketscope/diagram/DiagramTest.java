package socketscope.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.diagram.Activation.Progress;
import socketscope.event.Event;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramStopped;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.TcpState;

class DiagramTest {

  private final EventScript recording = new EventScript();

  private Diagram diagram() {
    return Diagram.of(recording.events());
  }

  private List<String> labels() {
    return diagram().rows().stream().map(row -> ((CallRow) row).label()).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void addingEventsOneByOneGivesTheSameAsFoldingAll(long seed) {
    List<Event> events = new RandomEvents(seed).list(200);
    DiagramBuilder builder = new DiagramBuilder();
    for (int i = 0; i < events.size(); i++) {
      builder.add(events.get(i));
      assertThat(builder.build()).isEqualTo(Diagram.of(events.subList(0, i + 1)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
  void spansOfOneLineThatOverlapHaveDifferentLanes(long seed) {
    Diagram diagram = Diagram.of(new RandomEvents(seed).list(400));
    assertThat(diagram.bands()).isNotEmpty();
    for (Band one : diagram.bands()) {
      for (Band other : diagram.bands()) {
        boolean together =
            one != other && one.program().equals(other.program()) && one.lane() == other.lane();
        assertThat(together && one.from() < other.to() && other.from() < one.to())
            .as("%s and %s", one, other)
            .isFalse();
      }
    }
  }

  @Test
  void aCallWithNothingBetweenIsOneRow() {
    recording.call("server#1", "bind(5, 127.0.0.1:5000)", 0);
    CallRow row = (CallRow) diagram().rows().getFirst();

    assertThat(row.phase()).isEqualTo(CallRow.Phase.WHOLE);
    assertThat(row.label()).isEqualTo("bind :5000 = 0");
    assertThat(row.sender()).isEqualTo(new Lifeline("server", Lifeline.Kind.PROGRAM));
    assertThat(row.receiver()).isEqualTo(new Lifeline("server", Lifeline.Kind.KERNEL));
    assertThat(row.lasted()).isEqualTo(7000);
    assertThat(diagram().activations()).isEmpty();
  }

  @Test
  void anotherRowInBetweenMakesTwoRowsAndAnActivation() {
    long accept = recording.start("server#1", "accept(5)");
    recording.call("client#1", "socket(AF_INET, SOCK_STREAM, 0)", 5);
    recording.returned(accept, Result.of(6));

    assertThat(labels()).containsExactly("accept(5)", "socket = 5", "accept = 6");
    Activation activation = diagram().activations().getFirst();
    assertThat(activation.progress()).isEqualTo(Progress.RUNNING);
    assertThat(activation.from()).isEqualTo(0);
    assertThat(activation.to()).isEqualTo(2);
  }

  @Test
  void aCallThatWasSeenBlockedKeepsItsActivation() {
    long recv = recording.start("client#1", "recv(5, 100, 0)");
    recording.blocked(recv).returned(recv, EventScript.failed(4, "EINTR"));

    assertThat(labels()).containsExactly("recv(5, 100, 0)", "recv = -1 EINTR");
    assertThat(diagram().rows().getLast().look()).isEqualTo(Look.ERROR);
    assertThat(diagram().activations())
        .extracting(Activation::progress)
        .containsExactly(Progress.BLOCKED);
  }

  @Test
  void aCallThatHasNotReturnedIsOpenEnded() {
    recording.blocked(recording.start("server#1", "accept(5)"));

    assertThat(diagram().activations().getFirst().to()).isEqualTo(Span.OPEN);
  }

  @Test
  void aQueuedCallWaitsUntilItIsMade() {
    long accept = recording.start("server#1", "accept(5)");
    recording.blocked(accept);
    long close = recording.queue("server#1", "close(5)", accept);
    recording.returned(accept, Result.of(6)).startQueued(close, "server#1", "close(5)");

    assertThat(diagram().rows().get(1).look()).isEqualTo(Look.BLOCKED);
    assertThat(diagram().activations())
        .extracting(Activation::progress, Activation::from, Activation::to)
        .contains(org.assertj.core.groups.Tuple.tuple(Progress.QUEUED, 1, 3));
  }

  @Test
  void aReturnWithoutAStartIsShown() {
    recording.returned(77, Result.of(3));

    assertThat(labels()).containsExactly("? = 3");
  }

  @Test
  void killingAProgramEndsWhatItHadOpen() {
    recording.blocked(recording.start("server#1", "accept(5)"));
    recording.state("server#1", 5, TcpState.LISTEN).ended("server", 9);

    Diagram diagram = diagram();
    assertThat(diagram.participants().getFirst().ended()).isEqualTo(1);
    assertThat(diagram.activations().getFirst().to()).isEqualTo(1);
    assertThat(diagram.bands().getFirst().to()).isEqualTo(1);
    assertThat(diagram.rows().getLast().look()).isEqualTo(Look.ERROR);
  }

  @Test
  void aStateLastsUntilTheNextOneOrTheClose() {
    recording.call("client#1", "connect(5, 127.0.0.1:5000)", 0);
    recording.state("client#1", 5, TcpState.ESTABLISHED);
    recording.call("client#1", "shutdown(5, SHUT_WR)", 0);
    recording.state("client#1", 5, TcpState.FIN_WAIT2);
    recording.state("client#1", 5, TcpState.FIN_WAIT2);
    recording.call("client#1", "close(5)", 0);

    assertThat(diagram().bands())
        .extracting(Band::state, Band::from, Band::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TcpState.ESTABLISHED, 0, 1),
            org.assertj.core.groups.Tuple.tuple(TcpState.FIN_WAIT1, 1, 1),
            org.assertj.core.groups.Tuple.tuple(TcpState.FIN_WAIT2, 1, 2));
  }

  @Test
  void aFailedCloseLeavesTheStateAlone() {
    recording.call("client#1", "connect(5, 127.0.0.1:5000)", 0);
    recording.state("client#1", 5, TcpState.ESTABLISHED);
    recording.call("client#1", "close(5)", EventScript.failed(9, "EBADF"));

    assertThat(diagram().bands().getFirst().to()).isEqualTo(Span.OPEN);
  }

  @Test
  void bytesWaitFromTheirArrivalUntilTheyAreRead() {
    recording.call("client#1", "send(5, \"hola\", 0)", 4);
    recording.received("server#1", 6, TcpState.ESTABLISHED, 4);
    recording.call("server#1", "recv(6, 100, 0)", EventScript.data("hola"));
    recording.received("server#1", 6, TcpState.ESTABLISHED, 0);

    assertThat(diagram().waitings())
        .containsExactly(
            new QueueSpan(
                "server",
                0,
                0,
                1,
                new socketscope.event.SocketId("server", 1),
                QueueSpan.Queue.RECEIVE,
                4,
                List.of()));
    assertThat(labels()).containsExactly("send \"hola\" = 4", "recv = \"hola\"");
  }

  @Test
  void anAnswerThatWasNotExpectedIsAnErrorBesideItsProgram() {
    recording.call("client#1", "listen(5, 1)", 0);
    recording.step(1, "0", "0").step(1, "-1 EINVAL", "0");

    assertThat(diagram().rows()).hasSize(2);
    assertThat(diagram().rows().getLast().look()).isEqualTo(Look.ERROR);
    assertThat(diagram().rows().getLast().program()).isEqualTo("client");
  }

  @Test
  void clientsStandLeftAndServersRightTheFirstOfEachInside() {
    for (String name : List.of("client", "client2", "server", "server2")) {
      recording.program(name, 1);
    }
    assertThat(diagram().participants())
        .extracting(Participant::program)
        .containsExactly("client2", "client", "server", "server2");
    assertThat(diagram().participants().getFirst().role()).isEqualTo(Role.CLIENT);
  }

  @Test
  void timeIsCountedFromTheFirstCall() {
    recording.program("client", 1).at(500).call("client#1", "socket(AF_INET, SOCK_STREAM, 0)", 3);

    assertThat(diagram().origin()).hasValue(diagram().rows().getLast().nanos());
  }

  @Test
  void longDataIsShortenedAndOtherAddressesAreWrittenInFull() {
    recording.call("client#1", "send(5, \"una frase que no cabe en la flecha\", 0)", 34);
    recording.call("client#1", "connect(5, 10.0.0.1:80)", EventScript.failed(101, "ENETUNREACH"));

    assertThat(labels())
        .containsExactly(
            "send \"una frase que no cabe e\u2026\" = 34", "connect 10.0.0.1:80 = -1 ENETUNREACH");
  }

  @Test
  void theRowOfAnEventIsFound() {
    List<Event> events = Experiments.tcpEcho();
    Diagram diagram = Diagram.of(events);

    for (int i = 0; i < diagram.rows().size(); i++) {
      assertThat(diagram.rowOf(diagram.rows().get(i).event())).isEqualTo(i);
    }
    assertThat(diagram.rowOf(recording.state("x#1", 1, TcpState.LISTEN).events().getFirst()))
        .isEqualTo(-1);
  }

  @Test
  void aStopLastsUntilTheProgramGoesOnOrEnds() {
    EventScript recording = new EventScript().program("client", 7).program("server", 8);
    recording.add(new ProgramStopped(recording.stamp("server")));
    recording.call("client#1", "close(5)", 0);
    recording.add(new ProgramContinued(recording.stamp("server")));
    recording.add(new ProgramStopped(recording.stamp("client")));
    recording.ended("client", 9);
    Diagram diagram = Diagram.of(recording.events());

    assertThat(diagram.stops()).containsExactly(new Stop("server", 2, 4), new Stop("client", 5, 6));
    assertThat(diagram.rows().get(2).look()).isEqualTo(Look.BLOCKED);
  }
}
