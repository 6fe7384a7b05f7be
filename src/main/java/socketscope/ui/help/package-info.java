/**
 * The pages of the menu Help: the keys, what this machine can show, the format of lessons, and what
 * the application is made with.
 *
 * <p>A page is made when it is opened. It knows no view, and decides nothing.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.help;
