package socketscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketscope.diagram.CallRow;
import socketscope.diagram.Experiments;
import socketscope.event.CallReturned;
import socketscope.event.Event;

/** What is shown while moments arrive one after another. */
class RecordingTest {

  private final Recording recording = new Recording();
  private final List<Event> events = Experiments.tcpEcho().stream().sorted().toList();
  private final Moments moments = Moments.of(events);
  private Consumer<List<Event>> take;

  @BeforeEach
  void begin() {
    recording.setAnimated(true);
    take = recording.begin();
  }

  private List<Event> at(int moment) {
    return events.subList(0, moments.events(moment));
  }

  @Test
  void nothingOfAMomentIsShownBeforeItHasArrived() {
    take.accept(events);
    for (int moment = 0; moment < moments.last(); moment++) {
      for (int part = 0; part < 4; part++) {
        assertThat(recording.shownProperty().get()).isEqualTo(at(moment));
        assertThat(recording.moment()).isEqualTo(moment);
        assertThat(recording.behindProperty().get()).isEqualTo(moments.last() - moment);
        Motion motion = recording.motionProperty().get();
        assertThat(motion.out()).isEqualTo(motion.back() > 0 ? 1 : motion.out());
        recording.advance(0.25);
      }
    }
    assertThat(recording.shownProperty().get()).isEqualTo(events);
    assertThat(recording.motionProperty().get()).isNull();
    assertThat(recording.inPast()).isFalse();
  }

  @Test
  void whatIsOnItsWayHasBroughtNothingAboutAndHasNoAnswer() {
    take.accept(events);
    for (int moment = 0; moment < moments.last(); moment++) {
      Motion motion = recording.motionProperty().get();
      var before = recording.diagram();
      assertThat(motion.diagram().bands()).isEqualTo(before.bands());
      assertThat(motion.diagram().waitings()).isEqualTo(before.waitings());
      var coming =
          motion.diagram().rows().subList(before.rows().size(), motion.diagram().rows().size());
      assertThat(coming)
          .allMatch(row ->
              !(row instanceof CallRow call)
                  || call.phase() == CallRow.Phase.RETURN
                  || call.result() == null);
      recording.advance(1);
    }
  }

  /** Packets are reported by another process than calls, and may come later. */
  @Test
  void whatComesLateFromBeforeTheMomentOnItsWayTakesNothingFromIt() {
    Event late = events.get(4);
    List<Event> others = events.stream().filter(event -> !event.equals(late)).toList();
    take.accept(others.subList(0, 12));
    recording.advance(recording.behindProperty().get());
    take.accept(others.subList(12, others.size()));
    recording.advance(0.5);
    Event last = recording.shownProperty().get().getLast();
    int behind = recording.behindProperty().get();

    take.accept(List.of(late));

    assertThat(recording.shownProperty().get()).contains(late).endsWith(last);
    assertThat(recording.behindProperty().get()).isEqualTo(behind);
    assertThat(recording.motionProperty().get().out()).isPositive();
  }

  @Test
  void aStepForwardComesBitByBitAndAJumpAtOnce() {
    take.accept(events);
    recording.advance(moments.last());
    recording.goTo(3);
    assertThat(recording.shownProperty().get()).isEqualTo(at(3));

    recording.forward();
    assertThat(recording.shownProperty().get()).isEqualTo(at(3));
    recording.forward();
    assertThat(recording.shownProperty().get()).as("the step before, wholly").isEqualTo(at(4));
    recording.advance(1);
    assertThat(recording.shownProperty().get()).isEqualTo(at(5));

    recording.goToNow();
    assertThat(recording.shownProperty().get()).isEqualTo(events);
  }

  @Test
  void withoutMotionAllIsShownAtOnce() {
    take.accept(events.subList(0, 9));
    recording.setAnimated(false);
    assertThat(recording.shownProperty().get()).hasSize(9);
    take.accept(events.subList(9, events.size()));
    assertThat(recording.shownProperty().get()).isEqualTo(events);
  }

  @Test
  void theAnswerOfACallThatReturnsAtOnceIsPartOfItsMoment() {
    take.accept(events);
    while (!(events.get(moments.events(recording.moment()) + 1) instanceof CallReturned)) {
      recording.advance(1);
    }
    recording.advance(0.5);
    assertThat(recording.motionProperty().get().back()).isZero();
    recording.advance(0.3);
    assertThat(recording.motionProperty().get().out()).isEqualTo(1);
    assertThat(recording.motionProperty().get().back()).isBetween(0.1, 0.9);
  }
}
