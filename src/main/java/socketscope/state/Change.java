package socketscope.state;

import socketscope.event.Event;

/** Something changed in how a socket stands. */
public sealed interface Change permits Transition, AddressChange {

  /** The event with which it is known to have happened. */
  Event event();

  /** What brought it about. */
  ChangeCause cause();
}
