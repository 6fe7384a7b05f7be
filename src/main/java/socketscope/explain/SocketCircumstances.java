package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import socketscope.event.Argument;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.socket.ConnectAttempt;
import socketscope.socket.ConnectAttempt.Outcome;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;
import socketscope.socket.SocketRecord.Phase;

/** What had become of a socket when a call on it failed. */
final class SocketCircumstances {

  private final Story story;
  private final SocketModel model;
  private final MadeCall call;
  private final SocketRecord socket;

  private SocketCircumstances(Story story, SocketModel model, MadeCall call, SocketRecord socket) {
    this.story = story;
    this.model = model;
    this.call = call;
    this.socket = socket;
  }

  /** What explains that errno of the call, whatever else holds. */
  static List<Circumstance> special(
      Story story, SocketModel model, MadeCall call, SocketRecord socket) {
    return new SocketCircumstances(story, model, call, socket).special();
  }

  private List<Circumstance> special() {
    Optional<Circumstance> found =
        switch (call.errno()) {
          case "EADDRINUSE", "EADDRNOTAVAIL" -> new AddressTaken(model, call, socket).why();
          case "ECONNREFUSED" ->
              call.is(Function.CONNECT) ? new AddressTaken(model, call, socket).silent() : told();
          case "ETIMEDOUT" -> call.is(Function.CONNECT) ? queueFull() : told();
          case "EINVAL" -> lostOfStream();
          case "EFAULT" -> noRoom();
          case "EPIPE" -> brokenPipe();
          case "ECONNRESET" -> reset();
          case "EAGAIN", "EINPROGRESS" -> notWaiting();
          case "EISCONN" -> peerEnded();
          case "ENOTCONN" -> notConnected();
          default -> Optional.empty();
        };
    return found.map(List::of).orElse(List.of());
  }

  /** What holds of the socket whatever the errno. */
  static List<Circumstance> general(SocketModel model, MadeCall call, SocketRecord socket) {
    List<Circumstance> found = new ArrayList<>();
    if (call.is(Function.BIND) && call.failedWith("EINVAL")) {
      named(socket).ifPresent(found::add);
    }
    if (socket.kind().unix()) {
      found.add(Circumstance.of(Situation.UNIX));
    }
    if (socket.kind().datagram()) {
      found.add(Circumstance.of(Situation.DATAGRAM));
    }
    if (socket.shutWriting() != null) {
      found.add(Circumstance.of(Situation.WRITE_SHUT));
    }
    phase(model, socket).ifPresent(found::add);
    return found;
  }

  private static Optional<Circumstance> phase(SocketModel model, SocketRecord socket) {
    return switch (socket.phase()) {
      case UNBOUND -> known(Situation.UNBOUND);
      case BOUND -> known(Situation.BOUND);
      case LISTENING -> known(Situation.LISTENING);
      case CONNECTING ->
          model
              .attempt(socket)
              .map(attempt -> Circumstance.of(Situation.CONNECTING, attempt.target()));
      case CONNECTED -> known(Situation.CONNECTED);
      case BROKEN -> known(Situation.BROKEN);
      case CLOSED -> Optional.empty();
    };
  }

  private static Optional<Circumstance> known(Situation situation, Object... details) {
    return Optional.of(Circumstance.of(situation, details));
  }

  /** How a socket that bind() was called on again came by its address. */
  private static Optional<Circumstance> named(SocketRecord socket) {
    Object address = socket.local() == null ? "?" : socket.local();
    return switch (socket.binding()) {
      case NONE -> Optional.empty();
      case GIVEN, PORT_CHOSEN -> known(Situation.NAMED_BY_BIND, address);
      case AUTOMATIC, UNSEEN -> known(Situation.NAMED_BY_KERNEL, address);
      case ACCEPTED -> known(Situation.NAMED_BY_ACCEPT, address);
    };
  }

  /** The call tells what an earlier connect() has come to. */
  private Optional<Circumstance> told() {
    return socket.kind().connects()
        ? model
            .attempt(socket)
            .filter(attempt -> attempt.outcome() != Outcome.ESTABLISHED)
            .map(attempt -> Circumstance.of(Situation.ATTEMPT_TOLD, attempt.target()))
        : Optional.empty();
  }

  private Optional<Circumstance> queueFull() {
    SocketAddress target = call.target();
    return target == null
        ? Optional.empty()
        : model
            .listenerAt(socket.kind(), target)
            .map(listener ->
                Circumstance.of(Situation.QUEUE_FULL, listener.program(), listener.descriptor()));
  }

  private Optional<Circumstance> lostOfStream() {
    boolean below =
        call.call().argument("addr").filter(SocketCircumstances::negative).isPresent()
            || call.call().argument("addrlen").filter(SocketCircumstances::negative).isPresent();
    return call.receives() && socket.kind().stream() && below
        ? known(Situation.STREAM_BYTES_LOST)
        : Optional.empty();
  }

  private static boolean negative(Argument length) {
    return length instanceof Argument.Number(long value) && value < 0;
  }

  private Optional<Circumstance> noRoom() {
    boolean nowhere =
        call.call().arguments().size() > 1
            && call.call().arguments().get(1) instanceof Argument.Pointer;
    return call.receives() && socket.kind().stream() && nowhere
        ? known(Situation.BAD_ROOM_OF_STREAM)
        : Optional.empty();
  }

  private Optional<Circumstance> brokenPipe() {
    if (socket.kind().unix()) {
      Optional<SocketRecord> peer = model.peerOf(socket);
      if (socket.shutWriting() != null) {
        return known(Situation.UNIX_WRITE_SHUT);
      }
      return peer.filter(other -> !other.open())
          .map(other -> Circumstance.of(Situation.UNIX_PEER_CLOSED, other.program()))
          .or(() ->
              peer.filter(other -> other.shutReading() != null)
                  .map(other ->
                      Circumstance.of(Situation.UNIX_PEER_STOPPED_READING, other.program())));
    }
    return socket.shutWriting() == null ? failedAttempt() : Optional.empty();
  }

  private Optional<Circumstance> failedAttempt() {
    boolean rests = socket.phase() == Phase.UNBOUND || socket.phase() == Phase.BOUND;
    return model
        .attempt(socket)
        .filter(_ -> rests)
        .filter(SocketCircumstances::failed)
        .map(attempt -> Circumstance.of(Situation.ATTEMPT_FAILED, attempt.target()));
  }

  private static boolean failed(ConnectAttempt attempt) {
    return switch (attempt.outcome()) {
      case REFUSED, TIMED_OUT, UNREACHABLE, FAILED -> true;
      case CALLING, IN_PROGRESS, INTERRUPTED, ESTABLISHED, ABANDONED, REJECTED -> false;
    };
  }

  private Optional<Circumstance> notConnected() {
    if (socket.kind().unix()) {
      return model
          .peerOf(socket)
          .filter(other -> !other.open())
          .map(other -> Circumstance.of(Situation.UNIX_PEER_CLOSED, other.program()));
    }
    return failedAttempt();
  }

  /** Why the other end has broken the connection off (RFC 9293, 3.6; socket(7), SO_LINGER). */
  private Optional<Circumstance> reset() {
    Optional<SocketRecord> peer = model.peerOf(socket);
    if (peer.isEmpty()) {
      return model
          .attempt(socket)
          .flatMap(attempt -> model.lastAt(attempt.target()))
          .filter(listener -> !listener.open() && listener.backlog() >= 0)
          .map(listener -> Circumstance.of(Situation.RESET_IN_QUEUE, listener.program()));
    }
    SocketRecord other = peer.get();
    if (other.open() || other.closed() == null || socket.kind().unix()) {
      return Optional.empty();
    }
    if (lingersNot(other)) {
      return known(Situation.RESET_BY_LINGER, other.program());
    }
    long closed = other.closed().stamp().nanos();
    if (story.sentLast(socket).filter(last -> last.since() > closed).isPresent()) {
      return known(Situation.RESET_LATE, other.program());
    }
    return socket.sent() > other.received()
        ? known(Situation.RESET_UNREAD, other.program())
        : Optional.empty();
  }

  /** Whether close() of it throws away what is there and sends an RST. */
  private static boolean lingersNot(SocketRecord socket) {
    return socket.option("SOL_SOCKET", "SO_LINGER").stream()
        .anyMatch(value ->
            value instanceof Argument.Structure linger
                && linger.numbers().size() == 2
                && linger.numbers().getFirst() != 0
                && linger.numbers().getLast() == 0);
  }

  private Optional<Circumstance> notWaiting() {
    if (call.call().hasFlag("MSG_DONTWAIT") || call.call().hasFlag("MSG_ERRQUEUE")) {
      return Optional.empty();
    }
    if (socket.nonBlocking()) {
      return known(Situation.NON_BLOCKING);
    }
    String option = call.sends() || call.is(Function.CONNECT) ? "SO_SNDTIMEO" : "SO_RCVTIMEO";
    return socket
        .option("SOL_SOCKET", option)
        .map(_ -> Circumstance.of(Situation.TIME_OVER, option));
  }

  private Optional<Circumstance> peerEnded() {
    return socket.peerEnded() != null && socket.peer() != null && !socket.kind().unix()
        ? known(Situation.PEER_ENDED, socket.peer())
        : Optional.empty();
  }
}
