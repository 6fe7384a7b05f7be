package socketscope.explain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.event.SocketId;

/**
 * The calls of a {@link Story}: each by its number, and what is asked of those on one socket, found
 * without a look at all of them.
 */
final class CallTable {

  private final Map<Long, CallStory> calls = new LinkedHashMap<>();
  private final Map<Long, CallStory> running = new LinkedHashMap<>();
  private final Set<SocketId> accepted = new HashSet<>();
  private final Map<SocketId, Long> received = new HashMap<>();

  CallTable copy() {
    CallTable copy = new CallTable();
    copy.calls.putAll(calls);
    copy.running.putAll(running);
    copy.accepted.addAll(accepted);
    copy.received.putAll(received);
    return copy;
  }

  void queued(CallQueued queued) {
    begin(
        new CallStory(
            queued.callId(),
            queued.program(),
            queued.socket(),
            queued.call(),
            queued.stamp().nanos(),
            false,
            -1,
            null));
  }

  void started(CallStarted started) {
    CallStory call =
        new CallStory(
            started.callId(),
            started.program(),
            started.socket(),
            started.call(),
            started.stamp().nanos(),
            true,
            -1,
            null);
    begin(call);
    running.put(call.id(), call);
  }

  private void begin(CallStory call) {
    calls.put(call.id(), call);
    if (call.is(Function.ACCEPT) && call.socket() != null) {
      accepted.add(call.socket());
    }
  }

  void blocked(CallBlocked blocked) {
    CallStory asleep =
        calls.computeIfPresent(blocked.callId(), (_, call) -> call.asleep(blocked.stamp().nanos()));
    if (asleep != null) {
      running.replace(asleep.id(), asleep);
    }
  }

  /** The call with its result; null where nobody saw it begin. */
  @Nullable CallStory returned(CallReturned returned) {
    running.remove(returned.callId());
    CallStory call = calls.computeIfPresent(returned.callId(), (_, begun) -> begun.ended(returned));
    if (call != null && call.receives() && call.socket() != null) {
      received.merge(call.socket(), returned.stamp().nanos(), Math::max);
    }
    return call;
  }

  @Nullable CallStory call(long id) {
    return calls.get(id);
  }

  /** All of them, in the order in which they were made. */
  Collection<CallStory> all() {
    return calls.values();
  }

  /** Whether such a call on the socket is in the kernel now. */
  boolean running(SocketId socket, Predicate<CallStory> such) {
    return running.values().stream()
        .anyMatch(call -> socket.equals(call.socket()) && such.test(call));
  }

  /** Whether accept() was ever called, or is to be, on that listener. */
  boolean accepted(SocketId listener) {
    return accepted.contains(listener);
  }

  /** Whether a call that receives has returned on that socket since that time. */
  boolean receivedSince(SocketId socket, long nanos) {
    Long last = received.get(socket);
    return last != null && last >= nanos;
  }
}
