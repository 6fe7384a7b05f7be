package socketscope.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Row;

/**
 * Everything that belongs to one row and to no other.
 *
 * @param index counts the rows from 0
 * @param box the whole row; a state's label may reach a little below it
 * @param time its time since the diagram's origin, or its distance from the time above it
 * @param arrow for a call or a packet
 * @param answer for a call that returned at once: what comes back
 * @param note for what is said in words
 * @param labels the texts at the arrow and at the states that begin here
 * @param tags the queues that change here
 * @param annotation what somebody noted about the row
 */
public record RowShape(
    int index,
    Row row,
    Box box,
    Label time,
    @Nullable Arrow arrow,
    @Nullable Arrow answer,
    @Nullable NoteShape note,
    List<Label> labels,
    List<Tag> tags,
    @Nullable Tag annotation) {

  public RowShape {
    labels = List.copyOf(labels);
    tags = List.copyOf(tags);
  }

  /**
   * A remark at a lifeline.
   *
   * @param markX the middle of the lifeline that it is about
   * @param markY the height of the mark on that line
   */
  public record NoteShape(Box box, Ink ink, Label label, double markX, double markY) {}

  /** A small filled box with a text on it, such as the bytes that wait in a queue. */
  public record Tag(Box box, Ink ink, Label label) {}
}
