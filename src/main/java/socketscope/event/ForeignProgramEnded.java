package socketscope.event;

/**
 * A foreign program's process is no longer there. How it ended is told to its parent only.
 *
 * @param stamp when it was first missed
 */
public record ForeignProgramEnded(Stamp stamp) implements ForeignEvent {}
