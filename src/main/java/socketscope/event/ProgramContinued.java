package socketscope.event;

/** A stopped program goes on (SIGCONT), where it was. */
public record ProgramContinued(Stamp stamp) implements ProgramEvent {}
