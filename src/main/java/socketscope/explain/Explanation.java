package socketscope.explain;

/**
 * A failed call as a lesson.
 *
 * @param title the errno's name and number, and what it says in a few words
 * @param meaning what it means in this call
 * @param advice what to try next
 */
public record Explanation(String title, String meaning, String advice) {

  /** The same with another advice. */
  Explanation withAdvice(String other) {
    return new Explanation(title, meaning, other);
  }
}
