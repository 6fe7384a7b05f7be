package socketscope.ui.pane;

import java.nio.file.Path;
import java.util.Optional;
import socketscope.event.Call;
import socketscope.event.Service;
import socketscope.event.Signal;
import socketscope.lab.RefusedCallException;

/** Makes the calls of a pane's program. */
public interface Calls {

  /**
   * Makes a call. Returns at once.
   *
   * @throws RefusedCallException where it was not made
   */
  void make(Call call) throws RefusedCallException;

  /** Interrupts a call that blocks. */
  void interrupt(long callId);

  /** Starts the program again after its end. */
  void startAgain();

  /** Sends the program a signal. */
  void signal(Signal signal);

  /** Has the program serve by itself; where it has no listener yet, it is made first. */
  void serve(Service service);

  /** Starts so many more programs of this side, and shows the first of them. */
  void add(int count);

  /** What can be chosen for its arguments now. */
  Choices choices();

  /** Has the user pick a file; empty where the user would not. */
  Optional<Path> pickFile();

  /** The time now on the clock of the stamps, in nanoseconds; 0 where nothing runs. */
  long now();
}
