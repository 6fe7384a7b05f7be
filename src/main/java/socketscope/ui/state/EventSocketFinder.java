package socketscope.ui.state;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.NoteWritten;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.event.SynSaved;
import socketscope.packet.Flow;
import socketscope.packet.Packet;
import socketscope.state.SocketHistory;

/** Finds the socket that an event is about. */
final class EventSocketFinder {

  private EventSocketFinder() {}

  /**
   * The history of that socket.
   *
   * @param events those up to the current one
   * @param all the histories so far
   * @param before the one that was looked at before: it stays, if it takes part in the event
   */
  static Optional<SocketHistory> at(
      List<Event> events, List<SocketHistory> all, @Nullable SocketHistory before) {
    if (events.isEmpty()) {
      return all.stream().findFirst();
    }
    return switch (events.getLast()) {
      case CallStarted call -> of(call.socket(), all);
      case CallQueued call -> of(call.socket(), all);
      case CallReturned call -> of(call.created() == null ? call.socket() : call.created(), all);
      case CallBlocked call -> ofCall(events, call.callId(), all);
      case StepChecked step -> ofCall(events, step.callId(), all);
      case SocketObserved seen -> of(seen.socket(), all);
      case SynSaved saved -> of(saved.socket(), all);
      case ConnectionObserved seen -> between(seen.local(), seen.peer(), all);
      case ConnectionForgotten gone -> between(gone.local(), gone.peer(), all);
      case PacketSeen packet -> ofPacket(packet, all, before);
      case NoteWritten _, StepFailed _ -> Optional.empty();
      case ExperimentStarted _, ProgramStarted _, ProgramEnded _, ProgramEvent _ ->
          Optional.empty();
      case PacketInferred packet -> at(List.of(packet.proof()), all, before);
      case CaptureStarted _, CaptureEnded _ -> Optional.empty();
      case ForeignSocketSeen seen -> of(seen.socket(), all);
      case ForeignSocketObserved seen -> of(seen.socket(), all);
      case ForeignProgramEnded _ -> Optional.empty();
    };
  }

  private static Optional<SocketHistory> of(@Nullable SocketId socket, List<SocketHistory> all) {
    return socket == null
        ? Optional.empty()
        : all.stream().filter(one -> socket.equals(one.socket())).reduce((_, last) -> last);
  }

  private static Optional<SocketHistory> ofCall(
      List<Event> events, long callId, List<SocketHistory> all) {
    for (Event event : events.reversed()) {
      if (event instanceof CallStarted started && started.callId() == callId) {
        return of(started.socket(), all);
      }
    }
    return Optional.empty();
  }

  private static Optional<SocketHistory> between(
      SocketAddress local, SocketAddress peer, List<SocketHistory> all) {
    return all.stream()
        .filter(one -> local.equals(one.local()) && peer.equals(one.peer()))
        .reduce((_, last) -> last);
  }

  private static Optional<SocketHistory> ofPacket(
      PacketSeen packet, List<SocketHistory> all, @Nullable SocketHistory before) {
    Flow flow = Packet.decode(packet.bytes()).flow().orElse(null);
    if (flow == null) {
      return Optional.empty();
    }
    Optional<SocketHistory> sender = between(flow.source(), flow.destination(), all);
    Optional<SocketHistory> receiver = between(flow.destination(), flow.source(), all);
    boolean stays =
        before != null && receiver.filter(one -> one.number() == before.number()).isPresent();
    return stays ? receiver : sender.or(() -> receiver);
  }
}
