package socketscope.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.diagram.Diagram;
import socketscope.diagram.DiagramBuilder;
import socketscope.diagram.EventScript;
import socketscope.diagram.RandomEvents;
import socketscope.diagram.Row;
import socketscope.event.Event;
import socketscope.event.NoteWritten;
import socketscope.export.DiagramWords;
import socketscope.text.Language;

class RowSearchTest {

  private final DiagramWords words = DiagramWords.in(Language.ENGLISH);
  private int read;
  private final RowSearch search = new RowSearch(this::sentence);

  private String sentence(Row row) {
    read++;
    return words.sentence(row);
  }

  private static List<Event> calls(int count) {
    EventScript recording = new EventScript();
    for (int i = 0; i < count; i++) {
      recording.at(10L * i).call("client#1", "send(5, \"" + i + "\", 0)", 1);
    }
    return recording.events();
  }

  @Test
  void aRowIsFoundByItsNote() {
    List<Event> events = new ArrayList<>(calls(3));
    events.add(4, new NoteWritten(events.get(3).stamp(), "Here the Buffer is full"));
    Diagram diagram = Diagram.of(events);

    assertThat(search.find(diagram, "buffer")).containsExactly(1);
    assertThat(search.find(diagram, "buffer send full")).containsExactly(1);
    assertThat(search.find(diagram, "send")).containsExactly(0, 1, 2);
  }

  @Test
  void aNoteThatIsTakenAwayIsFoundNoMore() {
    List<Event> events = new ArrayList<>(calls(3));
    NoteWritten note = new NoteWritten(events.getLast().stamp(), "buffer");
    events.add(note);
    DiagramBuilder builder = new DiagramBuilder().addAll(events);
    assertThat(search.find(builder.build(), "buffer")).containsExactly(2);

    builder.add(new NoteWritten(note.stamp(), ""));

    assertThat(search.find(builder.build(), "buffer")).isEmpty();
  }

  @Test
  void aStepReadsOnlyTheRowsThatCome() {
    List<Event> events = calls(1000);
    DiagramBuilder builder = new DiagramBuilder().addAll(events.subList(0, 1998));
    search.find(builder.build(), "send");
    read = 0;

    List<Integer> found = search.find(builder.addAll(events.subList(1998, 2000)).build(), "send");

    assertThat(found).hasSize(1000);
    assertThat(read).isEqualTo(1);
  }

  @Test
  void whateverIsSteppedAndTypedTheAnswerIsThatOfASearchAnew() {
    for (int seed = 0; seed < 10; seed++) {
      List<Event> events = new RandomEvents(seed).list(300);
      DiagramBuilder builder = new DiagramBuilder();
      for (int i = 0; i < events.size(); i++) {
        Diagram diagram = builder.add(events.get(i)).build();
        String typed = List.of("s", "se", "bind", "bind 5", "", "x").get(i / 7 % 6);
        assertThat(search.find(diagram, typed))
            .as("%s after %d", typed, i)
            .isEqualTo(new RowSearch(words::sentence).find(diagram, typed));
      }
    }
  }
}
