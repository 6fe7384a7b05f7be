package socketscope.layout;

import java.util.Comparator;
import java.util.List;

/** A stretch of a row, from left to right. */
record Interval(double from, double to) {

  double width() {
    return to - from;
  }

  double middle() {
    return (from + to) / 2;
  }

  /** Both, with what is between them. */
  Interval with(Interval other) {
    return new Interval(Math.min(from, other.from), Math.max(to, other.to));
  }

  /** The widest part of it that none of the others takes. */
  Interval without(List<Interval> others) {
    Interval widest = new Interval(from, from);
    double free = from;
    for (Interval other :
        others.stream().sorted(Comparator.comparingDouble(Interval::from)).toList()) {
      Interval before = new Interval(free, Math.min(other.from, to));
      widest = before.width() > widest.width() ? before : widest;
      free = Math.max(free, other.to);
    }
    Interval last = new Interval(free, to);
    return last.width() > widest.width() ? last : widest;
  }
}
