package socketscope.compare;

import java.util.ArrayList;
import java.util.List;
import socketscope.compare.Alignment.Pair;
import socketscope.compare.Stretch.Verdict;
import socketscope.diagram.Diagram;
import socketscope.diagram.Look;
import socketscope.event.Event;

/**
 * Two experiments side by side.
 *
 * @param left the diagram of the left one, spaced so that each of its rows is where its counterpart
 *     is in the other
 * @param right the same of the right one; it has as many rows
 * @param stretches the calls of both, in order
 */
public record Comparison(Diagram left, Diagram right, List<Stretch> stretches) {

  /** Nothing beside nothing. */
  public static final Comparison EMPTY = new Comparison(Diagram.EMPTY, Diagram.EMPTY, List.of());

  /** Keeps a copy. */
  public Comparison {
    stretches = List.copyOf(stretches);
  }

  /** Compares the events of two experiments, each in the order of time. */
  public static Comparison of(List<? extends Event> left, List<? extends Event> right) {
    Diagram ours = Diagram.of(left);
    Diagram theirs = Diagram.of(right);
    List<ComparedCall> leftCalls = CallSequence.of(ours);
    List<ComparedCall> rightCalls = CallSequence.of(theirs);
    List<Pair> pairs =
        Alignment.of(leftCalls, rightCalls, (one, other) -> one.key().affinity(other.key()));
    Differences differences =
        new Differences(
            new StableNames(left), new StableNames(right), hasAcks(ours) != hasAcks(theirs));
    Spacing spacing = new Spacing(ours, theirs, leftCalls, rightCalls, pairs);
    List<Stretch> stretches = new ArrayList<>();
    for (Pair pair : pairs) {
      ComparedCall one = pair.left() == Alignment.NONE ? null : leftCalls.get(pair.left());
      ComparedCall other = pair.right() == Alignment.NONE ? null : rightCalls.get(pair.right());
      List<Difference> found =
          one == null || other == null ? List.of() : differences.of(one, other);
      stretches.add(new Stretch(one, other, found, spacing.add(pair)));
    }
    return new Comparison(spacing.left(), spacing.right(), stretches);
  }

  private static boolean hasAcks(Diagram diagram) {
    return diagram.rows().stream()
        .anyMatch(row -> SentPacket.isPacket(row) && row.look() == Look.ACK);
  }

  /** The stretches in which the two are not the same. */
  public List<Stretch> differing() {
    return stretches.stream().filter(stretch -> stretch.verdict() != Verdict.SAME).toList();
  }

  /** How many rows both diagrams have. */
  public int rows() {
    return left.rows().size();
  }
}
