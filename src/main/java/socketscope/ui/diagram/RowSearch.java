package socketscope.ui.diagram;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import socketscope.diagram.CallRow;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.RepeatRow;
import socketscope.diagram.Row;

/**
 * Finds rows by their words: what is said of them, the call as it was made, its answer and errno,
 * the packet's flags, numbers and ports.
 */
final class RowSearch {

  private final Function<Row, String> sentence;

  /** What rows are found by, since nobody types one letter only. */
  private final IdentityHashMap<Row, String> texts = new IdentityHashMap<>();

  /**
   * @param sentence says a row in one sentence
   */
  RowSearch(Function<Row, String> sentence) {
    this.sentence = sentence;
  }

  /** The rows, by their place, that have all of these words; none where there is no word. */
  List<Integer> find(List<Row> rows, String words) {
    List<String> wanted = words(words);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; !wanted.isEmpty() && i < rows.size(); i++) {
      String text = texts.computeIfAbsent(rows.get(i), this::text);
      if (wanted.stream().allMatch(text::contains)) {
        found.add(i);
      }
    }
    return found;
  }

  private static List<String> words(String text) {
    String clean = text.strip().toLowerCase(Locale.ROOT);
    return clean.isEmpty() ? List.of() : List.of(clean.split("\\s+"));
  }

  private String text(Row row) {
    return (sentence.apply(row) + " " + details(row)).toLowerCase(Locale.ROOT);
  }

  private String details(Row row) {
    return switch (row) {
      case CallRow call -> call.call() + " " + call.result();
      case PacketRow packet ->
          packet.reading().label()
              + " "
              + packet.reading().happenings()
              + " "
              + packet
                  .reading()
                  .packet()
                  .flow()
                  .map(flow -> ends(flow.source(), flow.destination()))
                  .orElse("");
      case InferredRow packet ->
          packet.event().kind() + " " + ends(packet.event().source(), packet.event().destination());
      case RepeatRow repeat -> String.join(" ", repeat.rows().stream().map(this::text).toList());
      case NoteRow _, GapRow _ -> "";
    };
  }

  private static String ends(Object source, Object destination) {
    return source + " " + destination;
  }
}
