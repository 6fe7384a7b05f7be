package socketscope.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * Puts two sequences beside each other so that as much as possible of what is alike stands together
 * (the longest common subsequence, weighted). Of several such ways it takes the one that pairs
 * earliest.
 *
 * <p>Sequences that grow along the pairs keep the pairs that they have: those of any two beginnings
 * that the pairs lead through are the pairs of those beginnings alone.
 */
public final class Alignment {

  /** Sequences that make a table larger than this are aligned block by block. */
  private static final int LARGEST = 4_000_000;

  private static final int BLOCK = 1_500;

  /** What stands on neither side. */
  public static final int NONE = -1;

  /**
   * Two places that stand beside each other; {@link #NONE} where one sequence has nothing there.
   */
  public record Pair(int left, int right) {

    /** Whether both sequences have something there. */
    public boolean both() {
      return left != NONE && right != NONE;
    }

    private Pair shifted(int leftBy, int rightBy) {
      return new Pair(left == NONE ? NONE : left + leftBy, right == NONE ? NONE : right + rightBy);
    }
  }

  private Alignment() {}

  /**
   * Aligns two sequences.
   *
   * @param affinity how much it is worth that two of them stand together; 0 where they may not
   * @return each place of both sequences once, in order
   */
  public static <T> List<Pair> of(List<T> left, List<T> right, ToIntBiFunction<T, T> affinity) {
    List<Pair> pairs = new ArrayList<>();
    int l = 0;
    int r = 0;
    while ((long) (left.size() - l) * (right.size() - r) > LARGEST) {
      int toLeft = Math.min(left.size(), l + BLOCK);
      int toRight = Math.min(right.size(), r + BLOCK);
      List<Pair> block = table(left.subList(l, toLeft), right.subList(r, toRight), affinity);
      // What comes after the block may pair better with its second half.
      List<Pair> sure = block.subList(0, Math.max(1, block.size() / 2));
      for (Pair pair : sure) {
        pairs.add(pair.shifted(l, r));
      }
      l += (int) sure.stream().filter(pair -> pair.left != NONE).count();
      r += (int) sure.stream().filter(pair -> pair.right != NONE).count();
    }
    for (Pair pair :
        table(left.subList(l, left.size()), right.subList(r, right.size()), affinity)) {
      pairs.add(pair.shifted(l, r));
    }
    return List.copyOf(pairs);
  }

  private static <T> List<Pair> table(List<T> left, List<T> right, ToIntBiFunction<T, T> affinity) {
    int[][] best = new int[left.size() + 1][right.size() + 1];
    for (int l = 1; l <= left.size(); l++) {
      for (int r = 1; r <= right.size(); r++) {
        int together = affinity.applyAsInt(left.get(l - 1), right.get(r - 1));
        int apart = Math.max(best[l - 1][r], best[l][r - 1]);
        best[l][r] = together > 0 ? Math.max(apart, best[l - 1][r - 1] + together) : apart;
      }
    }
    return trace(best);
  }

  /** Goes back from the end; what need not be paired late is left to be paired early. */
  private static List<Pair> trace(int[][] best) {
    List<Pair> pairs = new ArrayList<>();
    int l = best.length - 1;
    int r = best[0].length - 1;
    while (l > 0 || r > 0) {
      if (r > 0 && best[l][r] == best[l][r - 1]) {
        pairs.add(new Pair(NONE, --r));
      } else if (l > 0 && best[l][r] == best[l - 1][r]) {
        pairs.add(new Pair(--l, NONE));
      } else {
        pairs.add(new Pair(--l, --r));
      }
    }
    return pairs.reversed();
  }
}
