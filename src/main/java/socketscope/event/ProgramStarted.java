package socketscope.event;

/**
 * A program is a process now, and can take calls.
 *
 * @param pid its process identifier, as {@code ps} shows it
 */
public record ProgramStarted(Stamp stamp, Role role, long pid) implements Event {}
