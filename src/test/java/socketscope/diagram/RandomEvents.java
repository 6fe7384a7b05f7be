package socketscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.StepChecked;
import socketscope.event.TcpState;

/** Events in any order, most of which no kernel would ever give. */
public final class RandomEvents {

  private static final List<String> PROGRAMS = List.of("client", "client2", "server", "server2");
  private static final List<Call> CALLS =
      List.of(
          EventScript.parse("socket(AF_INET, SOCK_STREAM, 0)"),
          EventScript.parse("bind(5, 127.0.0.1:5000)"),
          EventScript.parse("accept(5)"),
          EventScript.parse("send(5, \"un texto que no cabe en ninguna parte\", 0)"),
          EventScript.parse("close(5)"),
          EventScript.parse("sendto(5, \"hola\", 0, [::1]:6000)"));

  private final Random random;
  private long nanos = 1_000_000;

  public RandomEvents(long seed) {
    random = new Random(seed);
  }

  public List<Event> list(int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nanos += random.nextInt(2_000_000);
      events.add(next(i));
    }
    return events;
  }

  private Event next(int serial) {
    Stamp stamp = new Stamp(nanos, PROGRAMS.get(random.nextInt(4)), serial);
    SocketId socket = new SocketId(stamp.program(), 1 + random.nextInt(3));
    long call = random.nextInt(12);
    return switch (random.nextInt(14)) {
      case 0 -> new ProgramStarted(stamp, Role.of(stamp.program()), 1 + random.nextInt(9000));
      case 1 -> new ProgramEnded(stamp, 0, random.nextInt(2) * 9, random.nextBoolean());
      case 2 -> new CallQueued(stamp, call, socket, call(), 1);
      case 3, 4, 5 -> new CallStarted(stamp, call, random.nextBoolean() ? socket : null, 1, call());
      case 6 -> new CallBlocked(stamp, call, "time");
      case 7, 8, 9 -> new CallReturned(stamp, call, socket, null, result());
      case 10 -> new StepChecked(stamp, call, 1, "0", "-1 EBADF", random.nextBoolean());
      default -> observed(stamp, socket);
    };
  }

  private Call call() {
    return CALLS.get(random.nextInt(CALLS.size()));
  }

  private Result result() {
    return switch (random.nextInt(3)) {
      case 0 -> Result.of(random.nextInt(9));
      case 1 -> EventScript.failed(98, "EADDRINUSE");
      default -> EventScript.data("¡adiós, mundo! <&>");
    };
  }

  private Event observed(Stamp stamp, SocketId socket) {
    TcpState[] states = TcpState.values();
    return new SocketObserved(
        stamp,
        socket,
        4 + socket.number(),
        "SOCK_STREAM",
        random.nextInt(4) == 0 ? null : states[random.nextInt(states.length)],
        random.nextBoolean() ? EventScript.address("127.0.0.1:5000") : null,
        null,
        random.nextInt(3) - 1,
        random.nextInt(3) - 1,
        random.nextInt(3) - 1,
        5,
        -1,
        null);
  }
}
