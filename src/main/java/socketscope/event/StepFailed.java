package socketscope.event;

/**
 * A step of a lesson after which the lesson cannot go on as it is meant: its call was not made, did
 * not return, or had nobody left to return to.
 *
 * @param line the line of the step in its file, from 1
 * @param detail the name, address or program that is why; empty where the reason says it all
 * @param left how many steps of the lesson come after it
 */
public record StepFailed(Stamp stamp, int line, Reason reason, String detail, int left)
    implements LessonEvent {

  /** Why it cannot go on. */
  public enum Reason {
    /** A name stands for what a call will give that is still blocked. */
    STILL_BLOCKED,
    /** A name stands for an address that its call did not give. */
    NO_ADDRESS,
    /** The address is not this machine's own. */
    REFUSED_ADDRESS,
    /** All of this machine's addresses, for a socket that is not tied to the loopback device. */
    UNTIED,
    /** A device other than the loopback one. */
    REFUSED_DEVICE,
    /** It would choose by which way packets go. */
    REFUSED_ROUTE,
    /** Not known to be harmless where other programs are on the network. */
    REFUSED_SHARED,
    /** Not known to be harmless anywhere. */
    REFUSED_ANYWHERE,
    /** A descriptor over which the program speaks with the application. */
    REFUSED_DESCRIPTOR,
    /** The program had ended before the call could be made. */
    PROGRAM_ENDED,
    /** A signal was sent, and the kernel has not done what it asks for. */
    NO_EFFECT,
    /** Socketscope itself failed, which was reported. */
    FAILED,
    /** The call was made and has not returned, though the lesson does not say that it blocks. */
    NOT_RETURNED,
    /** The call was made, and the program ended before it returned. */
    NEVER_RETURNED
  }
}
