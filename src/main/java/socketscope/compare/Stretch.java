package socketscope.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of two experiments side by side: a call of one, the call of the other that stands with
 * it, and the rows until the next stretch.
 *
 * @param left the call on the left; null where there is none
 * @param right the call on the right; null where there is none
 * @param differences in what they differ; empty where one is missing
 * @param row the row, of both spaced diagrams, in which it begins
 */
public record Stretch(
    @Nullable ComparedCall left,
    @Nullable ComparedCall right,
    List<Difference> differences,
    int row) {

  /** What is to be said of it. */
  public enum Verdict {
    /** The same call on both sides. */
    SAME,
    /** The same call, with another answer or another effect. */
    DIFFERS,
    /** Only the left side makes it. */
    ONLY_LEFT,
    /** Only the right side makes it. */
    ONLY_RIGHT
  }

  /** Keeps a copy. */
  public Stretch {
    differences = List.copyOf(differences);
    if (left == null && right == null) {
      throw new IllegalArgumentException("no call");
    }
  }

  /** What is to be said of it. */
  public Verdict verdict() {
    if (left == null) {
      return Verdict.ONLY_RIGHT;
    }
    if (right == null) {
      return Verdict.ONLY_LEFT;
    }
    return differences.isEmpty() ? Verdict.SAME : Verdict.DIFFERS;
  }
}
