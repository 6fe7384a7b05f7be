package socketscope.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.diagram.RandomEvents;
import socketscope.event.Event;
import socketscope.event.TcpState;
import socketscope.state.Transition.Way;

/** What holds of the histories of any events, those that no kernel would ever give included. */
class StateFoldPropertyTest {

  private static final List<String> RECORDED =
      List.of("refused", "half-close", "unread", "accept-queue", "crossing-fins", "self-connect");

  private static List<Event> random(long seed) {
    return new RandomEvents(seed).list(300);
  }

  /** A real experiment of which some events were lost, as in a capture that began too late. */
  private static List<Event> incomplete(long seed) {
    Random random = new Random(seed);
    String name = RECORDED.get(random.nextInt(RECORDED.size()));
    List<Event> events = new ArrayList<>(Recorded.events(name + ".jsonl"));
    events.removeIf(_ -> random.nextInt(5) == 0);
    return events;
  }

  private static List<SocketHistory> histories(long seed) {
    List<SocketHistory> histories = new ArrayList<>(StateFold.of(random(seed)));
    histories.addAll(StateFold.of(incomplete(seed)));
    return histories;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyTransitionBeginsWhereTheLastOneEndedAndIsAnArrowOrSaysThatItIsNone(long seed) {
    for (SocketHistory history : histories(seed)) {
      List<Transition> transitions = history.transitions();
      for (int i = 0; i < transitions.size(); i++) {
        Transition transition = transitions.get(i);
        assertThat(transition.edge().isPresent()).isEqualTo(transition.way() == Way.EDGE);
        assertThat(transition.way() == Way.ABORTED && transition.to() != TcpState.CLOSED).isFalse();
        if (i > 0) {
          assertThat(transition.from()).isEqualTo(transitions.get(i - 1).to());
          assertThat(transition.event()).isGreaterThanOrEqualTo(transitions.get(i - 1).event());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
  void theHistoryOfAPrefixIsAPrefixOfTheHistory(long seed) {
    List<Event> events = seed % 2 == 0 ? random(seed) : incomplete(seed);
    List<SocketHistory> all = StateFold.of(events);
    StateFold fold = new StateFold();
    for (Event event : events) {
      fold.add(event);
      List<SocketHistory> soFar = fold.histories();
      for (int i = 0; i < soFar.size(); i++) {
        List<String> early = texts(soFar.get(i));
        assertThat(texts(all.get(i)).subList(0, early.size())).isEqualTo(early);
      }
    }
  }

  /** Without the kernel's confirmation, which may come later. */
  private static List<String> texts(SocketHistory history) {
    return history.changes().stream()
        .map(change -> SocketHistoryText.of(change).replace(" confirmed", ""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35})
  void anEventTellsOfEveryHistoryThatItChanges(long seed) {
    StateFold fold = new StateFold();
    for (Event event : incomplete(seed)) {
      List<SocketHistory> before = fold.histories();
      List<SocketHistory> told = fold.add(event);
      List<SocketHistory> changed = new ArrayList<>(fold.histories());
      changed.removeAll(before);
      changed.removeIf(history -> history.changes().isEmpty());
      assertThat(told).containsAll(changed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"half-close", "unread", "accept-queue", "crossing-fins", "ipv6"})
  void theKernelNeverHadToCorrectWhatPacketsTold(String name) {
    assertThat(StateFold.of(Recorded.events(name + ".jsonl")))
        .flatExtracting(SocketHistory::transitions)
        .noneMatch(one -> one.way() == Way.CORRECTED || !one.seen());
  }
}
