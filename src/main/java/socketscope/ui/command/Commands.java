package socketscope.ui.command;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Scene;

/** What each command does in a window. */
public final class Commands {

  private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);

  /** Says what a command does. */
  public Commands on(Command command, Runnable action) {
    actions.put(command, action);
    return this;
  }

  /** Does it. */
  public void run(Command command) {
    actions.getOrDefault(command, () -> {}).run();
  }

  /** Has the keys of all commands work in that scene. */
  public void addKeysTo(Scene scene) {
    for (Command command : actions.keySet()) {
      command.keys().ifPresent(keys -> scene.getAccelerators().put(keys, () -> run(command)));
    }
  }
}
