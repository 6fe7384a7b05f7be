package socketscope.layout;

import java.util.Comparator;
import java.util.List;

/** A stretch of a row, from left to right. */
record Stretch(double from, double to) {

  double width() {
    return to - from;
  }

  double middle() {
    return (from + to) / 2;
  }

  /** Both, with what is between them. */
  Stretch with(Stretch other) {
    return new Stretch(Math.min(from, other.from), Math.max(to, other.to));
  }

  /** The widest part of it that none of the others takes. */
  Stretch without(List<Stretch> others) {
    Stretch widest = new Stretch(from, from);
    double free = from;
    for (Stretch other :
        others.stream().sorted(Comparator.comparingDouble(Stretch::from)).toList()) {
      Stretch before = new Stretch(free, Math.min(other.from, to));
      widest = before.width() > widest.width() ? before : widest;
      free = Math.max(free, other.to);
    }
    Stretch last = new Stretch(free, to);
    return last.width() > widest.width() ? last : widest;
  }
}
