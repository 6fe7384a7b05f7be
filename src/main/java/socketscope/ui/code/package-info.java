/**
 * The experiment as programs: their source with colours, and the line that stands for the current
 * call.
 *
 * <p>It shows what {@code socketscope.code} writes, and must not know how that is done.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.code;
