package socketscope.event;

/**
 * The error number that a failed call left (errno(3)), and its name on the system it came from.
 *
 * @param number differs between systems: ECONNREFUSED is 111 on Linux, 61 on macOS
 * @param name does not
 */
public record Errno(int number, String name) {

  @Override
  public String toString() {
    return name;
  }
}
