/**
 * The texts of the window in the language that is chosen, which changes while it runs.
 *
 * <p>It knows the text bundles, and no view.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.wording;
