/**
 * The view of the sequence diagram: nodes for the rows in sight, drawn by the same sketch as every
 * exported picture, and the motion of rows that are new.
 *
 * <p>{@link socketscope.ui.diagram.DiagramView} is all that others need. The package knows events,
 * diagrams and layouts; it does not know experiments or the rest of the window.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.diagram;
