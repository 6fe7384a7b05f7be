/**
 * The geometry of a diagram: where every line, arrow and word stands, as a pure function of the
 * diagram and of what the place to draw on is like. {@link socketscope.layout.Layout#of} is that
 * function; {@link socketscope.layout.Sketch} draws its {@link socketscope.layout.Picture} with any
 * {@link socketscope.layout.Pen}, so that the screen, the exported files and the tests show the
 * same picture.
 *
 * <p>It knows the diagram only: no toolkit, no colour (an {@link socketscope.layout.Ink} is a
 * meaning), no font file (widths come through {@link socketscope.layout.TextMeasure}) and no human
 * language (words come through {@link socketscope.layout.PictureWords}).
 */
@org.jspecify.annotations.NullMarked
package socketscope.layout;
