package socketscope.code;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/**
 * Which calls a language leaves out: those that it cannot make, and those that would find something
 * else than in the experiment because a call before them was left out.
 */
final class LeftOut {

  private final Set<String> lost = new HashSet<>();
  private final Set<Long> calls = new HashSet<>();

  /** Goes through the calls in order. */
  static Set<Long> of(List<Step> steps, Predicate<Step> cannot) {
    LeftOut left = new LeftOut();
    for (Step step : steps) {
      if (cannot.test(step) || left.isLost(step)) {
        left.leave(step);
      }
    }
    return Set.copyOf(left.calls);
  }

  private boolean isLost(Step step) {
    return isLost(step.on())
        || step.watched().stream().anyMatch(this::isLost)
        || step.target() instanceof Target.Heard heard && lost.contains(heard.variable());
  }

  private boolean isLost(@Nullable Handle handle) {
    return handle != null && lost.contains(handle.text());
  }

  private void leave(Step step) {
    calls.add(step.callId());
    if (step.creates() != null) {
      lost.add(step.creates().text());
    }
    if (step.second() != null) {
      lost.add(step.second().text());
    }
    if (step.keeps() != null) {
      lost.add(step.keeps());
    }
    if (step.on() != null && !step.failed() && changes(step.function())) {
      lost.add(step.on().text());
    }
  }

  private static boolean changes(Function function) {
    return switch (function) {
      case GETSOCKNAME, GETPEERNAME, GETSOCKOPT, DUP, POLL -> false;
      default -> true;
    };
  }

  /**
   * Whether the call is one that only C makes as it was: with a pointer, a length or a structure of
   * its own, with an address that is none of the Internet's, or a call that libraries hide.
   */
  static boolean wantsC(Step step) {
    return switch (step.function()) {
      case SOCKETPAIR, DUP, POLL -> true;
      case SOCKET -> step.argument(0).contains("AF_UNIX") || step.argument(0).equals("1");
      case GETSOCKOPT ->
          step.given(3) != null
              || OptionKind.of(step) != OptionKind.INT && OptionKind.of(step) != OptionKind.LINGER;
      case SETSOCKOPT -> step.given(4) != null || !(step.given(3) instanceof Argument.Number);
      case IOCTL -> step.given(2) != null;
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> step.given(1) != null;
      case RECVFROM -> step.given(3) != null || isPointer(step);
      case SENDTO -> isPointer(step) || !isInternet(step) || step.given(4) != null;
      case BIND, CONNECT -> !isInternet(step) || step.given(2) != null;
      case SEND, WRITE, RECV, READ -> isPointer(step);
      case FCNTL -> step.given(2) instanceof Argument.Pointer;
      case LISTEN, SHUTDOWN, CLOSE -> false;
    };
  }

  private static boolean isPointer(Step step) {
    return step.given(1) instanceof Argument.Pointer;
  }

  private static boolean isInternet(Step step) {
    SocketAddress address = step.made().address();
    return address instanceof SocketAddress.Inet4 || address instanceof SocketAddress.Inet6;
  }
}
