package socketscope.infer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.EventScript;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;

/** Writes by hand what programs called and what the kernel said; one event a microsecond. */
final class Evidence {

  static final SocketAddress CLIENT = EventScript.address("127.0.0.1:40000");
  static final SocketAddress SERVER = EventScript.address("127.0.0.1:5000");
  static final SocketId CLIENT_SOCKET = new SocketId("client", 1);
  static final SocketId SERVER_SOCKET = new SocketId("server", 2);

  private final List<Event> events = new ArrayList<>();
  private long calls;

  Evidence() {
    events.add(new CaptureStarted(stamp(""), CaptureMethod.NONE, "capture=off"));
  }

  private Stamp stamp(String program) {
    return new Stamp(1000L * (events.size() + 1), program, events.size());
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  /** The moment of the event that was added last. */
  long now() {
    return events.getLast().stamp().nanos();
  }

  Evidence socket(SocketId socket, String call) {
    events.add(new CallStarted(stamp(socket.program()), ++calls, null, 1, EventScript.parse(call)));
    events.add(new CallReturned(stamp(socket.program()), calls, null, socket, Result.of(5)));
    return this;
  }

  Evidence call(SocketId socket, String call, Result result) {
    start(socket, call);
    events.add(new CallReturned(stamp(socket.program()), calls, socket, null, result));
    return this;
  }

  Evidence start(SocketId socket, String call) {
    events.add(
        new CallStarted(stamp(socket.program()), ++calls, socket, 1, EventScript.parse(call)));
    return this;
  }

  /** What TCP has counted: segments and data segments, each out and in, then bytes. */
  record Counts(
      long out,
      long in,
      long dataOut,
      long dataIn,
      long bytesSent,
      long bytesAcked,
      long bytesReceived) {

    private TcpCounters counters() {
      return new TcpCounters(
          out, in, dataOut, dataIn, bytesSent, bytesAcked, bytesReceived, 0, 0, 0, 65536);
    }
  }

  Evidence client(TcpState state, Counts counts) {
    return seen(CLIENT_SOCKET, CLIENT, SERVER, state, counts);
  }

  Evidence server(TcpState state, Counts counts) {
    return seen(SERVER_SOCKET, SERVER, CLIENT, state, counts);
  }

  private Evidence seen(
      SocketId socket, SocketAddress local, SocketAddress peer, TcpState state, Counts counts) {
    events.add(
        new SocketObserved(
            stamp(socket.program()),
            socket,
            5,
            "SOCK_STREAM",
            state,
            local,
            peer,
            0,
            0,
            -1,
            -1,
            -1,
            counts.counters()));
    return this;
  }

  /** What the kernel said of a socket, and no more than its name is asked for. */
  Evidence seen(
      SocketId socket,
      @Nullable String local,
      @Nullable String peer,
      TcpState state,
      Counts counts) {
    events.add(observed(socket, "SOCK_STREAM", state, local, peer, counts.counters()));
    return this;
  }

  /** A datagram socket has that name. */
  Evidence named(SocketId socket, String local) {
    events.add(observed(socket, "SOCK_DGRAM", null, local, null, null));
    return this;
  }

  private SocketObserved observed(
      SocketId socket,
      String type,
      @Nullable TcpState state,
      @Nullable String local,
      @Nullable String peer,
      @Nullable TcpCounters counters) {
    return new SocketObserved(
        stamp(socket.program()),
        socket,
        5,
        type,
        state,
        local == null ? null : EventScript.address(local),
        peer == null ? null : EventScript.address(peer),
        0,
        0,
        -1,
        -1,
        -1,
        counters);
  }

  Evidence kept(SocketAddress local, SocketAddress peer, TcpState state) {
    events.add(
        new ConnectionObserved(
            stamp(""), local, peer, state, ConnectionObserved.Timer.NONE, -1, 0, 0, 0));
    return this;
  }

  /** A client that has connected, and whose counters have been read. */
  Evidence connected() {
    return socket(CLIENT_SOCKET, "socket(AF_INET, SOCK_STREAM, 0)")
        .call(CLIENT_SOCKET, "connect(5, 127.0.0.1:5000)", Result.of(0))
        .client(TcpState.ESTABLISHED, new Counts(2, 1, 0, 0, 0, 1, 0));
  }
}
