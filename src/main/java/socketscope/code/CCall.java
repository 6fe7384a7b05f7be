package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import socketscope.event.Argument;
import socketscope.event.Function;

/** What stands between the parentheses of a C call. */
final class CCall {

  private final CArguments arguments;

  CCall(CArguments arguments) {
    this.arguments = arguments;
  }

  List<String> of(Step step) {
    List<String> written = new ArrayList<>();
    if (step.on() != null) {
      written.add(onText(step));
    }
    switch (step.function()) {
      case SOCKET, SHUTDOWN, CLOSE, DUP, LISTEN -> rest(step, written);
      case BIND, CONNECT -> written.addAll(arguments.given(step, 1));
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> written.addAll(toldAddress(step));
      case SEND, WRITE -> {
        written.addAll(data(step));
        flags(step, written);
      }
      case SENDTO -> {
        written.addAll(data(step));
        flags(step, written);
        written.addAll(arguments.given(step, 3));
      }
      case RECV, READ -> {
        written.addAll(buffer(step));
        flags(step, written);
      }
      case RECVFROM -> {
        written.addAll(buffer(step));
        flags(step, written);
        written.addAll(toldAddress(step));
      }
      case GETSOCKOPT -> {
        written.addAll(List.of(step.argument(1), step.argument(2)));
        written.addAll(arguments.optionRoomArguments(step));
      }
      case SETSOCKOPT -> {
        written.addAll(List.of(step.argument(1), step.argument(2)));
        written.addAll(arguments.optionArguments(step));
      }
      case FCNTL -> written.addAll(List.of(step.argument(1), word(step, 2)));
      case IOCTL -> written.addAll(List.of(step.argument(1), pointerOr(step, 2, "&value")));
      case SOCKETPAIR -> {
        for (int i = 0; i < 3; i++) {
          written.add(step.argument(i));
        }
        written.add(pointerOr(step, 3, "pair"));
      }
      case POLL -> written.addAll(polled(step));
    }
    return written;
  }

  private static void rest(Step step, List<String> written) {
    for (int i = written.size(); i < step.call().arguments().size(); i++) {
      written.add(step.argument(i));
    }
  }

  private static void flags(Step step, List<String> written) {
    if (step.function() != Function.READ && step.function() != Function.WRITE) {
      written.add(step.argument(2));
    }
  }

  private List<String> data(Step step) {
    return step.given(1) instanceof Argument.Pointer(Argument.Wild to, long size)
        ? List.of(CArguments.nowhere(to), Long.toString(size))
        : arguments.data(step.data());
  }

  private static List<String> buffer(Step step) {
    return step.given(1) instanceof Argument.Pointer(Argument.Wild to, long size)
        ? List.of(CArguments.nowhere(to), Long.toString(size))
        : List.of("buffer", Long.toString(Math.min(step.size(), CArguments.MOST_ROOM)));
  }

  private static String word(Step step, int index) {
    return pointerOr(step, index, step.argument(index));
  }

  private static String pointerOr(Step step, int index, String otherwise) {
    return step.given(index) instanceof Argument.Pointer(Argument.Wild to, _)
        ? CArguments.nowhere(to)
        : otherwise;
  }

  private static List<String> polled(Step step) {
    String timeout = step.argument(1);
    if (step.given(0) instanceof Argument.Pointer(Argument.Wild to, long count)) {
      return List.of(CArguments.nowhere(to), Long.toString(count), timeout);
    }
    int count = step.watched().size();
    return List.of(count == 0 ? "NULL" : CArguments.watchedName(step), "" + count, timeout);
  }

  static List<String> toldAddress(Step step) {
    return CArguments.room(
        step, toldPlace(step), "(struct sockaddr *) &" + told(step), "&" + told(step) + "_length");
  }

  static String told(Step step) {
    return step.keeps() == null ? "told" : step.keeps();
  }

  static int toldPlace(Step step) {
    return step.function() == Function.RECVFROM ? 3 : 1;
  }

  private static String onText(Step step) {
    return Objects.requireNonNull(step.on()).text();
  }
}
