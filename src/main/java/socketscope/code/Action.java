package socketscope.code;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.Service;
import socketscope.event.SocketAddress;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;

/** Something that a program did and that other programs may notice. */
sealed interface Action {

  /**
   * A server that goes on by itself: its calls become a loop.
   *
   * @param program the program that it runs in
   * @param descriptor the number of its listener
   * @param thread the thread that accepts
   * @param began when it began, in nanoseconds
   */
  record ServerLoop(String program, Service service, int descriptor, long thread, long began) {}

  /** Who did it. */
  String program();

  /** When it began, in nanoseconds. */
  long began();

  /** When the kernel did what it asked for; {@link Long#MAX_VALUE} where it never did. */
  long done();

  /** The server that it belongs to; null for what the experiment asked for step by step. */
  default @Nullable ServerLoop server() {
    return null;
  }

  /** Whether one thread of the exported program does this and the other one, one after another. */
  default boolean sharesThread(Action other) {
    return program().equals(other.program()) && server() == null && other.server() == null;
  }

  /**
   * A call.
   *
   * @param made what the model of the sockets knows of it
   * @param server the server that made it by itself; null where the experiment asked for it
   * @param before the socket that it was made on, as it was then; null where there was none
   * @param created the sockets that it made
   * @param watched the numbers of the sockets that it was to watch
   */
  record CallMade(
      MadeCall made,
      @Nullable ServerLoop server,
      @Nullable SocketRecord before,
      List<SocketRecord> created,
      List<Integer> watched)
      implements Action {

    @Override
    public String program() {
      return made.program();
    }

    @Override
    public long began() {
      return made.since();
    }

    /** When it returned; never, where a signal cut it short. */
    long returned() {
      return interrupted() ? Long.MAX_VALUE : made.until();
    }

    /** A call that may sleep took effect as it woke, any other one at once. */
    @Override
    public long done() {
      return blocked() || result() == null || takes() ? returned() : began();
    }

    @Override
    public boolean sharesThread(Action other) {
      return server == null
          ? Action.super.sharesThread(other)
          : other instanceof CallMade call
              && server.equals(call.server)
              && call.made.thread() == made.thread();
    }

    long callId() {
      return made.id();
    }

    Call call() {
      return made.call();
    }

    Function function() {
      return made.function();
    }

    boolean is(Function... functions) {
      return call().is(functions);
    }

    /** Null where it never returned, or was cut short by a signal. */
    @Nullable Result result() {
      return interrupted() ? null : made.result();
    }

    /** Whether it slept before it returned. */
    boolean blocked() {
      return made.wasBlocked();
    }

    /** Whether a signal cut it short. */
    boolean interrupted() {
      return made.failedWith("EINTR");
    }

    /** For close(): whether the socket lives on, since another descriptor stands for it. */
    boolean kept() {
      return made.returned() != null && made.returned().kept();
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
      return call().address().orElse(null);
    }

    /** The address that it was told; empty where it was told none. */
    Optional<SocketAddress> told() {
      return made.succeeded()
          ? Optional.ofNullable(result()).map(Result::address)
          : Optional.empty();
    }

    /** What it received, message by message. */
    List<Bytes> messages() {
      Result result = result();
      if (result == null || result.data() == null || !function().receives()) {
        return List.of();
      }
      return function().countsBytes()
          ? List.of(result.data())
          : result.data().split(call().received(result));
    }

    boolean failedWith(String errno) {
      return made.failedWith(errno) && !interrupted();
    }

    boolean succeeded() {
      return made.succeeded();
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
