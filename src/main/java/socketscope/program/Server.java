package socketscope.program;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.Service;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SocketId;

/**
 * The loop of a server: accept, send back whatever comes until the client ends, close, again. Its
 * calls are made and reported as those that a user asks for, on threads of its own.
 */
final class Server {

  /** The room that recv() is given, in bytes. */
  private static final int PIECE = 1024;

  /** After these, accept(2) may well succeed the next time. */
  private static final Set<String> PASSING = Set.of("EINTR", "ECONNABORTED");

  private static final Argument USUAL = flags("0");

  /** Else a client that is gone might end the whole program (SIGPIPE). */
  private static final Argument NO_SIGNAL = flags("MSG_NOSIGNAL");

  private final RequestHandler handler;
  private final OpenSockets sockets;
  private final Reporter reporter;
  private final Service service;
  private final AtomicLong calls;
  private volatile @Nullable Thread accepting;
  private volatile @Nullable Thread latest;

  private static Argument flags(String names) {
    return new Argument.Named(
        Constants.local().parse(ConstantSet.MESSAGE_FLAGS, names).orElseThrow());
  }

  /**
   * A server that has not begun.
   *
   * @param firstCall the identity of its first call; those that follow count up from there
   */
  Server(
      RequestHandler handler,
      OpenSockets sockets,
      Reporter reporter,
      Service service,
      long firstCall) {
    this.handler = handler;
    this.sockets = sockets;
    this.reporter = reporter;
    this.service = service;
    this.calls = new AtomicLong(firstCall);
  }

  /**
   * Begins, on a thread of its own, and goes on until accept() fails.
   *
   * @param most how many connections it accepts at most
   */
  void start(int listener, long most) {
    accepting = started("serve " + listener, caller -> serve(caller, listener, most));
  }

  /** Waits for the threads that it has begun. */
  void awaitEnd() throws InterruptedException {
    Thread first = accepting;
    if (first != null) {
      first.join();
    }
    Thread last = latest;
    if (last != null) {
      last.join();
    }
  }

  /** What a thread of a server does. */
  private interface Task {
    void with(Caller caller);
  }

  private Thread started(String name, Task task) {
    return Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          Caller caller = handler.newCaller();
          caller.begin();
          task.with(caller);
          handler.done(caller);
        });
  }

  private void serve(Caller caller, int listener, long most) {
    OpenSocket socket = sockets.at(listener);
    SocketId id = socket == null ? null : socket.id();
    long thread = caller.thread();
    reporter.report(stamp -> new ServiceStarted(stamp, listener, id, service, thread));
    Call accept = new Call(Function.ACCEPT, List.of(new Argument.Descriptor(listener)));
    boolean listens = true;
    for (long count = 0; count < most && listens; count++) {
      Result accepted = make(caller, accept);
      if (!accepted.failed()) {
        take(caller, (int) accepted.value());
      }
      listens = !accepted.failed() || is(accepted, PASSING);
    }
    reporter.report(stamp -> new ServiceEnded(stamp, listener, id, thread));
  }

  private void take(Caller caller, int connection) {
    switch (service) {
      case ONE_AT_A_TIME -> echo(caller, connection);
      case THREAD_EACH -> latest = started("echo " + connection, own -> echo(own, connection));
    }
  }

  private void echo(Caller caller, int connection) {
    Argument descriptor = new Argument.Descriptor(connection);
    Call recv = new Call(Function.RECV, List.of(descriptor, new Argument.Number(PIECE), USUAL));
    boolean goesOn = true;
    while (goesOn) {
      Result received = make(caller, recv);
      Bytes piece = received.data();
      if (piece != null && piece.length() > 0) {
        goesOn = sendAll(caller, descriptor, piece);
      } else {
        goesOn = interrupted(received);
      }
    }
    OpenSocket socket = sockets.at(connection);
    if (socket != null) {
      handler.observeBeforeClose(socket);
    }
    make(caller, new Call(Function.CLOSE, List.of(descriptor)));
  }

  /** The kernel may take a part of the bytes only. False where it takes no more. */
  private boolean sendAll(Caller caller, Argument descriptor, Bytes piece) {
    byte[] left = piece.toArray();
    while (left.length > 0) {
      Argument data = new Argument.Data(Bytes.copyOf(left).folded());
      Result sent = make(caller, new Call(Function.SEND, List.of(descriptor, data, NO_SIGNAL)));
      if (sent.failed() && !interrupted(sent)) {
        return false;
      }
      int taken = sent.failed() ? 0 : (int) sent.value();
      left = Arrays.copyOfRange(left, taken, left.length);
    }
    return true;
  }

  private static boolean interrupted(Result result) {
    return is(result, Set.of("EINTR"));
  }

  private static boolean is(Result result, Set<String> errnos) {
    Errno errno = result.errno();
    return errno != null && errnos.contains(errno.name());
  }

  private Result make(Caller caller, Call call) {
    int descriptor = call.descriptor().orElseThrow();
    CallTask task = new CallTask(calls.getAndIncrement(), call, sockets.at(descriptor));
    handler.watchReturn(caller, task);
    return caller.make(task, () -> {});
  }
}
