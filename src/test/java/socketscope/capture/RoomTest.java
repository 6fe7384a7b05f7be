package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.capture.PacketSource.Counted;

/** Whether the first call waits till the packets of others have been turned away. */
class RoomTest {

  private static final Counted NOTHING = new Counted(0, 0);
  private static final Counted SOME = new Counted(7, 0);
  private static final Counted LOSS = new Counted(90, 40);

  /** Says what the kernel counted, look by look; then that nothing came. */
  private static final class Scripted implements PacketSource {

    final Deque<Counted> counts;

    Scripted(Counted... counts) {
      this.counts = new ArrayDeque<>(List.of(counts));
    }

    @Override
    public void begin(Taker taker) {}

    @Override
    public void end(BooleanSupplier settled, long deadline) {}

    @Override
    public void turnAway(Set<EndpointPair> flows) {}

    @Override
    public Counted counted() {
      return counts.isEmpty() ? NOTHING : counts.removeFirst();
    }
  }

  @Test
  void whereNothingComesTheFirstCallIsMadeAtOnce() throws Exception {
    Scripted source = new Scripted(NOTHING, LOSS);
    Capture.awaitRoom(source);
    assertThat(source.counts).hasSize(1);
  }

  /** The room of a flood that has just begun is full a little later only. */
  @Test
  void whereSomethingComesItIsSeenWhetherThereIsRoom() throws Exception {
    Scripted source = new Scripted(SOME, SOME, LOSS, SOME, SOME, SOME, SOME, LOSS);
    Capture.awaitRoom(source);
    assertThat(source.counts).containsExactly(LOSS);
  }
}
