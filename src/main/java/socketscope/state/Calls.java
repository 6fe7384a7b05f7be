package socketscope.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallEvent;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ProgramEnded;

/** What calls do to sockets, as far as no packet has shown it already. */
final class Calls {

  private final Lives lives;
  private final Opening opening;
  private final Closing closing;
  private final Map<Long, CallStarted> running = new HashMap<>();

  Calls(Lives lives) {
    this.lives = lives;
    this.opening = new Opening(lives);
    this.closing = new Closing(lives);
  }

  /** The same calls, of other lives. */
  Calls of(Lives others) {
    Calls copy = new Calls(others);
    copy.running.putAll(running);
    return copy;
  }

  /** Gives the lives that may have changed. */
  List<Life> happened(CallEvent event) {
    return switch (event) {
      case CallQueued _ -> List.of();
      case CallStarted started -> started(started);
      case CallBlocked blocked -> blocked(blocked);
      case CallReturned returned -> returned(returned);
    };
  }

  private List<Life> started(CallStarted started) {
    running.put(started.callId(), started);
    if (started.socket() != null) {
      Life life = lives.of(started.socket());
      switch (started.call().function()) {
        case CONNECT -> life.connecting = started;
        case CLOSE, SHUTDOWN -> closing.started(life, started);
        case SOCKET, BIND, LISTEN, ACCEPT, SEND, RECV, SENDTO, RECVFROM, READ, WRITE -> {}
        case GETSOCKNAME, GETPEERNAME, GETSOCKOPT, SETSOCKOPT, FCNTL, IOCTL -> {}
        case SOCKETPAIR, DUP, POLL -> {}
      }
    }
    return List.of();
  }

  private List<Life> blocked(CallBlocked blocked) {
    CallStarted start = running.get(blocked.callId());
    if (start == null || start.socket() == null) {
      return List.of();
    }
    Life life = lives.of(start.socket());
    opening.blocked(life, start, blocked);
    return List.of(life);
  }

  private List<Life> returned(CallReturned returned) {
    CallStarted start = running.remove(returned.callId());
    if (start == null) {
      return List.of();
    }
    if (returned.second() != null) {
      return opening.paired(returned);
    }
    if (returned.created() != null) {
      return List.of(opening.created(start, returned));
    }
    if (start.socket() == null) {
      return List.of();
    }
    Life life = lives.of(start.socket());
    if (start.equals(life.closing)) {
      life.closing = null;
    }
    if (returned.result().failed()) {
      failed(life, start, returned);
      return List.of(life);
    }
    // Another descriptor stands for the socket, which lives on.
    return returned.kept() ? List.of(life) : done(life, start, returned);
  }

  private List<Life> done(Life life, CallStarted start, CallReturned returned) {
    Cause cause = new Cause.Called(start);
    switch (start.call().function()) {
      case BIND -> opening.bound(life, start, returned);
      case LISTEN -> opening.listens(life, returned, cause);
      case CONNECT -> opening.connected(life, start, returned);
      case SENDTO -> opening.sentFrom(life, returned, cause);
      case SETSOCKOPT -> optionSet(life, start.call());
      case SHUTDOWN -> closing.shutDown(life, start.call(), returned, cause);
      case CLOSE -> {
        List<Life> waiting = life.socket == null ? List.of() : lives.waitingAt(life.socket);
        closing.closed(life, returned, cause);
        return Stream.concat(Stream.of(life), waiting.stream()).toList();
      }
      case SOCKET, ACCEPT, SEND, RECV, RECVFROM, READ, WRITE -> {}
      case GETSOCKNAME, GETPEERNAME, GETSOCKOPT, FCNTL, IOCTL -> {}
      case SOCKETPAIR, DUP, POLL -> {}
    }
    return List.of(life);
  }

  private static void optionSet(Life life, Call call) {
    if (call.arguments().get(2).toString().equals("TCP_DEFER_ACCEPT")
        && call.arguments().get(3) instanceof Argument.Number(long seconds)) {
      life.defersAccept = seconds > 0;
    }
  }

  private void failed(Life life, CallStarted start, CallReturned returned) {
    @Nullable String errno =
        returned.result().errno() == null ? null : returned.result().errno().name();
    switch (start.call().function()) {
      case CONNECT -> opening.failed(life, start, returned, String.valueOf(errno));
      case SEND, RECV, READ, WRITE, SENDTO, RECVFROM ->
          closing.broken(life, returned, String.valueOf(errno));
      case SOCKET, BIND, LISTEN, ACCEPT, SHUTDOWN, CLOSE -> {}
      case GETSOCKNAME, GETPEERNAME, GETSOCKOPT, SETSOCKOPT, FCNTL, IOCTL -> {}
      case SOCKETPAIR, DUP, POLL -> {}
    }
  }

  /** The kernel closes what a process leaves. */
  List<Life> ended(ProgramEnded end) {
    running.values().removeIf(start -> start.program().equals(end.program()));
    List<Life> left =
        lives.all().stream().filter(life -> life.program.equals(end.program())).toList();
    Cause cause = new Cause.Ended(end);
    for (Life life : left) {
      if (life.open) {
        closing.closed(life, end, cause);
      }
    }
    return left;
  }
}
