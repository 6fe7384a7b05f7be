/**
 * A program of the experiment: its process, its sockets, its calls with their arguments, and the
 * kernel's queues.
 *
 * <p>It makes calls through {@code CallActions} and does not know who makes them.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.pane;
