package socketscope.diagram;

import socketscope.event.Role;

/**
 * A program that takes part, with the kernel behind it.
 *
 * @param pid its process identifier; 0 where no event told it
 * @param ended the row in which it ended; {@link Span#OPEN} while it has not
 * @param foreign whether it is not of the experiment: nobody sees its calls, so that only its
 *     kernel has a line
 */
public record Participant(String program, Role role, long pid, int ended, boolean foreign) {

  /** The same, ended in that row. */
  Participant endedIn(int row) {
    return new Participant(program, role, pid, row, foreign);
  }

  /** The line of the process. */
  public Lifeline programLine() {
    return new Lifeline(program, Lifeline.Kind.PROGRAM);
  }

  /** The line of its kernel. */
  public Lifeline kernelLine() {
    return new Lifeline(program, Lifeline.Kind.KERNEL);
  }
}
