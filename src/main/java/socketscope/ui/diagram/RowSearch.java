package socketscope.ui.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import socketscope.diagram.Annotation;
import socketscope.diagram.CallRow;
import socketscope.diagram.Diagram;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.RepeatRow;
import socketscope.diagram.Row;

/**
 * Finds rows by their words: what is said of them, the call as it was made, its answer and errno,
 * the packet's flags, numbers and ports, and what somebody noted about them.
 */
final class RowSearch {

  private final Function<Row, String> sentence;

  /** What rows are found by, since nobody types one letter only. */
  private final IdentityHashMap<Row, String> texts = new IdentityHashMap<>();

  private List<Row> searched = List.of();
  private Map<Integer, String> noted = Map.of();
  private List<String> wanted = List.of();
  private List<Integer> found = List.of();

  /** How many of the rows that are searched have been read. */
  private int read;

  /**
   * @param sentence says a row in one sentence
   */
  RowSearch(Function<Row, String> sentence) {
    this.sentence = sentence;
  }

  /** The rows, by their place, that have all of these words; none where there is no word. */
  List<Integer> find(Diagram diagram, String words) {
    List<String> now = words(words);
    List<Row> rows = diagram.rows();
    Map<Integer, String> notes = notes(diagram);
    int same = notes.equals(noted) ? common(rows) : 0;
    boolean whole = same == rows.size() && same == searched.size();
    if (!whole || !now.equals(wanted)) {
      boolean fewer = whole && goesOn(now);
      int known = fewer || !now.equals(wanted) ? 0 : same;
      int end = now.isEmpty() ? 0 : rows.size();
      List<Integer> places = new ArrayList<>(found.subList(0, countBelow(known)));
      (fewer ? found.stream() : IntStream.range(known, end).boxed())
          .filter(place -> has(rows.get(place), notes.getOrDefault(place, ""), now))
          .forEach(places::add);
      search(rows);
      found = List.copyOf(places);
      noted = notes;
      wanted = now;
    }
    return found;
  }

  /** How many of those that were found are before that place. */
  private int countBelow(int place) {
    int at = Collections.binarySearch(found, place);
    return at < 0 ? -at - 1 : at;
  }

  /** What is noted about the rows, by their place. */
  private static Map<Integer, String> notes(Diagram diagram) {
    Map<Integer, String> notes = new HashMap<>();
    for (Annotation annotation : diagram.annotations()) {
      String text = " " + annotation.text().toLowerCase(Locale.ROOT);
      notes.merge(annotation.row(), text, String::concat);
    }
    return notes;
  }

  /** How many of the rows, from the first on, are those that were searched: one steps by few. */
  @SuppressWarnings("ReferenceEquality") // the rows of one diagram, and there are many
  private int common(List<Row> rows) {
    if (isSearched(rows)) {
      return rows.size();
    }
    int same = 0;
    while (same < Math.min(rows.size(), searched.size()) && rows.get(same) == searched.get(same)) {
      same++;
    }
    return same;
  }

  /** Whether what is typed now was begun before: what did not fit then does not fit now. */
  private boolean goesOn(List<String> now) {
    return !wanted.isEmpty()
        && now.size() >= wanted.size()
        && IntStream.range(0, wanted.size()).allMatch(i -> now.get(i).startsWith(wanted.get(i)));
  }

  private boolean has(Row row, String note, List<String> words) {
    String text = texts.computeIfAbsent(row, this::text);
    return words.stream().allMatch(word -> text.contains(word) || note.contains(word));
  }

  /**
   * Reads so many more of the rows, for the first letter to be found as fast as the others.
   *
   * @return whether there are more
   */
  boolean prepare(List<Row> rows, int count) {
    if (!isSearched(rows)) {
      search(rows);
      wanted = List.of();
      found = List.of();
    }
    for (int end = Math.min(rows.size(), read + count); read < end; read++) {
      texts.computeIfAbsent(rows.get(read), this::text);
    }
    return read < rows.size();
  }

  @SuppressWarnings("ReferenceEquality") // the rows of one diagram, and there are many
  private boolean isSearched(List<Row> rows) {
    return rows == searched;
  }

  private void search(List<Row> rows) {
    if (!isSearched(rows)) {
      searched = rows;
      read = 0;
    }
    if (texts.size() > 2 * rows.size()) {
      texts.clear(); // they were those of another experiment
    }
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
