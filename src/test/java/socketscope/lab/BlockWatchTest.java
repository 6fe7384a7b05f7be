package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import socketscope.kernel.SleepingThread.Sighting;
import socketscope.lab.BlockWatch.Watched;

class BlockWatchTest {

  private static final Watched CALL = new Watched(1, 2, 3, 0, 4);

  private final List<Long> told = new ArrayList<>();

  @Test
  void blockedCallHasATimeBeforeItWasLookedAt() {
    AtomicLong looked = new AtomicLong();
    watch(
        _ -> {
          looked.set(System.nanoTime());
          return Sighting.BLOCKED;
        },
        new AtomicBoolean(true));
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).isLessThanOrEqualTo(looked.get());
  }

  @Test
  void callThatReturnsWhileItIsLookedAtIsNotBlocked() {
    AtomicBoolean pending = new AtomicBoolean(true);
    watch(
        _ -> {
          pending.set(false);
          return Sighting.BLOCKED;
        },
        pending);
    assertThat(told).isEmpty();
  }

  private void watch(BlockWatch.Look look, AtomicBoolean pending) {
    try (BlockWatch watch = new BlockWatch(look, (_, nanos, _) -> told.add(nanos))) {
      watch.watch(CALL, pending::get);
    }
  }
}
