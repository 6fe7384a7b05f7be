package socketscope.layout;

import socketscope.event.TcpState;

/**
 * A state in the figure.
 *
 * @param end whether it is the CLOSED at the end; the RFC draws it twice, too
 */
public record StateBox(TcpState state, boolean end, Box box) {}
