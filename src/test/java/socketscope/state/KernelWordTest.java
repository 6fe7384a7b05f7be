package socketscope.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.Event;
import socketscope.event.NotationException;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.TcpState;

/** What the kernel says of connections that have no descriptor, and against what was derived. */
class KernelWordTest {

  private final List<Event> events = new ArrayList<>(Recorded.withoutPackets("half-close.jsonl"));

  private SocketHistory client() {
    return SocketHistoryText.of(events, "client#1").orElseThrow();
  }

  private Stamp later() {
    return new Stamp(events.getLast().stamp().nanos() + 10_000_000, "", 99);
  }

  private void listed(SocketAddress local, SocketAddress peer, TcpState state, Timer timer) {
    events.add(new ConnectionObserved(later(), local, peer, state, timer, 59_500, 0, 0, 0));
  }

  private static SocketAddress address(String text) throws NotationException {
    return SocketAddress.parse(text);
  }

  /** The recorded experiment up to the first time that the client was seen in that state. */
  private void upTo(TcpState state) {
    int at = 0;
    while (!(events.get(at) instanceof SocketObserved seen
        && seen.socket().program().equals("client")
        && seen.state() == state)) {
      at++;
    }
    events.subList(at + 1, events.size()).clear();
  }

  @Test
  void timeWaitCountsDownUntilTheKernelForgetsIt() {
    SocketHistory closed = client();
    listed(closed.local(), closed.peer(), TcpState.TIME_WAIT, Timer.TIME_WAIT);
    Event told = events.getLast();

    assertThat(client().state()).isEqualTo(TcpState.TIME_WAIT);
    assertThat(client().transitions().getLast().confirmedBy()).isEqualTo(told);
    assertThat(client().countdown())
        .isEqualTo(new SocketHistory.Countdown(told.stamp().nanos(), 59_500_000_000L));
    assertThat(client().traced()).isTrue();

    Stamp over = new Stamp(told.stamp().nanos() + 59_600_000_000L, "", 100);
    events.add(new ConnectionForgotten(over, closed.local(), closed.peer()));
    assertThat(client().state()).isEqualTo(TcpState.CLOSED);
    assertThat(client().countdown()).isNull();
    assertThat(client().transitions().getLast().cause())
        .isEqualTo(new ChangeCause.Expired(ChangeCause.Timer.TIME_WAIT));
  }

  @Test
  void aConnectionThatIsForgottenBeforeItsTimeWasNotEndedByTheTimer() {
    SocketHistory closed = client();
    listed(closed.local(), closed.peer(), TcpState.TIME_WAIT, Timer.TIME_WAIT);
    events.add(new ConnectionForgotten(later(), closed.local(), closed.peer()));

    assertThat(client().state()).isEqualTo(TcpState.CLOSED);
    assertThat(client().transitions().getLast().cause()).isInstanceOf(ChangeCause.Told.class);
  }

  @Test
  void theEndsOfASecondAttemptFindEachOtherThoughTheirFirstPortWasToldAgain() {
    List<Event> second = Recorded.events("refused.jsonl");
    SocketHistory asking = SocketHistoryText.of(second, "client#1").orElseThrow();
    SocketHistory asked = SocketHistoryText.of(second, "server#2").orElseThrow();

    assertThat(asking.facing(asked)).isTrue();
  }

  @Test
  void aClosedSocketOfWhichNobodySpokeSinceIsNotTraced() {
    assertThat(client().open()).isFalse();
    assertThat(client().traced()).isFalse();
  }

  @Test
  void aConnectionThatWaitsIsKnownBeforeAcceptGivesItADescriptor() throws NotationException {
    upTo(TcpState.ESTABLISHED);
    SocketAddress listening = client().peer();
    SocketAddress other = address("127.0.0.1:61000");
    listed(listening, other, TcpState.ESTABLISHED, Timer.NONE);

    SocketHistory waiting = StateFold.of(events).getLast();
    assertThat(waiting.waitsForAccept()).isTrue();
    assertThat(waiting.program()).isEqualTo("server");
    assertThat(SocketHistoryText.of(waiting.changes().getFirst()))
        .isEqualTo("LISTEN → SYN_RECV unseen by word of ConnectionObserved");
    assertThat(waiting.state()).isEqualTo(TcpState.ESTABLISHED);
  }

  @Test
  void acceptGivesTheConnectionThatWaitedItsDescriptor() {
    List<Event> whole = Recorded.events("accept-queue.jsonl");
    List<SocketHistory> before = new ArrayList<>();
    StateFold fold = new StateFold();
    for (Event event : whole) {
      fold.histories().stream().filter(SocketHistory::waitsForAccept).forEach(before::add);
      fold.add(event);
    }
    int taken = SocketHistoryText.of(whole, "server#2").orElseThrow().number();

    assertThat(before).anyMatch(one -> one.number() == taken && one.socket() == null);
  }

  @Test
  void whereTheKernelSaysOtherwiseItIsRight() {
    upTo(TcpState.FIN_WAIT2);
    SocketObserved last = (SocketObserved) events.getLast();
    events.add(
        new SocketObserved(
            new Stamp(last.stamp().nanos() + 50_000_000, "client", 1000),
            last.socket(),
            last.descriptor(),
            last.type(),
            TcpState.ESTABLISHED,
            last.local(),
            last.peer(),
            0,
            0,
            -1,
            -1,
            -1,
            null));

    Transition corrected = client().transitions().getLast();
    assertThat(corrected.way()).isEqualTo(Transition.Way.CORRECTED);
    assertThat(client().state()).isEqualTo(TcpState.ESTABLISHED);
  }

  @Test
  void anAnswerThatIsOlderThanItsStampCorrectsNothing() {
    upTo(TcpState.FIN_WAIT1);
    SocketObserved now = (SocketObserved) events.removeLast();
    long changed = client().transitions().getLast().event().stamp().nanos();
    int before = client().changes().size();
    events.add(
        new SocketObserved(
            new Stamp(changed + 1_000_000, "client", 1000),
            now.socket(),
            now.descriptor(),
            now.type(),
            TcpState.ESTABLISHED,
            now.local(),
            now.peer(),
            0,
            0,
            -1,
            -1,
            -1,
            null));

    assertThat(client().changes()).hasSize(before);
    assertThat(client().state()).isEqualTo(TcpState.FIN_WAIT1);
  }
}
