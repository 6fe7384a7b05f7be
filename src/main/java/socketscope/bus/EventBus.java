package socketscope.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import socketscope.event.Event;
import socketscope.failure.Failures;

/**
 * Hands every published event to every subscriber, in the order of publishing, in batches. Each
 * subscriber has a queue and a thread of its own.
 */
public final class EventBus implements AutoCloseable {

  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  /** Hands an event on. Returns at once. */
  public void publish(Event event) {
    for (Subscription subscription : subscriptions) {
      subscription.offer(event);
    }
  }

  /**
   * Subscribes to what is published from now on.
   *
   * @param name names the subscriber's thread
   * @param subscriber takes one batch after another, never two at a time; what it throws is
   *     reported as a failure, and ends its own subscription only
   * @return closes the subscription, after all that was published before has been taken
   */
  public Subscription subscribe(String name, Consumer<List<Event>> subscriber) {
    return subscribe(name, subscriber, Failures::report);
  }

  /**
   * Subscribes to what is published from now on, with a word for what goes wrong.
   *
   * @param name names the subscriber's thread
   * @param subscriber takes one batch after another, never two at a time
   * @param failed takes what the subscriber throws, which ends its own subscription only
   * @return closes the subscription, after all that was published before has been taken
   */
  public Subscription subscribe(
      String name, Consumer<List<Event>> subscriber, Consumer<Throwable> failed) {
    Subscription subscription = new Subscription(name, subscriber, failed, subscriptions::remove);
    subscriptions.add(subscription);
    subscription.start();
    return subscription;
  }

  /** Closes every subscription, after all that was published has been taken. */
  @Override
  public void close() {
    for (Subscription subscription : subscriptions) {
      subscription.close();
    }
  }
}
