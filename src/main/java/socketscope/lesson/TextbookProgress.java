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
import socketscope.event.ProgramStarted;
import socketscope.event.SocketId;
import socketscope.lesson.Textbook.NextCall;

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
    if (event instanceof ProgramStarted) {
      running.clear();
      restart();
    } else if (event instanceof CallStarted started) {
      running.put(started.callId(), started);
    } else if (event instanceof CallReturned returned) {
      add(returned);
    }
  }

  private void add(CallReturned returned) {
    CallStarted started = running.remove(returned.callId());
    if (started == null || returned.result().failed()) {
      return;
    }
    if (!isNext(started)) {
      strayed(started.call().function(), started.socket(), returned.created());
      return;
    }
    Function step = order.get(done++);
    if (step == Function.SOCKET) {
      made = returned.created();
    } else if (step == Function.ACCEPT) {
      accepted = returned.created();
    } else if (step == Function.RECV && returned.result().value() == 0) {
      done = order.indexOf(Function.CLOSE); // the other end has said that nothing more will come
    } else if (step == Function.CLOSE) {
      accepted = null; // what is left to close is the listener, if that is still there
      done = made == null ? order.size() : done;
    }
  }

  /** What is left of the example after a call that was not its next one. */
  private void strayed(Function function, @Nullable SocketId socket, @Nullable SocketId created) {
    if (function == Function.CLOSE && socket != null && socket.equals(accepted)) {
      accepted = null;
      done = order.indexOf(Function.ACCEPT);
    } else if (function == Function.CLOSE && socket != null && socket.equals(made)) {
      if (accepted == null) {
        restart();
      }
      made = null;
    } else if (function == Function.SOCKET && done > 0 && (done == 1 || done == order.size())) {
      restart(); // with the newest socket, which is the one that the next calls are offered for
      made = created;
      done = 1;
    }
  }

  /** Nothing is left of the sockets that the example was about. */
  private void restart() {
    made = null;
    accepted = null;
    done = 0;
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
