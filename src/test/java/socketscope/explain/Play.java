package socketscope.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ConnectionObserved;
import socketscope.event.Errno;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
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

/** Writes down the events of an experiment, one after another, 10 µs apart. */
final class Play {

  private static final long STEP = 10_000;

  private final List<Event> events = new ArrayList<>();
  private final Map<String, SocketId> open = new HashMap<>();
  private final Map<Long, Call> running = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private long now;
  private long callIds;

  static Call call(String text) {
    int paren = text.indexOf('(');
    Function function = Function.named(text.substring(0, paren)).orElseThrow();
    List<String> arguments =
        Call.split(text.substring(paren + 1, text.length() - 1)).stream()
            .filter(argument -> !argument.isEmpty())
            .toList();
    try {
      return Call.parse(function, arguments);
    } catch (NotationException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static SocketAddress address(String text) {
    try {
      return SocketAddress.parse(text);
    } catch (NotationException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static Result failure(int number, String name) {
    return Result.failed(new Errno(number, name));
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  private Stamp stamp(String program) {
    now += STEP;
    return new Stamp(now, program, events.size());
  }

  Play pause(long nanos) {
    now += nanos;
    return this;
  }

  Play experiment(String title) {
    Instant date = Instant.parse("2026-03-02T14:30:00Z");
    events.add(new ExperimentStarted(stamp(""), title, date, "Socketscope 0.1.0", "Linux 6.18"));
    return this;
  }

  Play start(String program, long pid) {
    events.add(new ProgramStarted(stamp(program), Role.of(program), pid));
    return this;
  }

  /** fork(): the child's process is there before the call has returned. */
  Play fork(String parent, String child, long pid) {
    long id = begin(parent, "fork()");
    events.add(
        new ProgramStarted(
            stamp(child), Role.of(child), pid, new ProgramStarted.Parent(parent, id)));
    Map.copyOf(open)
        .forEach((place, socket) -> {
          if (place.matches(parent + "\\d+")) {
            open.put(child + place.substring(parent.length()), socket);
          }
        });
    return returns(parent, id, Result.of(pid));
  }

  /** close() while another process has a descriptor of the socket. */
  Play closeKept(String program, int descriptor) {
    long id = begin(program, "close(" + descriptor + ")");
    SocketId socket = open.remove(program + descriptor);
    events.add(new CallReturned(stamp(program), id, socket, null, null, true, Result.of(0)));
    return this;
  }

  Play end(String program, int status, int signal, boolean expected) {
    events.add(new ProgramEnded(stamp(program), status, signal, expected));
    return this;
  }

  private SocketId socketOf(String program, Call call) {
    return call.descriptor().isPresent() ? open.get(program + call.descriptor().getAsInt()) : null;
  }

  /** A call that does not return yet; tells its number. */
  long begin(String program, String text) {
    Call call = call(text);
    long id = ++callIds;
    running.put(id, call);
    events.add(new CallStarted(stamp(program), id, socketOf(program, call), 77, call));
    return id;
  }

  Play queue(String program, String text, long behind) {
    Call call = call(text);
    Stamp stamp = stamp(program);
    events.add(new CallQueued(stamp, ++callIds, socketOf(program, call), call, behind));
    return this;
  }

  Play block(String program, long id) {
    events.add(new CallBlocked(stamp(program), id, "kernel"));
    return this;
  }

  Play returns(String program, long id, Result result) {
    Call call = running.get(id);
    SocketId socket = socketOf(program, call);
    boolean creates = call.function() == Function.SOCKET || call.function() == Function.ACCEPT;
    SocketId created = null;
    if (creates && !result.failed()) {
      created = new SocketId(program, counts.merge(program, 1, Integer::sum));
      open.put(program + result.value(), created);
    }
    if (call.function() == Function.SOCKETPAIR && !result.failed()) {
      SocketId first = new SocketId(program, counts.merge(program, 1, Integer::sum));
      SocketId second = new SocketId(program, counts.merge(program, 1, Integer::sum));
      open.put(program + result.descriptors().getFirst(), first);
      open.put(program + result.descriptors().getLast(), second);
      events.add(new CallReturned(stamp(program), id, null, first, second, false, result));
      return this;
    }
    if (call.function() == Function.CLOSE && !result.failed()) {
      open.remove(program + call.descriptor().orElseThrow());
    }
    events.add(new CallReturned(stamp(program), id, socket, created, result));
    return this;
  }

  Play call(String program, String text, Result result) {
    return returns(program, begin(program, text), result);
  }

  Play call(String program, String text, long value) {
    return call(program, text, Result.of(value));
  }

  Play observe(String program, int descriptor, TcpState state, String local, String peer) {
    return observe(program, descriptor, state, local, peer, 0, -1);
  }

  Play observe(
      String program,
      int descriptor,
      TcpState state,
      String local,
      String peer,
      long unread,
      long accepting) {
    events.add(
        new SocketObserved(
            stamp(program),
            open.get(program + descriptor),
            descriptor,
            state == null ? "SOCK_DGRAM" : "SOCK_STREAM",
            state,
            local == null ? null : address(local),
            peer == null ? null : address(peer),
            unread,
            0,
            accepting,
            accepting < 0 ? -1 : 1,
            -1,
            null));
    return this;
  }

  /** The kernel keeps a connection, for so long. */
  Play keeps(TcpState state, String local, String peer, long millis) {
    events.add(
        new ConnectionObserved(
            stamp(""),
            address(local),
            address(peer),
            state,
            ConnectionObserved.Timer.TIME_WAIT,
            millis,
            0,
            0,
            0));
    return this;
  }

  Play check(long callId, int line, String expected, String actual) {
    events.add(new StepChecked(stamp(""), callId, line, expected, actual, expected.equals(actual)));
    return this;
  }
}
