/**
 * What can happen in an experiment: immutable records of one sealed interface, {@link
 * socketscope.event.Event}, and the words they are made of (calls, arguments, addresses, results).
 *
 * <p>Everything that is shown, stored or exported is a fold of these. The package is pure: it knows
 * no clock, no thread, no file and no system call, and nobody else in the house but {@link
 * socketscope.constant}.
 */
@org.jspecify.annotations.NullMarked
package socketscope.event;
