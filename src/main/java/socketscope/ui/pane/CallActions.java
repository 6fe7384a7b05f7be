package socketscope.ui.pane;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Service;
import socketscope.event.Signal;
import socketscope.lab.RefusedCallException;
import socketscope.ui.model.Edits;

/** Makes the calls of a pane's program. */
public interface CallActions {

  /**
   * Makes a call. Returns at once.
   *
   * @throws RefusedCallException where it was not made
   */
  void make(Call call) throws RefusedCallException;

  /**
   * Makes a call from a thread of the program that is free, though another one be blocked in a call
   * on the same socket.
   *
   * @throws RefusedCallException where it was not made
   */
  void makeAside(Call call) throws RefusedCallException;

  /**
   * Makes a call in every program of this side that runs, each on its own socket.
   *
   * @param texts its arguments in the program that is shown
   * @param usual those of them that every program has its own of
   * @throws RefusedCallException where it was not made
   */
  void makeInAll(Function function, List<String> texts, List<String> usual)
      throws RefusedCallException, NotationException, IOException;

  /** How many programs of this side run. */
  long programs();

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

  /** Keeps what is typed, so that it can be undone. */
  Edits edits();

  /** What can be chosen for its arguments now. */
  Choices choices();

  /** Has the user pick a file; empty where the user would not. */
  Optional<Path> pickFile();

  /** The time now on the clock of the stamps, in nanoseconds; 0 where nothing runs. */
  long now();
}
