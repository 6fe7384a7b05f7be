/**
 * The lecture: the diagram over the whole screen, to be read from the last row and to be stepped
 * through with a presenter's remote.
 *
 * <p>{@link socketscope.ui.lecture.Lecture} is all that others need. The package shows what the
 * recording shows, larger; it makes no call and changes no setting that outlives the lecture but
 * the pointer. It does not know the rest of the window, nor where the panes come from that it
 * borrows.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.lecture;
