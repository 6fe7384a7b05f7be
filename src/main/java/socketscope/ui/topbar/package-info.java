/** The bar at the top: what is tried, the transport, the settings, and the menu. */
@org.jspecify.annotations.NullMarked
package socketscope.ui.topbar;
