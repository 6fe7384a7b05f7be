package socketscope.diagram;

/** One vertical line: a program, or the kernel as that program's sockets see it. */
public record Lifeline(String program, Kind kind) {

  /** Which of a participant's two lines. */
  public enum Kind {
    /** The process. */
    PROGRAM,
    /** The kernel's side of its sockets. */
    KERNEL
  }
}
