package socketscope.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketscope.event.Event;
import socketscope.event.NoteWritten;
import socketscope.event.Stamp;

/** Finds the rows that notes were written about. */
final class NoteFold {

  private final Map<Stamp, String> notes = new LinkedHashMap<>();

  NoteFold copy() {
    NoteFold copy = new NoteFold();
    copy.notes.putAll(notes);
    return copy;
  }

  void add(NoteWritten note) {
    if (note.text().isEmpty()) {
      notes.remove(note.stamp());
    } else {
      notes.put(note.stamp(), note.text());
    }
  }

  /**
   * The notes by their rows. One about an event that has no row, as an inferred packet that more
   * evidence has moved, is at the last row before it.
   */
  List<Annotation> annotations(List<Row> rows) {
    if (notes.isEmpty() || rows.isEmpty()) {
      return List.of();
    }
    Map<Stamp, Integer> places = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      for (Event event : rows.get(i).events()) {
        places.put(event.stamp(), i);
      }
    }
    List<Annotation> annotations = new ArrayList<>();
    notes.forEach((stamp, text) -> {
      Integer row = places.get(stamp);
      annotations.add(new Annotation(row == null ? before(stamp, rows) : row, text));
    });
    return annotations;
  }

  private static int before(Stamp stamp, List<Row> rows) {
    int row = 0;
    while (row + 1 < rows.size() && rows.get(row + 1).nanos() <= stamp.nanos()) {
      row++;
    }
    return row;
  }
}
