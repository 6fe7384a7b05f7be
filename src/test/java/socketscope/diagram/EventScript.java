package socketscope.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Errno;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.StepChecked;
import socketscope.event.TcpState;

/** Writes the events of an experiment by hand, in the notation of the lessons. */
public final class EventScript {

  private static final long ORIGIN = 7_000_000_000L;

  private final List<Event> events = new ArrayList<>();
  private final Map<Long, CallStarted> started = new HashMap<>();
  private long micros;
  private long serial;
  private long lastCall;

  /** What follows happens at that time. */
  public EventScript at(long newMicros) {
    micros = newMicros;
    return this;
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  public Stamp stamp(String program) {
    return new Stamp(ORIGIN + micros * 1000, program, serial++);
  }

  public EventScript add(Event event) {
    events.add(event);
    return this;
  }

  public EventScript program(String name, long pid) {
    return add(new ProgramStarted(stamp(name), Role.of(name), pid));
  }

  public EventScript ended(String name, int signal) {
    return add(new ProgramEnded(stamp(name), 0, signal, signal == 0));
  }

  /** A call that returns 7 microseconds later. */
  public EventScript call(String socket, String text, Result result) {
    long id = start(socket, text);
    at(micros + 7);
    return returned(id, result);
  }

  public EventScript call(String socket, String text, long value) {
    return call(socket, text, Result.of(value));
  }

  /** Starts a call of the socket, such as {@code server#1}, and gives its identifier. */
  public long start(String socket, String text) {
    SocketId id = SocketId.parse(socket);
    CallStarted event = new CallStarted(stamp(id.program()), ++lastCall, id, 4243, parse(text));
    started.put(lastCall, event);
    add(event);
    return lastCall;
  }

  public long queue(String socket, String text, long behind) {
    SocketId id = SocketId.parse(socket);
    add(new CallQueued(stamp(id.program()), ++lastCall, id, parse(text), behind));
    return lastCall;
  }

  public EventScript startQueued(long callId, String socket, String text) {
    SocketId id = SocketId.parse(socket);
    CallStarted event = new CallStarted(stamp(id.program()), callId, id, 4243, parse(text));
    started.put(callId, event);
    return add(event);
  }

  public EventScript blocked(long callId) {
    return add(new CallBlocked(stamp(started.get(callId).program()), callId, "kernel"));
  }

  public EventScript returned(long callId, Result result) {
    CallStarted start = started.get(callId);
    String program = start == null ? "client" : start.program();
    SocketId socket = start == null ? null : start.socket();
    boolean creates = start != null && start.call().function() == Function.SOCKET;
    SocketId created = creates && !result.failed() ? socket : null;
    return add(new CallReturned(stamp(program), callId, socket, created, result));
  }

  public EventScript state(String socket, int descriptor, TcpState state) {
    return seen(socket, descriptor, state, 0, -1);
  }

  public EventScript received(String socket, int descriptor, TcpState state, long bytes) {
    return seen(socket, descriptor, state, bytes, -1);
  }

  public EventScript seen(
      String socket, int descriptor, TcpState state, long receiveQueue, long accepting) {
    SocketId id = SocketId.parse(socket);
    SocketAddress local = address("127.0.0.1:5000");
    return add(
        new SocketObserved(
            stamp(id.program()),
            id,
            descriptor,
            "SOCK_STREAM",
            state,
            local,
            null,
            receiveQueue,
            0,
            accepting,
            accepting < 0 ? -1 : 1,
            -1,
            null));
  }

  public EventScript step(long callId, String expected, String actual) {
    boolean met = expected.equals(actual);
    return add(new StepChecked(stamp(""), callId, 3, expected, actual, met));
  }

  public static Result failed(int number, String name) {
    return Result.failed(new Errno(number, name));
  }

  public static Result data(String text) {
    Bytes bytes = Bytes.utf8(text);
    return Result.of(bytes.length()).withData(bytes);
  }

  public static SocketAddress address(String text) {
    try {
      return SocketAddress.parse(text);
    } catch (NotationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Reads {@code bind(5, 127.0.0.1:5000)}. */
  public static Call parse(String text) {
    int open = text.indexOf('(');
    String inside = text.substring(open + 1, text.length() - 1);
    try {
      List<String> arguments = inside.isEmpty() ? List.of() : Call.split(inside);
      return Call.parse(Function.named(text.substring(0, open)).orElseThrow(), arguments);
    } catch (NotationException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
