package socketscope.layout;

import socketscope.layout.Label.Anchor;

/**
 * A word at an arrow of the figure.
 *
 * @param x where it starts, ends or has its middle, as its anchor says
 * @param y its baseline
 */
public record StateWord(String text, double x, double y, Anchor anchor) {}
