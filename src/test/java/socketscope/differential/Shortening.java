package socketscope.differential;

import java.util.ArrayList;
import java.util.List;

/** Finds a short list of steps that still does what a long one does. */
final class Shortening {

  private Shortening() {}

  /** Whether a list of steps still does it. */
  interface Check {
    boolean still(List<String> steps) throws Exception;
  }

  /** Leaves out whatever can be left out, first many steps at once and then one by one. */
  static List<String> of(List<String> steps, Check check) throws Exception {
    List<String> left = new ArrayList<>(steps);
    for (int size = Math.max(1, left.size() / 2); size >= 1; size /= 2) {
      int from = 0;
      while (from < left.size()) {
        List<String> fewer = new ArrayList<>(left);
        fewer.subList(from, Math.min(left.size(), from + size)).clear();
        if (!fewer.isEmpty() && check.still(fewer)) {
          left = fewer;
        } else {
          from += size;
        }
      }
    }
    return left;
  }
}
