package socketscope.diagram;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An unchanging list of spans that finds those of some rows without looking at all of them.
 *
 * <p>Spans mostly stand in the order in which they begin, so that the end of those wanted is found
 * by halving; for their beginning, each block of them knows how far down its spans reach.
 */
final class SpanList<S extends Span<S>> extends AbstractList<S> implements RandomAccess {

  private static final int BLOCK = 32;

  private final List<S> spans;

  /** The greatest end in each block. */
  private final int[] reach;

  private final boolean inOrder;

  /** Counted when they are asked for: only bands are. */
  private @Nullable Map<String, Integer> lanes;

  private SpanList(List<S> spans) {
    this.spans = spans;
    this.reach = new int[(spans.size() + BLOCK - 1) / BLOCK];
    boolean ordered = true;
    int before = Integer.MIN_VALUE;
    for (int i = 0; i < spans.size(); i++) {
      S span = spans.get(i);
      reach[i / BLOCK] = Math.max(reach[i / BLOCK], span.to());
      ordered &= before <= span.from();
      before = span.from();
    }
    inOrder = ordered;
  }

  static <S extends Span<S>> SpanList<S> copyOf(List<S> spans) {
    return spans instanceof SpanList<S> known ? known : new SpanList<>(List.copyOf(spans));
  }

  @Override
  public S get(int index) {
    return spans.get(index);
  }

  @Override
  public int size() {
    return spans.size();
  }

  /** How many lanes a program's spans take. */
  int lanes(String program) {
    Map<String, Integer> known = lanes;
    if (known == null) {
      known = new HashMap<>();
      for (S span : spans) {
        known.merge(span.program(), span.lane() + 1, Math::max);
      }
      lanes = known;
    }
    return known.getOrDefault(program, 0);
  }

  /** Those that are there in one of the rows from {@code first} to {@code last}, in their order. */
  List<S> meeting(int first, int last) {
    int end = firstFrom(last + 1L);
    List<S> found = new ArrayList<>();
    for (int block = 0; block * BLOCK < end; block++) {
      for (int i = block * BLOCK;
          reach[block] >= first && i < Math.min(end, (block + 1) * BLOCK);
          i++) {
        if (spans.get(i).meets(first, last)) {
          found.add(spans.get(i));
        }
      }
    }
    return found;
  }

  /** Those that begin in a row from {@code first} up to, but not with, {@code end}. */
  List<S> beginning(int first, int end) {
    List<S> found = new ArrayList<>();
    for (int i = inOrder ? firstFrom(first) : 0; i < firstFrom(end); i++) {
      S span = spans.get(i);
      if (span.from() >= first && span.from() < end) {
        found.add(span);
      }
    }
    return found;
  }

  /** The place of the first one that begins in that row or later; the size where that is open. */
  private int firstFrom(long row) {
    if (!inOrder) {
      return spans.size();
    }
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).from() >= row) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
