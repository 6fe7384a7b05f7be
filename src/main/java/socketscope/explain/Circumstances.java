package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import socketscope.event.Argument;
import socketscope.event.SocketAddress;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketKind.Family;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/** What is known of a call that failed, from its arguments and from what happened before. */
final class Circumstances {

  private Circumstances() {}

  /** What holds of the call, that which explains most first. */
  static List<Circumstance> of(Story story, MadeCall call) {
    SocketModel model = story.before(call);
    SocketRecord socket = model.socket(call).orElse(null);
    List<Circumstance> found = new ArrayList<>(SocketCreation.of(call.call(), call.errno()));
    if (socket != null) {
      found.addAll(SocketCircumstances.special(story, model, call, socket));
    }
    found.addAll(ArgumentCircumstances.of(call.call()));
    if (socket == null) {
      ofDescriptor(story, model, call).ifPresent(found::add);
    } else {
      if (otherFamily(socket, call)) {
        found.add(Circumstance.of(Situation.OTHER_FAMILY));
      }
      found.addAll(SocketCircumstances.general(model, call, socket));
    }
    return found;
  }

  /** What a descriptor is that stands for no socket. */
  private static Optional<Circumstance> ofDescriptor(
      Story story, SocketModel model, MadeCall call) {
    if (call.call().descriptor().isEmpty()) {
      return Optional.empty();
    }
    int number = call.call().descriptor().getAsInt();
    if (number < 0) {
      return Optional.of(noDescriptor(story, model, call));
    }
    Optional<OtherDescriptors.Thing> thing = story.others().at(call.program(), number);
    if (thing.isPresent()) {
      return Optional.of(Circumstance.of(situation(thing.get()), number));
    }
    if (model.descriptors(call.program()).closedBy(number) != null) {
      return Optional.of(Circumstance.of(Situation.CLOSED, number));
    }
    if (model.descriptors(call.program()).standard(number)) {
      return Optional.of(
          Circumstance.of(
              number == 0 ? Situation.STANDARD_INPUT : Situation.STANDARD_OUTPUT, number));
    }
    return Optional.of(Circumstance.of(Situation.NEVER_OPENED, number));
  }

  private static Situation situation(OtherDescriptors.Thing thing) {
    return switch (thing) {
      case PIPE_OUT -> Situation.PIPE_OUT;
      case PIPE_IN -> Situation.PIPE_IN;
      case EVENTFD -> Situation.EVENTFD;
      case EPOLL -> Situation.EPOLL;
    };
  }

  private static Circumstance noDescriptor(Story story, SocketModel model, MadeCall call) {
    Optional<MadeCall> failed = story.lastFailure(call.program());
    if (failed.isPresent()) {
      return Circumstance.of(
          Situation.FAILED_BEFORE, failed.get().call().toString(), failed.get().errno());
    }
    boolean none =
        model.sockets().stream().noneMatch(socket -> socket.program().equals(call.program()));
    return Circumstance.of(none ? Situation.NOTHING_OPENED_YET : Situation.NO_DESCRIPTOR);
  }

  private static boolean otherFamily(SocketRecord socket, MadeCall call) {
    return call.call().arguments().stream()
        .anyMatch(argument ->
            argument instanceof Argument.Address(SocketAddress address) && !fits(socket, address));
  }

  private static boolean fits(SocketRecord socket, SocketAddress address) {
    if (socket.kind().family() == Family.UNKNOWN) {
      return true;
    }
    return switch (address) {
      case SocketAddress.Inet4 _ -> socket.kind().family() == Family.INET;
      case SocketAddress.Inet6 _ -> socket.kind().family() == Family.INET6;
      case SocketAddress.Unix _ -> socket.kind().unix();
      case SocketAddress.Other other -> other.unspecified();
    };
  }
}
