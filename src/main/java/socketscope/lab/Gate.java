package socketscope.lab;

import java.util.ArrayList;
import java.util.List;

/** Lets nothing through until it is opened, and then all of it, in order. Opened once. */
final class Gate {

  private final List<Runnable> waiting = new ArrayList<>();
  private boolean open;

  /** Does it now, or as soon as the gate is open. */
  synchronized void pass(Runnable action) {
    if (open) {
      action.run();
    } else {
      waiting.add(action);
    }
  }

  synchronized void open() {
    open = true;
    waiting.forEach(Runnable::run);
    waiting.clear();
  }
}
