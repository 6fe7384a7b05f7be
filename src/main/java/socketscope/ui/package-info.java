/**
 * The window: composes the views, and carries events to the JavaFX thread.
 *
 * <p>{@code Window} starts it, {@code EventPump} alone calls {@code Platform.runLater}. A window
 * composes views and decides nothing; what it shows is in {@code ui.model}. It makes no system call
 * on a socket and knows no process.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui;
