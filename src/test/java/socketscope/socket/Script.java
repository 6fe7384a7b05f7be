package socketscope.socket;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.EventScript;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.TcpState;

/** Writes by hand what programs called and what the kernel said; one event a microsecond. */
final class Script {

  private final List<Event> events = new ArrayList<>();
  private long calls;

  private Stamp stamp(String program) {
    return new Stamp(1000L * (events.size() + 1), program, events.size());
  }

  Script add(Event event) {
    events.add(event);
    return this;
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  SocketModel model() {
    return SocketModel.of(events);
  }

  CallLog log() {
    return CallLog.of(events);
  }

  static SocketId id(String socket) {
    return SocketId.parse(socket);
  }

  /** What is known of that socket now. */
  SocketRecord socket(String socket) {
    return model().socket(id(socket)).orElseThrow();
  }

  /** The attempts of that socket: {@code 1 → 127.0.0.1:5000 REFUSED}. */
  List<String> attempts(String socket) {
    return model().attempts().stream()
        .filter(attempt -> attempt.socket().equals(id(socket)))
        .map(attempt -> attempt.nth() + " → " + attempt.target() + " " + attempt.outcome())
        .toList();
  }

  Script program(String name) {
    return add(new ProgramStarted(stamp(name), Role.of(name), 4242));
  }

  /** fork(): the child's process is there before the call has returned. */
  Script fork(String parent, String child) {
    long id = start(parent, null, "fork()");
    add(
        new ProgramStarted(
            stamp(child), Role.of(child), 4343, new ProgramStarted.Parent(parent, id)));
    return add(new CallReturned(stamp(parent), id, null, null, Result.of(4343)));
  }

  /** close() by another program than the one that made the socket. */
  Script close(String program, String socket, String call, boolean kept) {
    long id = start(program, id(socket), call);
    return add(new CallReturned(stamp(program), id, id(socket), null, null, kept, Result.of(0)));
  }

  Script ended(String name) {
    return add(new ProgramEnded(stamp(name), 0, 9, false));
  }

  /** A call that makes a socket. */
  Script made(String socket, int descriptor, String call) {
    long id = start(id(socket).program(), null, call);
    return returned(id, null, id(socket), null, false, Result.of(descriptor));
  }

  /** socketpair(). */
  Script pair(String first, String second, int one, int other) {
    long id = start(id(first).program(), null, "socketpair(AF_UNIX, SOCK_STREAM, 0)");
    Result result = Result.of(0).withDescriptors(List.of(one, other));
    return returned(id, null, id(first), id(second), false, result);
  }

  Script accept(String listener, String accepted, int descriptor, @Nullable String peer) {
    long id = start(listener, "accept(3)");
    Result result = Result.of(descriptor).withAddress(peer == null ? null : address(peer));
    return returned(id, id(listener), id(accepted), null, false, result);
  }

  Script call(String socket, String call, Result result) {
    long id = start(socket, call);
    return returned(id, id(socket), null, null, false, result);
  }

  Script call(String socket, String call, long value) {
    return call(socket, call, Result.of(value));
  }

  Script call(String socket, String call, String errno) {
    return call(socket, call, EventScript.failed(1, errno));
  }

  /** A close() after which another descriptor stands for the socket. */
  Script kept(String socket, String call) {
    long id = start(socket, call);
    return returned(id, id(socket), null, null, true, Result.of(0));
  }

  long start(String socket, String call) {
    return start(id(socket).program(), id(socket), call);
  }

  private long start(String program, @Nullable SocketId socket, String call) {
    return start(++calls, program, socket, call);
  }

  private long start(long id, String program, @Nullable SocketId socket, String call) {
    add(new CallStarted(stamp(program), id, socket, 77, EventScript.parse(call)));
    return id;
  }

  long queue(String socket, String call, long behind) {
    SocketId id = id(socket);
    add(new CallQueued(stamp(id.program()), ++calls, id, EventScript.parse(call), behind));
    return calls;
  }

  Script startQueued(long call, String socket, String text) {
    start(call, id(socket).program(), id(socket), text);
    return this;
  }

  Script blocked(String socket, long call) {
    return add(new CallBlocked(stamp(id(socket).program()), call, "kernel"));
  }

  Script returned(String socket, long call, Result result) {
    return returned(call, id(socket), null, null, false, result);
  }

  private Script returned(
      long call,
      @Nullable SocketId socket,
      @Nullable SocketId created,
      @Nullable SocketId second,
      boolean kept,
      Result result) {
    String program = (socket == null ? created : socket).program();
    return add(new CallReturned(stamp(program), call, socket, created, second, kept, result));
  }

  Script seen(String socket, @Nullable TcpState state, String local, @Nullable String peer) {
    return seen(socket, "SOCK_STREAM", state, local, peer);
  }

  Script seen(
      String socket,
      String type,
      @Nullable TcpState state,
      @Nullable String local,
      @Nullable String peer) {
    SocketId id = id(socket);
    return add(
        new SocketObserved(
            stamp(id.program()),
            id,
            3,
            type,
            state,
            local == null ? null : address(local),
            peer == null ? null : address(peer),
            0,
            0,
            -1,
            -1,
            -1,
            null));
  }

  /** A message of two bytes that a descriptor comes with, and the kernel's word on it. */
  Script received(String program, String over, String call, String passed, int number) {
    long id = start(program, id(over), call);
    Result result = Result.of(2).withDescriptors(List.of(number));
    add(new CallReturned(stamp(program), id, id(over), null, result));
    return add(
        new SocketObserved(
            stamp(program),
            id(passed),
            number,
            "SOCK_DGRAM",
            null,
            null,
            null,
            0,
            0,
            -1,
            -1,
            0,
            null));
  }

  Script listed(String local, String peer, TcpState state) {
    return add(
        new ConnectionObserved(
            stamp(""),
            address(local),
            address(peer),
            state,
            ConnectionObserved.Timer.TIME_WAIT,
            60_000,
            0,
            0,
            0));
  }

  Script forgotten(String local, String peer) {
    return add(new ConnectionForgotten(stamp(""), address(local), address(peer)));
  }

  static SocketAddress address(String text) {
    return EventScript.address(text);
  }
}
