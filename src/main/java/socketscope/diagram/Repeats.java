package socketscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds rows that come again and again, such as the calls and packets of a loop. */
final class Repeats {

  /** The longest run of rows whose coming again is looked for. */
  private static final int LONGEST = 16;

  /** How many rows must go for it: a few can be read as they are. */
  private static final int LEAST = 6;

  private final List<Row> rows;
  private final List<Object> kinds = new ArrayList<>();

  /** A row that somebody has noted something about is like no other, so that it is shown. */
  private Repeats(Diagram diagram) {
    rows = diagram.rows();
    rows.forEach(row -> kinds.add(kind(row)));
    diagram.annotations().forEach(annotation -> kinds.set(annotation.row(), new Object()));
  }

  static Diagram collapse(Diagram diagram) {
    return new Repeats(diagram).replacement().over(diagram);
  }

  private RowReplacement replacement() {
    RowReplacement replacement = new RowReplacement(rows.size());
    int at = 0;
    while (at < rows.size()) {
      int period = bestPeriod(at);
      int again = period == 0 ? 0 : again(at, period);
      int kept = Math.max(1, period);
      for (int i = at; i < at + kept; i++) {
        replacement.keep(i, rows.get(i));
      }
      at += kept;
      if (again > 0) {
        for (int i = at; i < at + again; i++) {
          replacement.drop(i);
        }
        replacement.insert(new RepeatRow(rows.subList(at, at + again), period));
        at += again;
      }
    }
    return replacement;
  }

  /** The shortest of those that leave the fewest rows; 0 where there is none. */
  private int bestPeriod(int from) {
    int best = 0;
    int most = LEAST - 1;
    for (int period = 1; period <= LONGEST; period++) {
      int again = again(from, period);
      if (again > most) {
        most = again;
        best = period;
      }
    }
    return best;
  }

  /** How many rows after the first so many are just those, again and again. */
  private int again(int from, int period) {
    int same = 0;
    while (from + period + same < rows.size()
        && kinds.get(from + same).equals(kinds.get(from + period + same))) {
      same++;
    }
    return same - same % period;
  }

  /** Equal for rows that say the same but for their times and numbers. */
  private static Object kind(Row row) {
    return switch (row) {
      case CallRow call ->
          List.of(
              call.program(),
              call.phase(),
              Objects.requireNonNullElse(call.call() == null ? null : call.call().function(), "?"),
              call.call() == null ? -1 : call.call().descriptor().orElse(-1),
              call.result() == null ? "" : Objects.requireNonNullElse(call.result().errno(), ""));
      case PacketRow packet -> way(packet);
      case InferredRow packet -> way(packet);
      case NoteRow _, RepeatRow _, GapRow _ -> new Object();
    };
  }

  private static Object way(Row packet) {
    return Objects.requireNonNull(Way.of(packet));
  }
}
