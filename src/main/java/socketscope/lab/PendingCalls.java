package socketscope.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import socketscope.event.CallReturned;

/** The calls that were sent to programs and have not returned. Safe for several threads. */
final class PendingCalls {

  private record Entry(String program, PendingCall call) {}

  private final Map<Long, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong services = new AtomicLong();

  /** More calls than are ever made by hand, or for one service. */
  private static final long MOST = 1_000_000_000;

  PendingCall add(String program) {
    return add(program, count.incrementAndGet());
  }

  /**
   * The first call that a program makes for a service; the next ones count up from its identity.
   */
  PendingCall addFirstOfMany(String program) {
    return add(program, services.incrementAndGet() * MOST);
  }

  /** A call that a program has begun by itself. */
  void begun(String program, long callId) {
    if (callId >= MOST && !entries.containsKey(callId)) {
      add(program, callId);
    }
  }

  private PendingCall add(String program, long callId) {
    PendingCall call =
        new PendingCall(callId, new CompletableFuture<>(), new CompletableFuture<>());
    entries.put(callId, new Entry(program, call));
    return call;
  }

  boolean isPending(long callId) {
    return entries.containsKey(callId);
  }

  /** The program that is making a call; empty where the call has returned. */
  Optional<String> programOf(long callId) {
    return Optional.ofNullable(entries.get(callId)).map(Entry::program);
  }

  void blocked(long callId) {
    Entry entry = entries.get(callId);
    if (entry != null) {
      entry.call.blockedOrReturned().complete(null);
    }
  }

  void returned(CallReturned event) {
    Entry entry = entries.remove(event.callId());
    if (entry != null) {
      entry.call.returned().complete(event);
      entry.call.blockedOrReturned().complete(null);
    }
  }

  /** The program has ended: none of its calls will return. */
  void failAll(String program) {
    for (Entry entry : List.copyOf(entries.values())) {
      if (entry.program.equals(program) && entries.remove(entry.call.id(), entry)) {
        entry.call.returned().completeExceptionally(new ProgramEndedException(program));
        entry.call.blockedOrReturned().complete(null);
      }
    }
  }
}
