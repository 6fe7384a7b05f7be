package socketscope.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.kernel.LocalConstants;

/**
 * The descriptors whose sockets their programs have tied to the loopback device, so that nobody
 * outside this machine reaches them whatever their address. A fold of the experiment's events.
 */
final class TiedSockets {

  private record Place(String program, int descriptor) {}

  private final LocalConstants constants;
  private final Map<Long, Call> running = new HashMap<>();
  private final Set<Place> tied = new HashSet<>();

  TiedSockets(LocalConstants constants) {
    this.constants = constants;
  }

  synchronized void learn(Event event) {
    switch (event) {
      case CallStarted started -> running.put(started.callId(), started.call());
      case CallReturned returned -> {
        Call call = running.remove(returned.callId());
        if (call != null && !returned.result().failed()) {
          learn(returned.program(), call, (int) returned.result().value());
        }
      }
      case ProgramStarted started when started.parent() != null ->
          List.copyOf(tied).stream()
              .filter(place -> place.program.equals(started.parent().program()))
              .forEach(place -> tied.add(new Place(started.program(), place.descriptor)));
      case ProgramEnded ended -> tied.removeIf(place -> place.program.equals(ended.program()));
      default -> {}
    }
  }

  private void learn(String program, Call call, int value) {
    if (call.function() == Function.SETSOCKOPT && constants.ties(call)) {
      tied.add(new Place(program, call.descriptor().orElseThrow()));
    } else if (call.duplicates()) {
      Place copy = new Place(program, value);
      if (has(program, call.descriptor())) {
        tied.add(copy);
      } else {
        tied.remove(copy);
      }
    } else if (call.function() == Function.CLOSE) {
      tied.remove(new Place(program, call.descriptor().orElseThrow()));
    }
  }

  /** Whether that descriptor stands for a tied socket. */
  synchronized boolean has(String program, OptionalInt descriptor) {
    return descriptor.isPresent() && tied.contains(new Place(program, descriptor.getAsInt()));
  }
}
