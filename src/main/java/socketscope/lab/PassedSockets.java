package socketscope.lab;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.SynSaved;

/**
 * Which sockets of programs are one: a descriptor that was sent (unix(7), SCM_RIGHTS) stands for
 * the socket that it stood for before, and the kernel says so by the socket's number (socket(7),
 * SO_COOKIE). Where it has no such numbers, what arrives is a socket by itself.
 */
final class PassedSockets {

  private final Map<Long, SocketId> byCookie = new HashMap<>();
  private final Map<SocketId, SocketId> same = new HashMap<>();

  /** The event with the first identity of each of its sockets. */
  Event identified(Event event) {
    return switch (event) {
      case ProgramStarted started when started.parent() == null -> {
        forget(started.program());
        yield event;
      }
      case SocketObserved seen -> {
        recognize(seen);
        yield renamed(seen.socket()) ? seen.of(first(seen.socket())) : seen;
      }
      case CallStarted started when renamed(started.socket()) ->
          new CallStarted(
              started.stamp(),
              started.callId(),
              first(started.socket()),
              started.thread(),
              started.call());
      case CallQueued queued when renamed(queued.socket()) ->
          new CallQueued(
              queued.stamp(),
              queued.callId(),
              first(queued.socket()),
              queued.call(),
              queued.behind());
      case CallReturned returned when renamed(returned.socket()) ->
          new CallReturned(
              returned.stamp(),
              returned.callId(),
              first(returned.socket()),
              returned.created(),
              returned.second(),
              returned.kept(),
              returned.result());
      case SynSaved saved when renamed(saved.socket()) ->
          new SynSaved(saved.stamp(), first(saved.socket()), saved.bytes());
      default -> event;
    };
  }

  private void recognize(SocketObserved seen) {
    SocketId first =
        seen.cookie() == 0
            ? seen.socket()
            : byCookie.computeIfAbsent(seen.cookie(), _ -> seen.socket());
    if (!first.equals(seen.socket()) && !first.equals(same.get(seen.socket()))) {
      same.put(seen.socket(), first);
    }
  }

  /** A program that is started again counts its sockets from 1 again. */
  private void forget(String program) {
    byCookie.values().removeIf(id -> id.program().equals(program));
    same.entrySet()
        .removeIf(
            of -> of.getKey().program().equals(program) || of.getValue().program().equals(program));
  }

  private boolean renamed(@Nullable SocketId id) {
    return id != null && same.containsKey(id);
  }

  private SocketId first(SocketId id) {
    return same.getOrDefault(id, id);
  }
}
