package socketscope.lesson;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Errno;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketId;
import socketscope.lesson.Textbook.NextCall;

/**
 * How far a program has come in the textbook's order: a fold of its events. What would only fail is
 * passed over: bind() of a socket that the kernel has already given an address, send() after
 * shutdown(), whatever a broken connection was for.
 */
final class TextbookProgress {

  /** What a broken connection answers: nothing will come of it any more. */
  private static final Set<String> BROKEN = Set.of("ECONNRESET", "EPIPE", "ETIMEDOUT");

  private final String program;
  private final List<Function> order;
  private final Map<Long, CallStarted> running = new HashMap<>();
  private int done;
  private @Nullable SocketId made;
  private @Nullable SocketId accepted;
  private final Set<SocketId> unix = new HashSet<>();
  private final Set<SocketId> bound = new HashSet<>();
  private final Set<SocketId> connected = new HashSet<>();
  private final Set<SocketId> listening = new HashSet<>();
  private final Set<SocketId> shut = new HashSet<>();
  private boolean ended;

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
      ended = false;
      restart();
    } else if (event instanceof ProgramEnded) {
      ended = true;
    } else if (event instanceof CallStarted started) {
      running.put(started.callId(), started);
    } else if (event instanceof CallReturned returned) {
      add(returned);
    }
  }

  private void add(CallReturned returned) {
    CallStarted started = running.remove(returned.callId());
    if (started == null) {
      return;
    }
    if (returned.result().failed()) {
      passOverBroken(started, Objects.requireNonNull(returned.result().errno()));
      return;
    }
    boolean next = isNext(started);
    learn(started, returned.created());
    if (!next) {
      passOverImpossible();
    }
    if (next || isNext(started)) {
      take(returned);
    } else {
      strayed(started.call().function(), started.socket(), returned.created());
    }
    passOverImpossible();
  }

  /** Nothing can be sent to the other end, nor received from it, any more. */
  private void passOverBroken(CallStarted started, Errno errno) {
    int close = order.indexOf(Function.CLOSE);
    if (BROKEN.contains(errno.name())
        && done < close
        && Objects.equals(started.socket(), socketOf(Function.CLOSE))) {
      done = close;
    }
  }

  private void passOverImpossible() {
    while (done < order.size() && impossible(order.get(done), socketOf(order.get(done)))) {
      done++;
    }
  }

  private boolean impossible(Function step, @Nullable SocketId socket) {
    return switch (step) {
      case BIND -> bound.contains(socket);
      case LISTEN -> listening.contains(socket);
      case CONNECT -> connected.contains(socket);
      case SEND -> shut.contains(socket);
      default -> false;
    };
  }

  /** What a call that succeeded has made of its socket. */
  private void learn(CallStarted started, @Nullable SocketId created) {
    Function function = started.call().function();
    SocketId socket = started.socket();
    if (function == Function.SOCKET && created != null && isUnix(started)) {
      unix.add(created);
    }
    if (socket == null) {
      return;
    }
    // The kernel gives an address to what has none; a socket of AF_UNIX does without.
    boolean addressed =
        function.sends() || function == Function.CONNECT || function == Function.LISTEN;
    if (function == Function.BIND || addressed && !unix.contains(socket)) {
      bound.add(socket);
    }
    if (function == Function.CONNECT) {
      connected.add(socket);
    } else if (function == Function.LISTEN) {
      listening.add(socket);
    } else if (function == Function.SHUTDOWN
        && !started.call().arguments().getLast().toString().equals("SHUT_RD")) {
      shut.add(socket);
    }
  }

  private static boolean isUnix(CallStarted started) {
    return started.call().arguments().getFirst().toString().equals("AF_UNIX");
  }

  private void take(CallReturned returned) {
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
    return ended || atEnd || running.values().stream().anyMatch(this::isNext)
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
    return function.basic() == next.basic();
  }

  private @Nullable SocketId socketOf(Function function) {
    if (function == Function.SOCKET) {
      return null;
    }
    return accepted == null ? made : accepted;
  }
}
