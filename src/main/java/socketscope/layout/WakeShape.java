package socketscope.layout;

/**
 * The way from the packet that woke a blocked call to its return: a dot where the packet came in,
 * and a thin line down along the kernel.
 *
 * @param x1 the point of the packet's arrow
 * @param y1 its height
 * @param x2 where the return starts
 * @param y2 its height
 * @param radius of the dot
 */
public record WakeShape(double x1, double y1, double x2, double y2, double radius) {

  /** The dot. */
  public Box dot() {
    return Box.around(x1, y1, 2 * radius, 2 * radius);
  }
}
