/**
 * A captured packet: its layers beside its bytes, each showing where the other is.
 *
 * <p>It shows what {@code packet} reads, and decides nothing about protocols; it does not know the
 * experiment or the rest of the window.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.packet;
