package socketscope.lab;

import java.util.Optional;
import socketscope.event.Call;
import socketscope.event.Event;
import socketscope.event.Place;
import socketscope.kernel.Forbidden;
import socketscope.kernel.LocalConstants;
import socketscope.kernel.UnsupportedKernelException;

/**
 * Refuses the calls that might reach beyond an experiment; see docs/decisions/nobody-outside.md.
 */
final class CallGuard {

  private final LocalConstants constants;
  private final TiedSockets tied;
  private final ExperimentFolder folder;

  /**
   * A guard.
   *
   * @param folder where paths of AF_UNIX lead to
   * @throws UnsupportedKernelException where the calls of this system are not known
   */
  CallGuard(ExperimentFolder folder) throws UnsupportedKernelException {
    this.constants = new LocalConstants();
    this.tied = new TiedSockets(constants);
    this.folder = folder;
  }

  /** Takes in which sockets were tied to the loopback device. */
  void learn(Event event) {
    tied.learn(event);
  }

  /** Throws where the call must not be made. */
  void check(String program, Call call, Place place) throws RefusedCallException {
    Optional<Forbidden> forbidden =
        constants.forbiddenIn(call, place, tied.has(program, call.descriptor()));
    if (forbidden.isPresent()) {
      throw RefusedCallException.of(forbidden.get());
    }
    if (folder.path() == null && ExperimentFolder.isNamedIn(call)) {
      throw RefusedCallException.of(new Forbidden.Outside(call.address().orElseThrow()));
    }
  }
}
