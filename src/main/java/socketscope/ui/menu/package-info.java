/**
 * The menus at the top of the window: what stands in them, which is data, and the bar that is made
 * from it.
 *
 * <p>It gives commands and knows no view. A new command is one line in {@code Menus}.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.menu;
