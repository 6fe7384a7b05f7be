package socketscope.event;

/**
 * A socket as such, not the number of its descriptor: the kernel gives a closed descriptor's number
 * to the next socket at once.
 *
 * @param program the program that made or accepted it
 * @param number counts the sockets of that program from 1
 */
public record SocketId(String program, int number) {

  /** Reads what {@link #toString} wrote. */
  public static SocketId parse(String text) {
    int at = text.lastIndexOf('#');
    if (at < 1) {
      throw new IllegalArgumentException("not a socket: " + text);
    }
    return new SocketId(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return program + "#" + number;
  }
}
