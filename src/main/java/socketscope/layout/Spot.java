package socketscope.layout;

/** A place in a picture. */
public record Spot(double x, double y) {}
