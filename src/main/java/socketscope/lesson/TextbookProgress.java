package socketscope.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.SocketId;

/** How far a program has come in the textbook's order: a fold of its events. */
final class TextbookProgress {

  private final String program;
  private final List<Function> order;
  private final Map<Long, CallStarted> running = new HashMap<>();
  private int done;
  private @Nullable SocketId made;
  private @Nullable SocketId accepted;

  TextbookProgress(String program, List<Function> order) {
    this.program = program;
    this.order = order;
  }

  void add(Event event) {
    if (!event.program().equals(program)) {
      return;
    }
    if (event instanceof CallStarted started) {
      running.put(started.callId(), started);
    } else if (event instanceof CallReturned returned) {
      add(returned);
    }
  }

  private void add(CallReturned returned) {
    CallStarted started = running.remove(returned.callId());
    if (started == null || returned.result().failed() || !isNext(started)) {
      return;
    }
    Function step = order.get(done++);
    if (step == Function.SOCKET) {
      made = returned.created();
    } else if (step == Function.ACCEPT) {
      accepted = returned.created();
    } else if (step == Function.CLOSE) {
      accepted = null; // what is left to close is the listener
    }
  }

  Optional<NextCall> next() {
    boolean atEnd = done == order.size();
    return atEnd || running.values().stream().anyMatch(this::isNext)
        ? Optional.empty()
        : Optional.of(new NextCall(order.get(done), socketOf(order.get(done))));
  }

  private boolean isNext(CallStarted started) {
    if (done == order.size()) {
      return false;
    }
    Function next = order.get(done);
    return alike(started.call().function(), next)
        && (next == Function.SOCKET || Objects.equals(started.socket(), socketOf(next)));
  }

  private static boolean alike(Function function, Function next) {
    return function == next
        || function == Function.WRITE && next == Function.SEND
        || function == Function.READ && next == Function.RECV;
  }

  private @Nullable SocketId socketOf(Function function) {
    if (function == Function.SOCKET) {
      return null;
    }
    return accepted == null ? made : accepted;
  }
}
