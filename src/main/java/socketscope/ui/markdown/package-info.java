/**
 * Prose in Markdown (CommonMark 0.31) as nodes of a window: paragraphs, headings, lists, quotes and
 * code. The style sheets say how they look.
 *
 * <p>It knows no lesson, reads no file, and opens no link.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.markdown;
