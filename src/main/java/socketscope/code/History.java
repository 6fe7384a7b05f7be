package socketscope.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;

/**
 * What the programs of an experiment did, gathered from its events.
 *
 * @param title the experiment's
 * @param programs in the order of their start
 * @param deeds in the order in which they began
 * @param locals the address that the kernel named for each socket, where it named one
 */
record History(
    String title, List<String> programs, List<Deed> deeds, Map<SocketId, SocketAddress> locals) {

  static History of(List<Event> events) {
    String title = "";
    Set<String> programs = new LinkedHashSet<>();
    Map<Long, CallStarted> started = new LinkedHashMap<>();
    Set<Long> blocked = new LinkedHashSet<>();
    Map<Long, CallReturned> returned = new HashMap<>();
    Map<SocketId, SocketAddress> locals = new HashMap<>();
    List<Deed> deeds = new ArrayList<>();
    for (Event event : events) {
      switch (event) {
        case ExperimentStarted first -> title = first.title();
        case ProgramStarted program -> programs.add(program.program());
        case CallStarted call -> started.put(call.callId(), call);
        case CallBlocked call -> blocked.add(call.callId());
        case CallReturned call -> returned.put(call.callId(), call);
        case SocketObserved seen when seen.local() != null ->
            locals.put(seen.socket(), seen.local());
        case ProgramEnded end -> deeds.add(new Deed.Ended(end.program(), end.stamp().nanos()));
        case Event _ -> {}
      }
    }
    for (CallStarted call : started.values()) {
      programs.add(call.program());
      deeds.add(made(call, blocked.contains(call.callId()), returned.get(call.callId())));
    }
    deeds.sort(Comparator.comparingLong(Deed::began));
    return new History(title, List.copyOf(programs), withoutLastEnds(deeds), locals);
  }

  private static Deed.Made made(CallStarted call, boolean slept, @Nullable CallReturned answer) {
    boolean interrupted =
        answer != null
            && answer.result().errno() != null
            && answer.result().errno().name().equals("EINTR");
    boolean over = answer != null && !interrupted;
    return new Deed.Made(
        call.program(),
        call.callId(),
        call.call(),
        call.socket(),
        over ? answer.created() : null,
        over ? answer.second() : null,
        over ? answer.result() : null,
        slept,
        interrupted,
        call.stamp().nanos(),
        over ? answer.stamp().nanos() : Long.MAX_VALUE);
  }

  /** The ends after the last call are the experiment's, and change nothing any more. */
  private static List<Deed> withoutLastEnds(List<Deed> deeds) {
    int last = deeds.size();
    while (last > 0 && deeds.get(last - 1) instanceof Deed.Ended) {
      last--;
    }
    return List.copyOf(deeds.subList(0, last));
  }

  List<Deed> of(String program) {
    return deeds.stream().filter(deed -> deed.program().equals(program)).toList();
  }

  /**
   * Whether a connect() was refused because a socket was bound to its address, and listened only
   * later.
   */
  boolean isEarly(Deed.Made connect) {
    return connect.call().function() == Function.CONNECT
        && connect.failedWith("ECONNREFUSED")
        && deeds.stream()
            .anyMatch(bind ->
                bind instanceof Deed.Made made
                    && made.call().function() == Function.BIND
                    && made.succeeded()
                    && made.began() < connect.began()
                    && Objects.equals(made.address(), connect.address())
                    && listens(made.socket(), connect.began()));
  }

  private boolean listens(@Nullable SocketId socket, long after) {
    return deeds.stream()
        .anyMatch(deed ->
            deed instanceof Deed.Made made
                && made.call().function() == Function.LISTEN
                && made.succeeded()
                && Objects.equals(made.socket(), socket)
                && made.began() > after);
  }

  /** Whether its program did something else while it slept, so that it needs a thread. */
  boolean hasThread(Deed.Made made) {
    return made.result() == null
        || deeds.stream()
            .anyMatch(other ->
                other.program().equals(made.program())
                    && other.began() > made.began()
                    && other.began() < made.returned());
  }
}
