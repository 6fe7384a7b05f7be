package socketscope.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import socketscope.UncaughtExceptions;
import socketscope.event.CallBlocked;
import socketscope.event.Event;
import socketscope.event.Stamp;

class EventBusTest {

  @RegisterExtension final UncaughtExceptions failures = new UncaughtExceptions();

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }

  private static Event event(long number) {
    return new CallBlocked(new Stamp(number, "client", number), number, "kernel");
  }

  @Test
  void subscribersGetEveryEventInTheOrderOfPublishing() {
    List<Event> taken = new ArrayList<>();
    List<Event> published = new ArrayList<>();
    try (EventBus bus = new EventBus()) {
      bus.subscribe("test", taken::addAll);
      for (int i = 0; i < 1000; i++) {
        published.add(event(i));
        bus.publish(event(i));
      }
    }
    assertThat(taken).isEqualTo(published);
  }

  @Test
  void slowSubscriberDoesNotBlockThePublisher() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    List<Event> taken = new ArrayList<>();
    try (EventBus bus = new EventBus()) {
      bus.subscribe(
          "slow",
          events -> {
            try {
              released.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            taken.addAll(events);
          });
      for (int i = 0; i < 1000; i++) {
        bus.publish(event(i));
      }
      assertThat(taken).isEmpty();
      released.countDown();
    }
    assertThat(taken).hasSize(1000);
  }

  @Test
  void publishingWhileASubscriptionClosesDoesNotKeepItOpen() {
    for (int i = 0; i < 200; i++) {
      EventBus bus = new EventBus();
      AtomicBoolean closed = new AtomicBoolean();
      Subscription subscription = bus.subscribe("test", _ -> {});
      Thread publisher =
          Thread.ofPlatform()
              .start(() -> {
                while (!closed.get()) {
                  subscription.offer(event(1));
                }
              });
      assertThat(CompletableFuture.runAsync(subscription::close))
          .succeedsWithin(Duration.ofSeconds(60));
      closed.set(true);
      assertThat(publisher).satisfies(Thread::join);
    }
  }

  @Test
  void failingSubscriberHarmsNoOther() {
    List<Event> taken = new ArrayList<>();
    List<Throwable> told = new ArrayList<>();
    try (EventBus bus = new EventBus()) {
      bus.subscribe("failing", _ -> fail("broken"), told::add);
      bus.subscribe("well", taken::addAll);
      bus.publish(event(1));
      bus.publish(event(2));
    }
    assertThat(taken).containsExactly(event(1), event(2));
    assertThat(told).hasSize(1).first().asInstanceOf(THROWABLE).hasMessage("broken");
  }

  @Test
  void whatASubscriberThrowsIsReportedWhereNobodyAskedForIt() throws Exception {
    try (EventBus bus = new EventBus()) {
      bus.subscribe("failing", _ -> fail("unexpected"));
      bus.subscribe(
          "overflowing",
          _ -> {
            throw new StackOverflowError("error");
          });
      bus.publish(event(1));
      bus.publish(event(2));
    }
    assertThat(List.of(failures.next().getMessage(), failures.next().getMessage()))
        .containsExactlyInAnyOrder("unexpected", "error");
  }

  @Test
  void closedSubscriptionGetsNoMore() {
    List<Event> taken = new ArrayList<>();
    try (EventBus bus = new EventBus()) {
      Subscription subscription = bus.subscribe("test", taken::addAll);
      bus.publish(event(1));
      subscription.close();
      bus.publish(event(2));
    }
    assertThat(taken).containsExactly(event(1));
  }
}
