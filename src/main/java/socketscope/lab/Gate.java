package socketscope.lab;

import java.util.ArrayList;
import java.util.List;
import socketscope.failure.Failures;

/**
 * Lets nothing through until it is opened, and then all of it, in order. Opened once. What fails of
 * it is reported, and lets the rest through.
 */
final class Gate {

  private final List<Runnable> waiting = new ArrayList<>();
  private boolean open;

  /** Does it now, or as soon as the gate is open. */
  synchronized void pass(Runnable action) {
    if (open) {
      Failures.attempt(action);
    } else {
      waiting.add(action);
    }
  }

  synchronized void open() {
    open = true;
    waiting.forEach(Failures::attempt);
    waiting.clear();
  }
}
