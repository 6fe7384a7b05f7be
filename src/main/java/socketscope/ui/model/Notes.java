package socketscope.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import socketscope.event.Event;
import socketscope.event.NoteWritten;

/** Writes notes into the experiment, or into the opened trace. */
public final class Notes {

  private final Recording recording;
  private final Bench bench;
  private final Notices notices;

  /** What the notes were before each change, the latest first. */
  private final Deque<NoteWritten> before = new ArrayDeque<>();

  /** Notes about the events of that recording. */
  public Notes(Recording recording, Bench bench, Notices notices) {
    this.recording = recording;
    this.bench = bench;
    this.notices = notices;
    bench.beginningsProperty().addListener((_, _, _) -> before.clear());
  }

  /** What is noted about an event; empty where nothing is. */
  public String text(Event event) {
    return NoteWritten.about(recording.all(), event).orElse("");
  }

  /** Notes that about an event, in place of what was; nothing takes the note away. */
  public void write(Event event, String text) {
    String line = text.strip();
    String former = text(event);
    if (!line.equals(former)) {
      before.push(NoteWritten.about(event, former));
      bench.note(NoteWritten.about(event, line));
      if (line.isEmpty()) {
        notices.show(Notice.information("note.removed").offering("note.undo", this::undo));
      }
    }
  }

  /** Brings back what the note was that was changed last. */
  public void undo() {
    if (!before.isEmpty()) {
      bench.note(before.pop());
      notices.dismiss();
    }
  }
}
