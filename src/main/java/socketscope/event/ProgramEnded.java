package socketscope.event;

/**
 * A program's process has ended; the kernel has closed its descriptors.
 *
 * @param signal the signal that ended it, or 0
 * @param exitStatus its exit status where no signal ended it
 * @param expected whether it was asked to end
 */
public record ProgramEnded(Stamp stamp, int exitStatus, int signal, boolean expected)
    implements Event {}
