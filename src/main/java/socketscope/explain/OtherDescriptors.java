package socketscope.explain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.fold.PersistentMap;
import socketscope.socket.MadeCall;

/** What descriptors stand for that are no sockets, as far as a call of the program made them. */
final class OtherDescriptors {

  /** What such a descriptor stands for. */
  enum Thing {
    /** The end of a pipe that is read. pipe(2). */
    PIPE_OUT,
    /** The end of a pipe that is written. */
    PIPE_IN,
    /** eventfd(2). */
    EVENTFD,
    /** epoll_create(2). */
    EPOLL
  }

  private record Place(String program, int descriptor) {}

  private PersistentMap<Place, Thing> things = PersistentMap.empty();

  OtherDescriptors copy() {
    OtherDescriptors copy = new OtherDescriptors();
    copy.things = things;
    return copy;
  }

  /** What that number stands for in a program; empty for a socket, and where nobody knows it. */
  Optional<Thing> at(String program, int descriptor) {
    return Optional.ofNullable(things.get(new Place(program, descriptor)));
  }

  /** The process that a program was is no more. */
  void forget(String program) {
    for (Place place : things.keys()) {
      if (place.program().equals(program)) {
        things = things.without(place);
      }
    }
  }

  /** Those of a program. */
  List<Integer> of(String program) {
    return things.keys().stream()
        .filter(place -> place.program().equals(program))
        .map(Place::descriptor)
        .toList();
  }

  /** A process is born with what its parent has. */
  void forked(String child, String parent) {
    for (Place place : things.keys()) {
      if (place.program().equals(parent)) {
        at(parent, place.descriptor())
            .ifPresent(thing -> things = things.with(new Place(child, place.descriptor()), thing));
      }
    }
  }

  /** A call has succeeded. */
  void returned(MadeCall call) {
    CallReturned returned = call.returned();
    if (returned == null) {
      return;
    }
    int value = (int) returned.result().value();
    switch (call.function().creates()) {
      case SOCKET, ACCEPTED -> put(call, value, null);
      case SOCKET_PAIR, PASSED ->
          returned.result().descriptors().forEach(number -> put(call, number, null));
      case DESCRIPTOR -> put(call, value, call.is(Function.EVENTFD) ? Thing.EVENTFD : Thing.EPOLL);
      case DESCRIPTOR_PAIR -> {
        if (returned.result().descriptors().size() == 2) {
          put(call, returned.result().descriptors().getFirst(), Thing.PIPE_OUT);
          put(call, returned.result().descriptors().getLast(), Thing.PIPE_IN);
        }
      }
      case DUPLICATE -> {
        if (call.call().duplicates()) {
          put(call, value, at(call.program(), call.call().descriptor().orElse(-1)).orElse(null));
        }
      }
      case PROCESS -> {} // the process is there before the call has returned: see forked()
      case NOTHING -> {
        if (call.is(Function.CLOSE)) {
          put(call, call.call().descriptor().orElse(-1), null);
        }
      }
    }
  }

  private void put(MadeCall call, int descriptor, @Nullable Thing thing) {
    Place place = new Place(call.program(), descriptor);
    things = thing == null ? things.without(place) : things.with(place, thing);
  }
}
