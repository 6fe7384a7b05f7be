package socketscope.ui.palette;

import java.util.List;

/**
 * Something that can be done.
 *
 * @param id by which it is remembered when it was used
 * @param kind what it is
 * @param title what it is called, which is shown
 * @param also other words that find it: its name in the other language, its menu
 * @param where the menu that it stands in, or what else tells of it; may be empty
 * @param keys the keys for it; may be empty
 * @param possible whether it makes sense now
 * @param action does it
 */
public record PaletteEntry(
    String id,
    Kind kind,
    String title,
    List<String> also,
    String where,
    String keys,
    boolean possible,
    Runnable action) {

  /** What an entry is. */
  public enum Kind {
    COMMAND,
    CALL,
    LESSON,
    FILE
  }

  /** Something that can be done. */
  public PaletteEntry {
    also = List.copyOf(also);
  }
}
