/**
 * An experiment in words: what an errno means here, what an event means and does not mean, a call
 * as strace(1) writes it, and the whole experiment as text.
 *
 * <p>Pure: events in, texts out. It claims only what the events prove. It knows no lesson, diagram,
 * window, process or file; its words are the text areas {@code errno} and {@code explain}.
 */
@org.jspecify.annotations.NullMarked
package socketscope.explain;
