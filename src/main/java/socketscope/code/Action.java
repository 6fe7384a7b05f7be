package socketscope.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;

/** Something that a program did and that other programs may notice. */
sealed interface Action {

  /** Who did it. */
  String program();

  /** When it began, in nanoseconds. */
  long began();

  /** When the kernel did what it asked for; {@link Long#MAX_VALUE} where it never did. */
  long done();

  /** The server that it belongs to; null for what the experiment asked for step by step. */
  default @Nullable Server server() {
    return null;
  }

  /** Whether one thread of the exported program does this and the other one, one after another. */
  default boolean sharesThread(Action other) {
    return program().equals(other.program()) && server() == null && other.server() == null;
  }

  /**
   * A call.
   *
   * @param thread the kernel's identifier of the thread that made it
   * @param server the server that made it by itself; null where the experiment asked for it
   * @param socket the socket that it was made on; null where there was none
   * @param created the socket that it made
   * @param second the other one that socketpair() made
   * @param result null where it never returned, or was cut short by a signal
   * @param blocked whether it slept before it returned
   * @param interrupted whether a signal cut it short
   */
  record CallMade(
      String program,
      long callId,
      long thread,
      @Nullable Server server,
      Call call,
      @Nullable SocketId socket,
      @Nullable SocketId created,
      @Nullable SocketId second,
      @Nullable Result result,
      boolean blocked,
      boolean interrupted,
      long began,
      long returned)
      implements Action {

    /** A call that may sleep took effect as it woke, any other one at once. */
    @Override
    public long done() {
      return blocked || result == null || takes() ? returned : began;
    }

    @Override
    public boolean sharesThread(Action other) {
      return server == null
          ? Action.super.sharesThread(other)
          : other instanceof CallMade made && made.server == server && made.thread == thread;
    }

    Function function() {
      return call.function();
    }

    boolean is(Function... functions) {
      return call.is(functions);
    }

    /** Whether it takes something that others bring, and may sleep until they do. */
    boolean takes() {
      return switch (function().waitsFor()) {
        case CONNECTION, DATA, READINESS -> true;
        case NOTHING, HANDSHAKE, ROOM -> false;
      };
    }

    /** The address that it is given; null where it is given none. */
    @Nullable SocketAddress address() {
      return call.address().orElse(null);
    }

    /** The address that it was told; empty where it was told none. */
    Optional<SocketAddress> told() {
      return result == null || result.failed()
          ? Optional.empty()
          : Optional.ofNullable(result.address());
    }

    boolean failedWith(String errno) {
      return result != null && result.failedWith(errno);
    }

    boolean succeeded() {
      return result != null && !result.failed();
    }
  }

  /** The program's end, which closes all of its descriptors. */
  record ProgramEnd(String program, long began) implements Action {
    @Override
    public long done() {
      return began;
    }
  }
}
