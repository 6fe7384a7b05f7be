package socketscope.export;

import socketscope.compare.Comparison;
import socketscope.compare.Stretch;
import socketscope.diagram.Diagram;
import socketscope.diagram.GapRow;
import socketscope.diagram.Row;

/**
 * From which row on it can be said whether two calls differ: when both have returned, and what
 * followed them has come.
 */
final class KnownRows {

  private final Comparison comparison;
  private final int[] left;
  private final int[] right;

  KnownRows(Comparison comparison) {
    this.comparison = comparison;
    this.left = places(comparison.left());
    this.right = places(comparison.right());
  }

  /** Where each row of a diagram stands now that it has gaps. */
  private static int[] places(Diagram spaced) {
    int[] places = new int[spaced.rows().size()];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      Row row = spaced.rows().get(i);
      if (!(row instanceof GapRow)) {
        places[count++] = i;
      }
    }
    return places;
  }

  /** The row for the stretch in that place. */
  int of(int place) {
    Stretch stretch = comparison.stretches().get(place);
    if (stretch.left() == null || stretch.right() == null) {
      return stretch.row();
    }
    boolean last = place + 1 == comparison.stretches().size();
    int next = last ? comparison.rows() : comparison.stretches().get(place + 1).row();
    int returned =
        Math.max(at(left, stretch.left().returnRow()), at(right, stretch.right().returnRow()));
    return Math.max(next - 1, returned);
  }

  private static int at(int[] places, int row) {
    return row < 0 ? row : places[row];
  }
}
