package socketscope.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallEvent;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.SocketId;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;

/** What calls do to sockets, as far as no packet has shown it already. */
final class CallTransitions {

  /** What a call that has succeeded does to the history of its socket. */
  private interface Transitions {
    void of(HistoryBuilder builder, MadeCall call, CallReturned returned);
  }

  private final HistoryBuilders builders;
  private final OpeningCalls opening;
  private final ClosingCalls closing;
  private final Map<Function, Transitions> succeeded;

  CallTransitions(HistoryBuilders builders) {
    this.builders = builders;
    this.opening = new OpeningCalls(builders);
    this.closing = new ClosingCalls(builders);
    this.succeeded =
        Map.of(
            Function.BIND, opening::bound,
            Function.LISTEN, opening::listens,
            Function.CONNECT, opening::connected,
            Function.SHUTDOWN, closing::shutDown);
  }

  /**
   * Gives the histories that may have changed.
   *
   * @param call that the event is of
   */
  List<HistoryBuilder> happened(CallEvent event, MadeCall call) {
    return switch (event) {
      case CallQueued _ -> List.of();
      case CallStarted _ -> {
        builders.model().socket(call).ifPresent(builders::of);
        yield List.of();
      }
      case CallBlocked blocked -> blocked(blocked, call);
      case CallReturned returned -> returned(returned, call);
    };
  }

  private @Nullable HistoryBuilder on(MadeCall call) {
    return builders.model().socket(call).map(builders::of).orElse(null);
  }

  private List<HistoryBuilder> blocked(CallBlocked blocked, MadeCall call) {
    HistoryBuilder builder = on(call);
    if (builder == null) {
      return List.of();
    }
    opening.blocked(builder, call, blocked);
    return List.of(builder);
  }

  private List<HistoryBuilder> returned(CallReturned returned, MadeCall call) {
    List<HistoryBuilder> changed = new ArrayList<>();
    Stream.of(returned.created(), returned.second())
        .flatMap(Stream::ofNullable)
        .map(socket -> opening.created(record(socket), call, returned))
        .forEach(changed::add);
    HistoryBuilder builder = on(call);
    if (builder != null && changed.isEmpty()) {
      happened(builder, call, returned);
      changed.add(builder);
    }
    changed.addAll(closed(returned, new ChangeCause.Called(started(call))));
    return changed;
  }

  private SocketRecord record(SocketId socket) {
    return builders.model().socket(socket).orElseThrow();
  }

  @SuppressWarnings("NullAway") // a call that has returned has started
  private static CallStarted started(MadeCall call) {
    return call.started();
  }

  private void happened(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    if (call.succeeded() && call.sends()) {
      opening.sentFrom(builder, call, returned);
    } else if (call.succeeded()) {
      Transitions known = succeeded.get(call.function());
      if (known != null) {
        known.of(builder, call, returned);
      }
    } else if (call.is(Function.CONNECT)) {
      opening.failed(builder, call, returned);
    } else if (call.function().moves()) {
      closing.broken(builder, call, returned);
    }
  }

  /** The last descriptors of sockets are gone with that event. */
  private List<HistoryBuilder> closed(Event event, ChangeCause cause) {
    List<HistoryBuilder> changed = new ArrayList<>();
    for (SocketRecord socket : builders.model().closedNow()) {
      HistoryBuilder builder = builders.known(socket);
      if (builder != null && builder.open) {
        changed.add(builder);
        changed.addAll(builders.waitingAt(socket.id()));
        closing.closed(builder, event, cause);
      }
    }
    return changed;
  }

  /** The kernel closes what a process leaves. */
  List<HistoryBuilder> ended(ProgramEnded end) {
    Set<HistoryBuilder> changed =
        builders.all().stream()
            .filter(builder -> builder.program.equals(end.program()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    changed.addAll(closed(end, new ChangeCause.Ended(end)));
    return List.copyOf(changed);
  }
}
