package socketscope.event;

/** An event in the life of the capture, which sees packets cross the loopback interface. */
public sealed interface CaptureEvent extends Event
    permits CaptureStarted, PacketSeen, CaptureEnded {}
