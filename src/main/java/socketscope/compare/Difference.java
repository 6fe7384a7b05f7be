package socketscope.compare;

/**
 * One thing in which two calls that stand together differ.
 *
 * @param left what it is on the left, in the notation of the lessons; empty where it is nothing
 * @param right the same on the right
 */
public record Difference(Aspect aspect, String left, String right) {

  /** In what they differ. */
  public enum Aspect {
    /** Another call of the same kind: {@code send}, {@code sendto}. */
    FUNCTION,
    /** Its arguments, but for numbers of descriptors and ports. */
    ARGUMENTS,
    /** What it answered, or that it has not answered. */
    RESULT,
    /** Whether it was seen to block. */
    BLOCKED,
    /** The packets that followed it. */
    PACKETS,
    /** The states of TCP that followed it. */
    STATES
  }
}
