package socketscope.event;

import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;

/**
 * The error number that a failed call left (errno(3)), and its name on the system it came from.
 *
 * @param number differs between systems: ECONNREFUSED is 111 on Linux, 61 on macOS
 * @param name does not
 */
public record Errno(int number, String name) {

  /** The error of a number; one that has no name on that system is called by its number. */
  public static Errno of(int number, Constants constants) {
    return new Errno(number, constants.constant(ConstantSet.ERRNO, number).spelled());
  }

  @Override
  public String toString() {
    return name;
  }
}
