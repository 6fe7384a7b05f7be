/**
 * Writing notes: the small editor at the row that a note is about.
 *
 * <p>It knows the diagram that it stands in, and what keeps the notes; not the rest of the window.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.note;
