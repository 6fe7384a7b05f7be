/**
 * Two experiments side by side: what to compare is chosen, and two diagrams with the same calls at
 * the same heights are shown, with the differences marked between them.
 *
 * <p>{@link socketscope.ui.compare.ComparisonLayer} is all that others need. What is compared, and
 * how it is stepped, is in {@code ui.model}; in what the two differ says the package {@code
 * compare}.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.compare;
