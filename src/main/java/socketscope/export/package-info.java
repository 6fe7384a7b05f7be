/**
 * An experiment as files for other programs: pictures as text, SVG and PNG, all drawn from the same
 * layout, and the words in them; the diagram in Mermaid's language; a page that replays it in a
 * browser; its packets for Wireshark.
 *
 * <p>It knows diagrams and layouts. It does not know windows; PNG is drawn by Java2D, which needs
 * no display.
 */
@org.jspecify.annotations.NullMarked
package socketscope.export;
