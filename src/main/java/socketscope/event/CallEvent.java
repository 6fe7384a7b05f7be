package socketscope.event;

/** An event in the life of one system call. */
public sealed interface CallEvent extends Event
    permits CallQueued, CallStarted, CallBlocked, CallReturned {

  /** Tells the calls of an experiment apart; the same in every event of one call. */
  long callId();
}
