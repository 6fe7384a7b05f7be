package socketscope.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;

/**
 * Which processes have descriptors of which sockets. A process that closes its last one cannot know
 * whether another process has one, too, and the socket lives on ({@link CallReturned#kept}).
 */
final class SocketHolders {

  private final Map<SocketId, Set<String>> holders = new HashMap<>();
  private final Map<SocketId, SocketObserved> told = new HashMap<>();
  private final Map<Long, SocketId> closing = new HashMap<>();

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
    switch (event) {
      case CallStarted started -> closes(started);
      case CallReturned returned -> {
        return returned(returned);
      }
      case ProgramStarted started -> inherits(started);
      case ProgramEnded ended -> {
        holders.values().forEach(programs -> programs.remove(ended.program()));
        holders.values().removeIf(Set::isEmpty);
        told.keySet().retainAll(holders.keySet());
      }
      default -> {}
    }
    return event;
  }

  private void closes(CallStarted started) {
    if (started.call().function() == Function.CLOSE && started.socket() != null) {
      closing.put(started.callId(), started.socket());
    }
  }

  private CallReturned returned(CallReturned returned) {
    holds(returned.program(), returned.created());
    holds(returned.program(), returned.second());
    SocketId closed = closing.remove(returned.callId());
    return closed == null || returned.kept() || returned.result().failed()
        ? returned
        : closed(returned, closed);
  }

  private void inherits(ProgramStarted child) {
    ProgramStarted.Parent parent = child.parent();
    if (parent != null) {
      holders.values().stream()
          .filter(programs -> programs.contains(parent.program()))
          .forEach(programs -> programs.add(child.program()));
    }
  }

  private void holds(String program, @Nullable SocketId socket) {
    if (socket != null) {
      holders.computeIfAbsent(socket, _ -> new HashSet<>()).add(program);
    }
  }

  private CallReturned closed(CallReturned returned, SocketId socket) {
    Set<String> programs = holders.getOrDefault(socket, Set.of());
    if (!programs.isEmpty()) {
      programs.remove(returned.program());
    }
    if (programs.isEmpty()) {
      holders.remove(socket);
      told.remove(socket);
      return returned;
    }
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
