package socketscope.layout;

import socketscope.diagram.Lifeline;

/**
 * The line of a lifeline itself.
 *
 * @param ends whether its program ends at the bottom of it
 */
public record Stem(Lifeline lifeline, double x, double top, double bottom, boolean ends) {}
