package socketscope.ui.lecture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * What a key does in a lecture. Among them are the keys that presenters' remotes send, which are
 * those of a keyboard: Page Down and Page Up, F5 and Esc, the full stop or B.
 */
public enum LectureKey {
  FORWARD("Page_Down", "Space", "Right", "Down", "Enter"),
  BACK("Page_Up", "Left", "Up", "Backspace"),
  FIRST("Home"),
  NOW("End"),
  BLACK("Period", "B", "Decimal"),
  WHITE("W", "Comma"),
  POINTER("P"),
  ROW_UP("Shift+Up"),
  ROW_DOWN("Shift+Down"),
  NOTE("N"),
  CAPTION("C"),
  FOLD("F4"),
  CLIENT("Shortcut+1"),
  SERVER("Shortcut+2"),
  LARGER("Shortcut+Plus", "Shortcut+Equals", "Shortcut+Add"),
  SMALLER("Shortcut+Minus", "Shortcut+Subtract"),
  USUAL_SIZE("Shortcut+0"),
  KEYS("F1"),
  /** What a remote sends to start; the lecture has started. */
  START("F5", "Shift+F5"),
  LEAVE("Esc", "F11");

  /** Of what else means the same, the list of keys tells these only. */
  private static final int TOLD = 5;

  @SuppressWarnings("ImmutableEnumChecker") // nobody can change it
  private final List<KeyCombination> combinations;

  LectureKey(String... combinations) {
    this.combinations =
        Arrays.stream(combinations)
            .map(name -> KeyCombination.keyCombination(name.replace('_', ' ')))
            .toList();
  }

  /** What the pressed key does; empty where it is none of these. */
  static Optional<LectureKey> of(KeyEvent event) {
    return Arrays.stream(values())
        .filter(key -> key.combinations.stream().anyMatch(each -> each.match(event)))
        .findFirst();
  }

  /** The key of its text. */
  public String key() {
    return "lecture.key." + name().toLowerCase(Locale.ROOT);
  }

  /** The keys that give it, as the list of keys tells them. */
  public String keys() {
    return combinations.stream()
        .limit(TOLD)
        .map(KeyCombination::getDisplayText)
        .distinct()
        .collect(Collectors.joining("  "));
  }
}
