package socketscope.status;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.SocketId;

/** The descriptor that somebody who makes a call most likely means. It forbids no other. */
public final class UsualDescriptor {

  /** What a C program holds in a variable before socket() has given it a descriptor. */
  private static final int NONE = -1;

  private UsualDescriptor() {}

  /**
   * The descriptor for that call.
   *
   * @param selected the socket that the user has picked out, which then is the one; null for none
   * @return -1 where the program has never had a socket
   */
  public static int of(ProgramStatus program, Function function, @Nullable SocketId selected) {
    Optional<SocketStatus> picked = program.socket(selected);
    if (picked.isPresent()) {
      return picked.get().descriptor();
    }
    return last(program, fits(function))
        .or(() -> last(program, socket -> !socket.closed()))
        .or(() -> last(program, _ -> true))
        .map(SocketStatus::descriptor)
        .orElse(NONE);
  }

  private static Predicate<SocketStatus> fits(Function function) {
    boolean setsUp =
        switch (function.basic()) {
          case BIND, LISTEN, ACCEPT, CONNECT -> true;
          default -> false;
        };
    return setsUp
        ? socket -> !socket.closed() && !socket.accepted()
        : socket -> !socket.closed() && !socket.listening();
  }

  private static Optional<SocketStatus> last(
      ProgramStatus program, Predicate<SocketStatus> condition) {
    List<SocketStatus> sockets = program.sockets();
    return sockets.reversed().stream().filter(condition).findFirst();
  }
}
