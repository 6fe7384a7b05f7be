package socketscope.lab;

import java.util.List;
import socketscope.bus.EventBus;
import socketscope.event.Call;
import socketscope.event.Event;

/** A running experiment: its programs, the calls they make, and everything that was reported. */
@SuppressWarnings("DoNotCallSuggester")
public final class Experiment implements AutoCloseable {

  private final EventBus bus = new EventBus();

  /** Starts an experiment without programs. */
  public Experiment(String title) {
    publish(null);
  }

  /** Where every event is published as it is reported; not always in the order of time. */
  public EventBus bus() {
    return bus;
  }

  /** Starts a program of that name, unless it runs already. Returns at once. */
  public void start(String program) {
    throw new UnsupportedOperationException(program);
  }

  /** The programs started so far, in order, with those that have ended. */
  public List<String> programs() {
    throw new UnsupportedOperationException();
  }

  /**
   * Has a program make a call. Returns at once. Calls on one socket are made one after another.
   *
   * @throws RefusedAddressException for an address that is not loopback: nothing was done
   */
  public PendingCall call(String program, Call call) throws RefusedAddressException {
    throw new UnsupportedOperationException(program + call);
  }

  /** Interrupts a blocked call: it returns EINTR. Without effect on one that has returned. */
  public void interrupt(long callId) {
    throw new UnsupportedOperationException("" + callId);
  }

  /** Kills a program with SIGKILL; the kernel closes its sockets. */
  public void kill(String program) {
    throw new UnsupportedOperationException(program);
  }

  /** Publishes what an observer of the experiment, such as a lesson's player, has to say. */
  public void publish(Event event) {
    throw new UnsupportedOperationException("" + event);
  }

  /** The time now, on the clock of the stamps. */
  public socketscope.event.Stamp stamp(String program) {
    throw new UnsupportedOperationException(program);
  }

  /** Ends the programs, and waits until they have ended and all events have been delivered. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
