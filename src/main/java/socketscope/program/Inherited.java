package socketscope.program;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketId;

/**
 * A descriptor that a process is born with. Its {@code toString} is an argument of the program that
 * the process runs.
 *
 * @param closesOnExec whether the parent's has FD_CLOEXEC, which the child's has lost on its way
 * @param socket the socket that it stands for; null where it stands for something else
 * @param domain of the socket: AF_INET ...; empty for something else
 * @param type of the socket: SOCK_STREAM ...; empty for something else
 */
record Inherited(
    int descriptor, boolean closesOnExec, @Nullable SocketId socket, String domain, String type) {

  private static final String NOTHING = "-";
  private static final String SEPARATOR = ",";

  /** Something that is no socket. */
  Inherited(int descriptor, boolean closesOnExec) {
    this(descriptor, closesOnExec, null, "", "");
  }

  /** Reads what {@link #toString} wrote. */
  static Inherited parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    int descriptor = Integer.parseInt(parts[0]);
    boolean closesOnExec = Boolean.parseBoolean(parts[1]);
    return parts[2].equals(NOTHING)
        ? new Inherited(descriptor, closesOnExec)
        : new Inherited(descriptor, closesOnExec, SocketId.parse(parts[2]), parts[3], parts[4]);
  }

  @Override
  public String toString() {
    return String.join(
        SEPARATOR,
        Integer.toString(descriptor),
        Boolean.toString(closesOnExec),
        socket == null ? NOTHING : socket.toString(),
        domain,
        type);
  }
}
