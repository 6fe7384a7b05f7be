package socketscope.socket;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/**
 * What the model must know of the arguments and answers of calls: the one place that reads them.
 */
final class CallArguments {

  /** What a call brings into being. */
  enum Creates {
    NOTHING,
    SOCKET,
    SOCKET_PAIR,
    ACCEPTED,
    DUPLICATE
  }

  private static final long TYPE_BITS = 0xf;
  private static final long NONBLOCK = 0x800;

  private CallArguments() {}

  static Creates creates(Call call) {
    return switch (call.function()) {
      case SOCKET -> Creates.SOCKET;
      case SOCKETPAIR -> Creates.SOCKET_PAIR;
      case ACCEPT -> Creates.ACCEPTED;
      case DUP -> Creates.DUPLICATE;
      case FCNTL -> duplicates(call) ? Creates.DUPLICATE : Creates.NOTHING;
      case BIND, LISTEN, CONNECT, SEND, RECV, SENDTO, RECVFROM, READ, WRITE -> Creates.NOTHING;
      case SHUTDOWN, CLOSE, GETSOCKNAME, GETPEERNAME, GETSOCKOPT, SETSOCKOPT -> Creates.NOTHING;
      case IOCTL, POLL -> Creates.NOTHING;
    };
  }

  private static boolean duplicates(Call call) {
    long command = number(call, 1).orElse(-1);
    return command == 0 || command == 1030;
  }

  static boolean sends(Function function) {
    return function == Function.SEND || function == Function.SENDTO || function == Function.WRITE;
  }

  static boolean receives(Function function) {
    return function == Function.RECV || function == Function.RECVFROM || function == Function.READ;
  }

  /** The address that it names. */
  static @Nullable SocketAddress address(Call call) {
    for (Argument argument : call.arguments()) {
      if (argument instanceof Argument.Address(SocketAddress address)) {
        return address;
      }
    }
    return null;
  }

  /** Whether it dissolves a connection, or takes a name back: AF_UNSPEC (connect(2)). */
  static boolean unspecified(SocketAddress address) {
    return address instanceof SocketAddress.Other other && other.family() == 0;
  }

  /** The two descriptors of socketpair(). */
  static Optional<int[]> pair(Result result) {
    String[] numbers = String.valueOf(result.option()).split(", ", -1);
    return numbers.length == 2
        ? Optional.of(new int[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])})
        : Optional.empty();
  }

  static SocketKind.Family family(Call call) {
    long family = number(call, 0).orElse(-1);
    return family == 2
        ? SocketKind.Family.INET
        : family == 10
            ? SocketKind.Family.INET6
            : family == 1 ? SocketKind.Family.UNIX : SocketKind.Family.OTHER;
  }

  static SocketKind.Type type(Call call) {
    return type(number(call, 1));
  }

  static SocketKind.Type type(String expression) {
    return type(number(expression));
  }

  private static SocketKind.Type type(OptionalLong number) {
    if (number.isEmpty()) {
      return SocketKind.Type.OTHER;
    }
    return switch ((int) (number.getAsLong() & TYPE_BITS)) {
      case 1 -> SocketKind.Type.STREAM;
      case 2 -> SocketKind.Type.DATAGRAM;
      case 3 -> SocketKind.Type.RAW;
      case 5 -> SocketKind.Type.SEQPACKET;
      default -> SocketKind.Type.OTHER;
    };
  }

  static long protocol(Call call) {
    return number(call, 2).orElse(-1);
  }

  /** Whether socket() or socketpair() makes what never waits. */
  static boolean madeNonBlocking(Call call) {
    return (number(call, 1).orElse(0) & NONBLOCK) != 0;
  }

  /** What fcntl() has made of O_NONBLOCK; null where it has not touched it. */
  static @Nullable Boolean nonBlocking(Call call) {
    return number(call, 1).orElse(-1) == 4 ? (number(call, 2).orElse(0) & NONBLOCK) != 0 : null;
  }

  /** Whether shutdown() is of the receiving side. */
  static boolean shutsReading(Call call) {
    return number(call, 1).orElse(-1) != 1;
  }

  /** Whether shutdown() is of the sending side. */
  static boolean shutsWriting(Call call) {
    return number(call, 1).orElse(-1) != 0;
  }

  /** Whether what it receives stays where it is. */
  static boolean peeks(Call call) {
    return receives(call.function())
        && call.function() != Function.READ
        && (number(call, 2).orElse(0) & 2) != 0;
  }

  /** How many bytes it would take at most. */
  static long room(Call call) {
    return switch (call.arguments().get(1)) {
      case Argument.Number(long size) -> size;
      case Argument.Pointer(_, long size) -> size;
      default -> 0;
    };
  }

  static OptionalInt backlog(Call call) {
    return call.arguments().get(1) instanceof Argument.Number(long backlog)
        ? OptionalInt.of((int) backlog)
        : OptionalInt.empty();
  }

  /** The option that setsockopt() or getsockopt() is about. */
  static String option(Call call) {
    return call.arguments().get(2).toString();
  }

  static Argument optionValue(Call call) {
    return call.arguments().get(3);
  }

  /** Whether getsockopt() has taken the error that was pending; null where it asked another. */
  static @Nullable Long pendingError(Call call, Result result) {
    boolean asked = call.function() == Function.GETSOCKOPT && isPendingError(call);
    String told = result.option();
    return asked && told != null && told.matches("\\d+") ? Long.valueOf(told) : null;
  }

  /** The name of an errno that getsockopt() gave as a number. */
  static String errno(long number) {
    return switch ((int) number) {
      case 32 -> "EPIPE";
      case 101 -> "ENETUNREACH";
      case 104 -> "ECONNRESET";
      case 110 -> "ETIMEDOUT";
      case 111 -> "ECONNREFUSED";
      case 113 -> "EHOSTUNREACH";
      default -> "ECONNABORTED";
    };
  }

  private static boolean isPendingError(Call call) {
    return number(call, 1).orElse(-1) == 1 && number(call, 2).orElse(-1) == 4;
  }

  private static OptionalLong number(Call call, int index) {
    return index < call.arguments().size()
        ? number(call.arguments().get(index).toString())
        : OptionalLong.empty();
  }

  private static OptionalLong number(String expression) {
    return Constants.linux().resolve(expression);
  }
}
