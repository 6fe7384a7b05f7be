package socketscope.event;

/**
 * The kernel has stopped a program (SIGSTOP): none of its threads runs until it is continued. Its
 * sockets are the kernel's, which goes on without it.
 */
public record ProgramStopped(Stamp stamp) implements ProgramEvent {}
