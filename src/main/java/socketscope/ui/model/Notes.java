package socketscope.ui.model;

import socketscope.event.Event;
import socketscope.event.NoteWritten;

/** Writes notes into the experiment, or into the opened trace. */
public final class Notes {

  private final Recording recording;
  private final ExperimentController controller;
  private final Notices notices;
  private final Edits edits;

  /** Notes about the events of that recording, which can be undone among those edits. */
  public Notes(Recording recording, ExperimentController controller, Notices notices, Edits edits) {
    this.recording = recording;
    this.controller = controller;
    this.notices = notices;
    this.edits = edits;
  }

  /** What is noted about an event; empty where nothing is. */
  public String text(Event event) {
    return recording.note(event).orElse("");
  }

  /** Notes that about an event, in place of what was; nothing takes the note away. */
  public void write(Event event, String text) {
    NoteWritten before = NoteWritten.about(event, text(event));
    NoteWritten now = NoteWritten.about(event, text.strip());
    if (now.equals(before)) {
      return;
    }
    controller.note(now);
    int experiment = controller.beginningsProperty().get();
    edits.add(() -> change(before, experiment), () -> change(now, experiment));
    if (now.text().isEmpty()) {
      notices.show(Notice.information("note.removed").offering("note.undo", this::undo));
    }
  }

  /** An experiment that has ended keeps its notes. */
  private void change(NoteWritten note, int experiment) {
    if (controller.beginningsProperty().get() == experiment) {
      controller.note(note);
    }
  }

  /** Takes back what was changed last. */
  public void undo() {
    edits.undo();
    notices.dismiss();
  }
}
