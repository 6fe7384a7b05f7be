package socketscope.ui.model;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.NoteWritten;

/** A trace that is shown in place of an experiment, and what is noted about it. */
final class OpenedTrace implements AutoCloseable {

  private final List<Event> events;
  private final Consumer<List<Event>> window;
  private final Autosave autosave;
  private @Nullable AutosaveFile kept;

  /**
   * A trace of these events.
   *
   * @param window takes the notes
   */
  OpenedTrace(Consumer<List<Event>> window, List<Event> events, Autosave autosave) {
    this.events = events;
    this.window = window;
    this.autosave = autosave;
  }

  /** Adds a note; with the first one, all of it is kept. */
  void note(NoteWritten note) {
    window.accept(List.of(note));
    try {
      if (kept == null) {
        kept = autosave.begin();
        kept.accept(events);
      }
      kept.accept(List.of(note));
    } catch (IOException e) {
      // It cannot be kept here, such as in a home folder that is read-only; it can be saved.
    }
  }

  @Override
  public void close() {
    try {
      if (kept != null) {
        kept.close();
      }
    } catch (IOException e) {
      // Each batch has been written already.
    }
  }
}
