package socketscope.layout;

/**
 * A remark at a lifeline.
 *
 * @param markX the middle of the lifeline that it is about
 * @param markY the height of the mark on that line
 */
public record NoteShape(Box box, Ink ink, Label label, double markX, double markY) {}
