package socketscope.ui.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What each command does in a window, and whether it makes sense now. */
public final class Commands {

  private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);
  private final Map<Command, BooleanProperty> settings = new EnumMap<>(Command.class);
  private final Map<Command, BooleanSupplier> conditions = new EnumMap<>(Command.class);
  private final Map<Command, ReadOnlyBooleanWrapper> possible = new EnumMap<>(Command.class);

  /** The commands of a window, none of which does anything yet. */
  public Commands() {
    for (Command command : Command.values()) {
      possible.put(command, new ReadOnlyBooleanWrapper(true));
    }
  }

  /** Says what a command does. */
  public Commands on(Command command, Runnable action) {
    actions.put(command, action);
    return this;
  }

  /** Says that a command turns something on and off. A menu shows which of both it is. */
  public Commands toggles(Command command, BooleanProperty setting) {
    settings.put(command, setting);
    return on(command, () -> setting.set(!setting.get()));
  }

  /** Says when a command makes sense; else menus show it greyed. It is asked at each refresh. */
  public Commands onlyIf(Command command, BooleanSupplier condition) {
    conditions.put(command, condition);
    return this;
  }

  /** Finds out anew which commands make sense. */
  public void refresh() {
    conditions.forEach((command, condition) -> possible.get(command).set(condition.getAsBoolean()));
  }

  /** Whether it makes sense now. */
  public ReadOnlyBooleanProperty possibleProperty(Command command) {
    return possible.get(command).getReadOnlyProperty();
  }

  /** What the command turns on and off; empty for all others. */
  public Optional<BooleanProperty> setting(Command command) {
    return Optional.ofNullable(settings.get(command));
  }

  /** Does it. */
  public void run(Command command) {
    actions.getOrDefault(command, () -> {}).run();
  }
}
