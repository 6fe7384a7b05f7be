/**
 * The states tab: the figure of RFC 9293 with the ways that both ends of a connection went, and the
 * transitions of the socket that is looked at, one by one.
 *
 * <p>It shows what {@code state} folds and where {@code layout} puts it, and decides nothing.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.state;
