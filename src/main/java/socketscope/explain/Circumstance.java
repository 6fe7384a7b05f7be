package socketscope.explain;

import java.util.Arrays;
import java.util.List;

/**
 * Something that is known about a call that failed.
 *
 * @param details the values that its text names: the arguments of the text from {@code {2}} on
 */
record Circumstance(Situation situation, List<Object> details) {

  Circumstance {
    details = List.copyOf(details);
  }

  static Circumstance of(Situation situation, Object... details) {
    return new Circumstance(situation, Arrays.asList(details));
  }
}
