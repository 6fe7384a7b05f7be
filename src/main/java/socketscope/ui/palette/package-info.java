/**
 * The palette: everything that the window can do, found by typing some of its letters.
 *
 * <p>It knows what it is given to list, and neither what a command does nor where a call is made.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.palette;
