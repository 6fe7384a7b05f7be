/**
 * The JSON Lines form of what is said between processes and kept in files: events, one object a
 * line, and the requests that the lab sends to a program.
 *
 * <p>The form of the events is documented in docs/trace-format.md. Only Jackson's streaming core is
 * used: it must load fast, since every program starts with it. The package does not know who reads
 * or writes the lines.
 */
@org.jspecify.annotations.NullMarked
package socketscope.json;
