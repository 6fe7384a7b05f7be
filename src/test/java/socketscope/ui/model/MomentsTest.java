package socketscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;

class MomentsTest {

  private static final SocketId SOCKET = new SocketId("client", 1);

  private final List<Event> events = new ArrayList<>();

  private Stamp stamp() {
    return new Stamp(events.size(), "client", events.size());
  }

  private void programs() {
    events.add(new ExperimentStarted(stamp(), "t", Instant.EPOCH, "a", "s"));
    events.add(new ProgramStarted(stamp(), Role.CLIENT, 1));
  }

  private void start(long id) throws NotationException {
    Call call = Call.parse(Function.CLOSE, List.of("5"));
    events.add(new CallStarted(stamp(), id, SOCKET, 1, call));
  }

  private void finish(long id) {
    events.add(new CallReturned(stamp(), id, SOCKET, null, Result.of(0)));
  }

  private void observe() {
    events.add(
        new SocketObserved(
            stamp(), SOCKET, 5, "SOCK_STREAM", null, null, null, 0, 0, -1, -1, -1, null));
  }

  private List<Integer> moments() {
    Moments moments = Moments.of(events);
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i <= moments.last(); i++) {
      counts.add(moments.events(i));
    }
    return counts;
  }

  @Test
  void beforeTheFirstCallThereIsOneMoment() {
    programs();
    assertThat(moments()).containsExactly(2);
  }

  @Test
  void aCallIsOneMomentWithItsReturnAndWhatWasObservedAfterIt() throws NotationException {
    programs();
    start(1);
    finish(1);
    observe();
    start(2);
    finish(2);
    assertThat(moments()).containsExactly(2, 5, 7);
  }

  @Test
  void aBlockedCallReturnsInAMomentOfItsOwn() throws NotationException {
    start(1);
    events.add(new CallBlocked(stamp(), 1, "kernel"));
    finish(1);
    assertThat(moments()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aCallThatAnotherOneOvertookReturnsInAMomentOfItsOwn() throws NotationException {
    start(1);
    start(2);
    finish(2);
    finish(1);
    assertThat(moments()).containsExactly(0, 1, 3, 4);
  }

  @Test
  void eachPacketIsAMomentAndTheReturnAfterThemAnother() throws NotationException {
    programs();
    start(1);
    packet();
    observe();
    packet();
    finish(1);
    observe();
    assertThat(moments()).containsExactly(2, 3, 5, 6, 8);
  }

  private void packet() {
    events.add(new PacketSeen(stamp(), "lo", 1, Bytes.ofHex("45")));
  }
}
