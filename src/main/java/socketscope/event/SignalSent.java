package socketscope.event;

/**
 * A program is sent a signal that ends it, kill(2). What the kernel does with the program's sockets
 * comes after this, and mostly before the {@link ProgramEnded} that tells of its end.
 *
 * @param stamp the moment before the signal
 * @param signal SIGTERM or SIGKILL; of the others {@link ProgramStopped} and {@link
 *     ProgramContinued} tell when the kernel has done what they ask for
 */
public record SignalSent(Stamp stamp, Signal signal) implements ProgramEvent {}
