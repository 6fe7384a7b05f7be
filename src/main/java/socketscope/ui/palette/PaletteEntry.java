package socketscope.ui.palette;

import java.util.List;

/**
 * Something that can be done.
 *
 * @param id by which it is remembered when it was used
 * @param kind what it is
 * @param title what it is called, which is shown
 * @param words other words of the window's language that find it, and what no language changes
 * @param foreign what finds it in the other languages: its names, other words
 * @param where the menu that it stands in, or what else tells of it; may be empty
 * @param keys the keys for it; may be empty
 * @param possible whether it makes sense now
 * @param action does it
 */
public record PaletteEntry(
    String id,
    Kind kind,
    String title,
    List<String> words,
    List<String> foreign,
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
    words = List.copyOf(words);
    foreign = List.copyOf(foreign);
  }
}
