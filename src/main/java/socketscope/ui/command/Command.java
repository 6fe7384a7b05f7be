package socketscope.ui.command;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Something that the user can have the window do. Its text has the key {@code command.NAME}. */
public enum Command {
  FIRST("Alt+Home"),
  BACK("Alt+Left"),
  PLAY("F5"),
  FORWARD("Alt+Right"),
  LAST("Alt+End"),
  INTERRUPT("Esc"),
  ADD_CLIENT(null),
  ADD_SERVER(null),
  PLACE(null),
  COPY_INSIDE(null),
  TERMINAL(null),
  LESSON_STEP(null),
  LESSON_AGAIN(null),
  NEW_EXPERIMENT("Shortcut+N"),
  OPEN_LESSON("Shortcut+L"),
  OPEN_TRACE("Shortcut+O"),
  OPEN_LAST(null),
  SAVE_TRACE("Shortcut+S"),
  EXPORT_SVG("Shortcut+E"),
  EXPORT_PNG(null),
  EXPORT_PDF(null),
  EXPORT_TEXT(null),
  EXPORT_HTML(null),
  EXPORT_TRANSCRIPT(null),
  EXPORT_MERMAID(null),
  EXPORT_PACKETS(null),
  COPY_TEXT(null),
  COPY_SVG(null),
  COPY_PNG(null),
  COPY_TRANSCRIPT("Shortcut+Shift+C"),
  COPY_CODE(null),
  SAVE_CODE(null),
  UNDO("Shortcut+Z"),
  REDO("Shortcut+Y"),
  PALETTE("Shortcut+K"),
  COMPARE("Shortcut+D"),
  NEXT_DIFFERENCE("F8"),
  PREVIOUS_DIFFERENCE("Shift+F8"),
  FIND("Shortcut+F"),
  FOLD("F4"),
  REDUCED_MOTION(null),
  ZOOM_IN("Shortcut+Plus"),
  ZOOM_OUT("Shortcut+Minus"),
  ZOOM_RESET("Shortcut+0"),
  DIAGRAM_LARGER("Alt+Plus"),
  DIAGRAM_SMALLER("Alt+Minus"),
  DIAGRAM_USUAL("Alt+0"),
  PRESENT("F11"),
  NOTE("Shortcut+M"),
  LANGUAGE("F2"),
  THEME("F3"),
  CLIENT_PANE("Shortcut+1"),
  SERVER_PANE("Shortcut+2"),
  DIAGRAM("Shortcut+3"),
  INSPECTOR("Shortcut+4"),
  KEYS("F1"),
  DOCTOR(null),
  LESSON_FORMAT(null),
  LOG(null),
  ABOUT(null),
  PRINT("Shortcut+P"),
  QUIT("Shortcut+Q");

  private final @Nullable String keys;

  Command(@Nullable String keys) {
    this.keys = keys;
  }

  /** The key of its text. */
  public String key() {
    return "command." + name().toLowerCase(Locale.ROOT);
  }

  /** The keys that give it; empty where there are none. */
  public Optional<KeyCombination> keys() {
    return Optional.ofNullable(keys).map(KeyCombination::keyCombination);
  }
}
