/**
 * What each program and its sockets are doing after a number of events: a fold of them, for whoever
 * shows one moment of an experiment.
 *
 * <p>Pure: it knows events, and the states that follow from them; no clock, thread, file or window,
 * and no words for people.
 */
@org.jspecify.annotations.NullMarked
package socketscope.status;
