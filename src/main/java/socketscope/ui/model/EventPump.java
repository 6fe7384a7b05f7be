package socketscope.ui.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import socketscope.bus.EventBus;
import socketscope.bus.Subscription;
import socketscope.event.Event;
import socketscope.failure.Failures;

/**
 * The only way to the JavaFX thread: carries events there in batches, and whatever else another
 * thread has to do there. The order is kept. However much comes, one run is waiting at a time. What
 * a task throws is reported as a failure, and the next task is run.
 */
public final class EventPump implements Executor {

  private final Object lock = new Object();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private boolean waiting;

  /** Hands all events of a bus to that consumer on the JavaFX thread. */
  public Subscription attach(EventBus bus, Consumer<List<Event>> consumer) {
    Batch batch = new Batch(consumer);
    return bus.subscribe(
        "window",
        events -> {
          if (batch.add(events)) {
            execute(batch::deliver);
          }
        });
  }

  @Override
  public void execute(Runnable task) {
    synchronized (lock) {
      work.add(task);
      if (waiting) {
        return;
      }
      waiting = true;
    }
    Platform.runLater(this::run);
  }

  private void run() {
    List<Runnable> now;
    synchronized (lock) {
      now = new ArrayList<>(work);
      work.clear();
      waiting = false;
    }
    now.forEach(Failures::attempt);
  }

  /** What has come from one bus since it was last delivered. */
  private static final class Batch {

    private final Consumer<List<Event>> consumer;
    private List<Event> events = new ArrayList<>();

    Batch(Consumer<List<Event>> consumer) {
      this.consumer = consumer;
    }

    /** Whether a delivery has to be asked for: none is on its way. */
    synchronized boolean add(List<Event> more) {
      boolean first = events.isEmpty();
      events.addAll(more);
      return first;
    }

    void deliver() {
      List<Event> now;
      synchronized (this) {
        now = events;
        events = new ArrayList<>();
      }
      consumer.accept(now);
    }
  }
}
