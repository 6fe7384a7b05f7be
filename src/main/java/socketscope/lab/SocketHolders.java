package socketscope.lab;

import java.util.HashMap;
import java.util.Map;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/**
 * Which processes have descriptors of which sockets. A process that closes its last one cannot know
 * whether another process has one, too, or will have one that is on its way, and the socket lives
 * on ({@link CallReturned#kept}).
 */
final class SocketHolders {

  private final SocketModel model = new SocketModel();
  private final Map<SocketId, SocketObserved> told = new HashMap<>();
  private final PassedSockets passed = new PassedSockets();

  /**
   * The event with the identities that its sockets have had before: a program that is sent a
   * descriptor cannot know whose socket it stands for.
   */
  synchronized Event identified(Event event) {
    return passed.identified(event);
  }

  /**
   * Whether another process has just said the same of that socket. Each that has a descriptor asks
   * the kernel by itself.
   */
  synchronized boolean isKnown(Event event) {
    if (!(event instanceof SocketObserved seen)) {
      return false;
    }
    SocketObserved before = told.put(seen.socket(), seen);
    return before != null && !before.program().equals(seen.program()) && before.agrees(seen);
  }

  /** The event with what the program that reports it could not know. */
  synchronized Event complete(Event event) {
    Event whole =
        event instanceof CallReturned returned && isHeldElsewhere(returned)
            ? kept(returned)
            : event;
    model.add(whole);
    model.closedNow().forEach(socket -> told.remove(socket.id()));
    return whole;
  }

  /** Whether it is a close() of a socket that another process has a descriptor of. */
  private boolean isHeldElsewhere(CallReturned returned) {
    MadeCall call = model.unreturned(returned.callId()).orElse(null);
    return call != null
        && call.is(Function.CLOSE)
        && !returned.kept()
        && !returned.result().failed()
        && model.socket(call).stream()
            .anyMatch(socket -> isHeldElsewhere(socket, returned.program()));
  }

  private boolean isHeldElsewhere(SocketRecord socket, String program) {
    return model.onItsWay(socket)
        || model.holders(socket).stream().anyMatch(holder -> !holder.equals(program));
  }

  private static CallReturned kept(CallReturned returned) {
    return new CallReturned(
        returned.stamp(),
        returned.callId(),
        returned.socket(),
        returned.created(),
        returned.second(),
        true,
        returned.result());
  }
}
