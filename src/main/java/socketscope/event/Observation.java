package socketscope.event;

/** What the kernel said when it was asked; nothing that a program did. */
public sealed interface Observation extends Event
    permits SocketObserved, SynSaved, ConnectionObserved, ConnectionForgotten {}
