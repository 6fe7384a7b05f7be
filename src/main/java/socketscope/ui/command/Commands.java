package socketscope.ui.command;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** What each command does in a window. */
public final class Commands {

  private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);

  /** Those of what is shown above the window; null for none. */
  private @Nullable Commands above;

  /** Says what a command does. */
  public Commands on(Command command, Runnable action) {
    actions.put(command, action);
    return this;
  }

  /** Whether that command does something. */
  public boolean knows(Command command) {
    return actions.containsKey(command);
  }

  /** Has other commands come before these, until {@link #uncover}. */
  public void cover(Commands upper) {
    above = upper;
  }

  /** Has these commands do again what they did. */
  public void uncover() {
    above = null;
  }

  /** Does it. */
  public void run(Command command) {
    if (above != null && above.knows(command)) {
      above.run(command);
    } else {
      actions.getOrDefault(command, () -> {}).run();
    }
  }

  /** Has the keys of all commands work in that scene. */
  public void addKeysTo(Scene scene) {
    for (Command command : actions.keySet()) {
      command.keys().ifPresent(keys -> scene.getAccelerators().put(keys, () -> run(command)));
    }
  }
}
