package socketscope.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;

/** One subscriber's place on the bus. */
public final class Subscription implements AutoCloseable {

  /** What the queue holds: an event, or the word to end. */
  private record Item(@Nullable Event event) {}

  private static final Item END = new Item(null);

  private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
  private final Consumer<List<Event>> subscriber;
  private final Consumer<Throwable> failed;
  private final Consumer<Subscription> leave;
  private final Thread thread;

  Subscription(
      String name,
      Consumer<List<Event>> subscriber,
      Consumer<Throwable> failed,
      Consumer<Subscription> leave) {
    this.subscriber = subscriber;
    this.failed = failed;
    this.leave = leave;
    this.thread = Thread.ofPlatform().daemon().name("bus-" + name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void offer(Event event) {
    queue.add(new Item(event));
  }

  private void run() {
    try {
      List<Item> items = new ArrayList<>();
      do {
        items.clear();
        items.add(queue.take());
        queue.drainTo(items);
        deliver(items);
        // Whoever was publishing while the word to end came may have put events behind it.
      } while (!items.contains(END));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      leave.accept(this);
      failed.accept(e);
    } finally {
      leave.accept(this);
    }
  }

  private void deliver(List<Item> items) {
    List<Event> batch = new ArrayList<>(items.size());
    for (Item item : items) {
      if (item.event() != null) {
        batch.add(item.event());
      }
    }
    if (!batch.isEmpty()) {
      subscriber.accept(List.copyOf(batch));
    }
  }

  /** Ends the subscription after all that was published before has been taken. */
  @Override
  public void close() {
    leave.accept(this);
    queue.add(END);
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
