package socketscope.ui;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.Edits;

/**
 * Undoes what was typed: in the field that has the focus letter by letter, as long as there is
 * something to undo in it, and then argument by argument.
 */
final class TypingUndo {

  /** What some systems have for it instead. */
  private static final KeyCombination OTHER_REDO =
      KeyCombination.keyCombination("Shortcut+Shift+Z");

  private final Scene scene;
  private final Edits edits;
  private final Commands commands;

  TypingUndo(Scene scene, Edits edits, Commands commands) {
    this.scene = scene;
    this.edits = edits;
    this.commands = commands;
    commands
        .on(Command.UNDO, this::undo)
        .on(Command.REDO, this::redo)
        .onlyIf(Command.UNDO, () -> fieldWith(Command.UNDO).isPresent() || edits.canUndo())
        .onlyIf(Command.REDO, () -> fieldWith(Command.REDO).isPresent() || edits.canRedo());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.focusOwnerProperty().addListener((_, _, _) -> commands.refresh());
    edits.changesProperty().addListener((_, _, _) -> commands.refresh());
    commands.refresh();
  }

  /** A field would take the keys for itself, though there be nothing to undo in it. */
  private void pressed(KeyEvent event) {
    if (OTHER_REDO.match(event)) {
      redo();
      event.consume();
    }
    for (Command command : new Command[] {Command.UNDO, Command.REDO}) {
      if (command.keys().orElseThrow().match(event)) {
        commands.run(command);
        event.consume();
      }
    }
  }

  private Optional<TextInputControl> fieldWith(Command command) {
    return scene.getFocusOwner() instanceof TextInputControl field
            && (command == Command.UNDO ? field.isUndoable() : field.isRedoable())
        ? Optional.of(field)
        : Optional.empty();
  }

  private void undo() {
    fieldWith(Command.UNDO).ifPresentOrElse(TextInputControl::undo, edits::undo);
  }

  private void redo() {
    fieldWith(Command.REDO).ifPresentOrElse(TextInputControl::redo, edits::redo);
  }
}
