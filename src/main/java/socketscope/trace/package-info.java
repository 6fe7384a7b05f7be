/**
 * The ordered record of an experiment: in memory, and as a file that grows while it runs.
 *
 * <p>Events arrive late and out of order; the trace puts them in the order of their time. A file
 * holds them as they came and is put in order when it is read. The form of the file is documented
 * in docs/trace-format.md. The package knows neither programs nor pictures.
 */
@org.jspecify.annotations.NullMarked
package socketscope.trace;
