/**
 * Pictures of an experiment as files: text, SVG and PNG, all drawn from the same layout, and the
 * words in them.
 *
 * <p>It knows diagrams and layouts. It does not know windows; PNG is drawn by Java2D, which needs
 * no display.
 */
@org.jspecify.annotations.NullMarked
package socketscope.export;
