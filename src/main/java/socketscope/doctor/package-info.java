/**
 * Finds out what this machine can show, and what to do for more, in sentences: for the command line
 * and for the window.
 *
 * <p>It knows neither of them, and keeps nothing.
 */
@org.jspecify.annotations.NullMarked
package socketscope.doctor;
