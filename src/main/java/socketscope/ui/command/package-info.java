/**
 * What the user can tell the window to do, with the keys for it. Menus, buttons, keys and the list
 * of keys are all made from it.
 *
 * <p>It knows no view and does nothing itself.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.command;
