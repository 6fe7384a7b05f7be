package socketscope.layout;

import socketscope.layout.RowShape.NoteShape;
import socketscope.layout.RowShape.Tag;

/** Draws marks on a screen, into a file or into a grid of characters. */
public interface Pen {

  /** What follows up to {@link #end} belongs together, and is called that; may be empty. */
  void begin(String title);

  /** Ends what {@link #begin} began. */
  void end();

  /** A filled rectangle with round corners. */
  void box(Box box, double radius, Ink ink);

  /** A rectangle's outline. */
  void outline(Box box, double radius, double width, Ink ink);

  /** A rectangle with an outline and slanting stripes. */
  void hatch(Box box, double radius, Ink ink);

  /** A straight stroke. */
  void line(double x1, double y1, double x2, double y2, double width, boolean dashed, Ink ink);

  /** An arrow with its head and its cross. */
  void arrow(Arrow arrow);

  /** A text. */
  void label(Label label);

  /** A remark's box with its text. */
  void note(NoteShape note);

  /** A tag's box with its text. */
  void tag(Tag tag);
}
