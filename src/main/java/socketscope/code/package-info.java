/**
 * The experiment as programs that repeat it: one for each of its processes, in C, Rust, Java and
 * Python.
 *
 * <p>{@link socketscope.code.Code} is the way in. {@code History} gathers from the events what the
 * programs did, {@code Order} finds where one has to wait for another, and {@code Script} turns
 * that into statements with names, in no language yet. {@code ProgramWriter} writes them down in a
 * {@code Dialect}: a call by {@code LibraryCall}, from its description alone, or by {@code
 * OwnLibrary} where a language has a library of its own that makes it just so. {@code Functions}
 * adds what the lines need besides.
 *
 * <p>What anything looks like stands in templates, the languages beside one another, and in source
 * files of each language, in the folder {@code code} of the resources. No line of a program is
 * spelled in here.
 *
 * <p>Pure: events in, lines out. It must not know a clock, a thread, a file or a window, nor where
 * its words come from: whoever asks hands it a {@link socketscope.code.Wording}.
 */
@org.jspecify.annotations.NullMarked
package socketscope.code;
