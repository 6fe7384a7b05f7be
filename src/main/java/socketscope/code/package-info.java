/**
 * The experiment as programs that repeat it: one for each of its processes, in C, Rust, Java and
 * Python.
 *
 * <p>{@link socketscope.code.Code} is the way in. {@code History} reads the events, {@code Order}
 * finds where a program has to wait for another, {@code Script} turns that into statements with
 * names, and one {@code Dialect} a language writes them down.
 *
 * <p>Pure: events in, lines out. It must not know a clock, a thread, a file or a window, nor where
 * its words come from: whoever asks hands it a {@link socketscope.code.Wording}.
 */
@org.jspecify.annotations.NullMarked
package socketscope.code;
