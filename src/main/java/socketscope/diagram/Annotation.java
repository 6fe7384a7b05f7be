package socketscope.diagram;

/**
 * What somebody noted about a row. (A {@link NoteRow} is what the experiment itself says in words.)
 *
 * @param row counts the rows from 0
 */
public record Annotation(int row, String text) {

  /** The same for another row. */
  Annotation at(int other) {
    return new Annotation(other, text);
  }
}
