package socketscope.lab;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.kernel.LocalConstants;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;

/**
 * The sockets that their programs have tied to the loopback device, so that nobody outside this
 * machine reaches them whatever their address. A fold of the experiment's events.
 */
final class TiedSockets {

  private final LocalConstants constants;
  private final SocketModel model = new SocketModel();

  /** Their numbers in the model. */
  private final Set<Integer> tied = new HashSet<>();

  TiedSockets(LocalConstants constants) {
    this.constants = constants;
  }

  synchronized void learn(Event event) {
    MadeCall call = model.add(event);
    if (event instanceof CallReturned
        && call != null
        && call.succeeded()
        && call.is(Function.SETSOCKOPT)
        && constants.ties(call.call())) {
      tied.add(call.socketNumber());
    }
  }

  /** Whether that descriptor stands for a tied socket. */
  synchronized boolean has(String program, OptionalInt descriptor) {
    return descriptor.isPresent()
        && model
            .socket(program, descriptor.getAsInt())
            .filter(socket -> tied.contains(socket.number()))
            .isPresent();
  }
}
