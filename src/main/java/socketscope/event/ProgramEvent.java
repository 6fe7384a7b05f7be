package socketscope.event;

/** Something that became of a program while it runs, beside the calls that it makes. */
public sealed interface ProgramEvent extends Event
    permits ProgramStopped, ProgramContinued, SignalSent, ServiceStarted, ServiceEnded {}
