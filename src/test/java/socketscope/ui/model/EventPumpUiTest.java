package socketscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import socketscope.UncaughtExceptions;
import socketscope.bus.EventBus;
import socketscope.event.CallBlocked;
import socketscope.event.Event;
import socketscope.event.Stamp;

@ExtendWith(ApplicationExtension.class)
class EventPumpUiTest {

  @RegisterExtension final UncaughtExceptions failures = new UncaughtExceptions();
  private final EventPump pump = new EventPump();

  @Start
  void start(Stage stage) {
    // JavaFX is all that is needed.
  }

  private static Event event(long number) {
    return new CallBlocked(new Stamp(number, "client", number), number, "kernel");
  }

  private static void fail() {
    throw new IllegalStateException("broken");
  }

  /**
   * Keeps the JavaFX thread from taking anything until all tasks are there, so that they come at
   * once.
   */
  private void atOnce(Runnable... tasks) throws Exception {
    CountDownLatch given = new CountDownLatch(1);
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        assertThat(given.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    for (Runnable task : tasks) {
      pump.execute(task);
    }
    pump.execute(() -> done.complete(null));
    given.countDown();
    done.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aTaskThatFailsDropsNoneOfThoseAfterIt() throws Exception {
    List<String> run = new ArrayList<>();
    atOnce(() -> run.add("before"), EventPumpUiTest::fail, () -> run.add("after"));
    atOnce(() -> run.add("later"));
    assertThat(run).containsExactly("before", "after", "later");
    assertThat(failures.next()).hasMessage("broken");
  }

  @Test
  void aConsumerThatFailsGetsTheEventsThatFollow() throws Exception {
    List<Event> taken = new ArrayList<>();
    try (EventBus bus = new EventBus()) {
      pump.attach(
          bus,
          events -> {
            taken.addAll(events);
            fail();
          });
      for (int i = 0; i < 3; i++) {
        bus.publish(event(i));
        assertThat(failures.next()).hasMessage("broken");
      }
    }
    assertThat(taken).containsExactly(event(0), event(1), event(2));
  }
}
