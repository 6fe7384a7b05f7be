package socketscope.code;

import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;

/** Something that a program did and that others may notice. */
sealed interface Deed {

  /** Who did it. */
  String program();

  /** When it began, in nanoseconds. */
  long began();

  /** When the kernel did what it asked for; {@link Long#MAX_VALUE} where it never did. */
  long done();

  /**
   * A call.
   *
   * @param socket the socket that it was made on; null where there was none
   * @param created the socket that it made
   * @param second the other one that socketpair() made
   * @param result null where it never returned, or was cut short by a signal
   * @param blocked whether it slept before it returned
   */
  record Made(
      String program,
      long callId,
      Call call,
      @Nullable SocketId socket,
      @Nullable SocketId created,
      @Nullable SocketId second,
      @Nullable Result result,
      boolean blocked,
      boolean interrupted,
      long began,
      long returned)
      implements Deed {

    /** A call that may sleep took effect as it woke, any other one at once. */
    @Override
    public long done() {
      return blocked || result == null || takes() ? returned : began;
    }

    /** Whether it takes something that others bring, and may sleep until they do. */
    boolean takes() {
      return switch (call.function()) {
        case ACCEPT, RECV, RECVFROM, READ, POLL -> true;
        default -> false;
      };
    }

    /** An argument as a lesson writes it. */
    String argument(int index) {
      return call.arguments().get(index).toString();
    }

    /** The address that it is given; null where it is given none. */
    @Nullable SocketAddress address() {
      for (Argument argument : call.arguments()) {
        if (argument instanceof Argument.Address(SocketAddress address)) {
          return address;
        }
      }
      return null;
    }

    boolean failedWith(String errno) {
      return result != null && result.errno() != null && result.errno().name().equals(errno);
    }

    boolean succeeded() {
      return result != null && !result.failed();
    }
  }

  /** The program's end, which closes all of its descriptors. */
  record Ended(String program, long began) implements Deed {
    @Override
    public long done() {
      return began;
    }
  }
}
