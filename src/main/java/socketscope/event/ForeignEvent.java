package socketscope.event;

/**
 * What became known of a foreign program: one on this machine that is not of the experiment, and
 * that takes part in it, since it speaks with one of its sockets. Its calls are never known. The
 * program's name in the stamp tells its command and process, as in {@code nc[4711]}, or its address
 * where its process is not known, {@code 127.0.0.1:40123}; no program of an experiment has such a
 * name.
 */
public sealed interface ForeignEvent extends Event
    permits ForeignSocketSeen, ForeignSocketObserved, ForeignProgramEnded {}
