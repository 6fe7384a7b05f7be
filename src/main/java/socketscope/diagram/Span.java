package socketscope.diagram;

/** Something that lasts from one row to another, drawn along a lifeline. */
public sealed interface Span<S extends Span<S>> permits Activation, Band, Stop, QueueSpan {

  /** The end of what has not ended. */
  int OPEN = Integer.MAX_VALUE;

  /** The participant along whose line it runs. */
  String program();

  /** Tells apart what runs beside each other along one line, from 0. */
  int lane();

  /** The row in which it begins, from 0. */
  int from();

  /** The row in which it ends, or {@link #OPEN}. May be the row in which it begins. */
  int to();

  /** The same from one row to another. */
  S between(int first, int last);

  /** The same, ended in that row. */
  default S endingAt(int row) {
    return between(from(), row);
  }

  /** Whether it is there in one of the rows from {@code first} to {@code last}. */
  default boolean meets(int first, int last) {
    return from() <= last && to() >= first;
  }
}
