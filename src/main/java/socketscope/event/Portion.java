package socketscope.event;

import java.util.Optional;

/**
 * How much a call did of what it was asked for, where that is a part of it: a send that the kernel
 * took only the beginning of, a receive that found less than there was room for.
 *
 * @param done so many bytes
 * @param asked of so many: given to send, or received at most
 */
public record Portion(long done, long asked) {

  /** The part that was done; empty where all of it was, or nothing, or the call moves no bytes. */
  public static Optional<Portion> of(Call call, Result result) {
    if (result.failed() || call.arguments().size() < 2) {
      return Optional.empty();
    }
    long asked =
        switch (call.function()) {
          case SEND, SENDTO, WRITE, RECV, RECVFROM, READ -> asked(call.arguments().get(1));
          case SOCKET,
              BIND,
              LISTEN,
              ACCEPT,
              CONNECT,
              SHUTDOWN,
              CLOSE,
              GETSOCKNAME,
              GETPEERNAME,
              GETSOCKOPT,
              SETSOCKOPT,
              FCNTL,
              IOCTL,
              SOCKETPAIR,
              DUP,
              POLL ->
              0;
        };
    return result.value() > 0 && result.value() < asked
        ? Optional.of(new Portion(result.value(), asked))
        : Optional.empty();
  }

  private static long asked(Argument argument) {
    return switch (argument) {
      case Argument.Data(Bytes bytes) -> bytes.length();
      case Argument.Number(long size) -> size;
      case Argument.Pointer(_, long size) -> size;
      case Argument.Descriptor _,
          Argument.Constant _,
          Argument.Address _,
          Argument.Structure _,
          Argument.Watched _ ->
          0;
    };
  }

  /** Whether it is the part of what was to be sent. */
  public static boolean sends(Function function) {
    return function == Function.SEND || function == Function.SENDTO || function == Function.WRITE;
  }
}
