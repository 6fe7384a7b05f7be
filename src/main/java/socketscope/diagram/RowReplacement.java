package socketscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts other rows in the place of a diagram's, and has everything else follow them. */
final class RowReplacement {

  /** For each old row the new one that stands for it, or that follows it; one more for the end. */
  private final int[] moved;

  private final boolean[] kept;
  private final List<Row> rows = new ArrayList<>();

  RowReplacement(int rows) {
    moved = new int[rows + 1];
    kept = new boolean[rows];
  }

  /** The next old row stays. */
  void keep(int old, Row row) {
    moved[old] = rows.size();
    kept[old] = true;
    rows.add(row);
  }

  /** The next old row goes. */
  void drop(int old) {
    moved[old] = rows.size();
  }

  /** A row in place of some of those that went. */
  void insert(Row row) {
    rows.add(row);
  }

  /** The diagram with the rows that are left. */
  Diagram over(Diagram diagram) {
    moved[moved.length - 1] = rows.size();
    return new Diagram(
        diagram.origin(),
        diagram.participants().stream().map(this::moved).toList(),
        rows.stream().map(this::moved).toList(),
        all(diagram.activations(), span -> span.between(at(span.from()), at(span.to()))),
        all(diagram.stops(), span -> span.between(at(span.from()), at(span.to()))),
        all(diagram.bands(), span -> span.between(at(span.from()), at(span.to()))),
        all(diagram.waitings(), span -> span.between(at(span.from()), at(span.to()))),
        diagram.annotations().stream()
            .filter(annotation -> kept[annotation.row()])
            .map(annotation -> annotation.at(at(annotation.row())))
            .toList());
  }

  private static <S extends Span<S>> List<S> all(List<S> spans, UnaryOperator<S> move) {
    return spans.stream().map(move).toList();
  }

  private int at(int old) {
    return old == Span.OPEN ? Span.OPEN : moved[Math.clamp(old, 0, moved.length - 1)];
  }

  private Participant moved(Participant participant) {
    return participant.endedIn(at(participant.ended()));
  }

  private Row moved(Row row) {
    return row instanceof CallRow call && call.wokenBy() >= 0
        ? call.wokenBy(kept[call.wokenBy()] ? at(call.wokenBy()) : -1)
        : row;
  }
}
