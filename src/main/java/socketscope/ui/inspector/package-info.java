/**
 * What is known of the current event: the call, the transcript, and in plain sentences what just
 * happened.
 *
 * <p>It shows what {@code explain} says, and decides nothing.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.inspector;
