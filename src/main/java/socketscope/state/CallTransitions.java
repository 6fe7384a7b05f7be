package socketscope.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallEvent;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ProgramEnded;

/** What calls do to sockets, as far as no packet has shown it already. */
final class CallTransitions {

  private final HistoryBuilders builders;
  private final OpeningCalls opening;
  private final ClosingCalls closing;
  private final Map<Long, CallStarted> running = new HashMap<>();

  CallTransitions(HistoryBuilders builders) {
    this.builders = builders;
    this.opening = new OpeningCalls(builders);
    this.closing = new ClosingCalls(builders);
  }

  /** The same calls, of other histories. */
  CallTransitions of(HistoryBuilders others) {
    CallTransitions copy = new CallTransitions(others);
    copy.running.putAll(running);
    return copy;
  }

  /** Gives the histories that may have changed. */
  List<HistoryBuilder> happened(CallEvent event) {
    return switch (event) {
      case CallQueued _ -> List.of();
      case CallStarted started -> started(started);
      case CallBlocked blocked -> blocked(blocked);
      case CallReturned returned -> returned(returned);
    };
  }

  private List<HistoryBuilder> started(CallStarted started) {
    running.put(started.callId(), started);
    if (started.socket() != null) {
      HistoryBuilder builder = builders.of(started.socket());
      switch (started.call().function().basic()) {
        case CONNECT -> builder.connecting = started;
        case CLOSE, SHUTDOWN -> closing.started(builder, started);
        default -> {}
      }
    }
    return List.of();
  }

  private List<HistoryBuilder> blocked(CallBlocked blocked) {
    CallStarted start = running.get(blocked.callId());
    if (start == null || start.socket() == null) {
      return List.of();
    }
    HistoryBuilder builder = builders.of(start.socket());
    opening.blocked(builder, start, blocked);
    return List.of(builder);
  }

  private List<HistoryBuilder> returned(CallReturned returned) {
    CallStarted start = running.remove(returned.callId());
    if (start == null) {
      return List.of();
    }
    if (returned.second() != null) {
      return opening.paired(returned);
    }
    if (returned.created() != null) {
      return List.of(opening.created(start, returned));
    }
    if (start.socket() == null) {
      return List.of();
    }
    HistoryBuilder builder = builders.of(start.socket());
    if (start.equals(builder.closing)) {
      builder.closing = null;
    }
    if (returned.result().failed()) {
      failed(builder, start, returned);
      return List.of(builder);
    }
    // Another descriptor stands for the socket, which lives on.
    return returned.kept() ? List.of(builder) : done(builder, start, returned);
  }

  private List<HistoryBuilder> done(
      HistoryBuilder builder, CallStarted start, CallReturned returned) {
    ChangeCause cause = new ChangeCause.Called(start);
    switch (start.call().function().basic()) {
      case BIND -> opening.bound(builder, start, returned);
      case LISTEN -> opening.listens(builder, returned, cause);
      case CONNECT -> opening.connected(builder, start, returned);
      case SEND -> {
        if (start.call().address().isPresent()) {
          opening.sentFrom(builder, returned, cause);
        }
      }
      case SETSOCKOPT -> optionSet(builder, start.call());
      case SHUTDOWN -> closing.shutDown(builder, start.call(), returned, cause);
      case CLOSE -> {
        List<HistoryBuilder> waiting =
            builder.socket == null ? List.of() : builders.waitingAt(builder.socket);
        closing.closed(builder, returned, cause);
        return Stream.concat(Stream.of(builder), waiting.stream()).toList();
      }
      default -> {}
    }
    return List.of(builder);
  }

  private static void optionSet(HistoryBuilder builder, Call call) {
    if (call.arguments().get(2).toString().equals("TCP_DEFER_ACCEPT")
        && call.arguments().get(3) instanceof Argument.Number(long seconds)) {
      builder.defersAccept = seconds > 0;
    }
  }

  private void failed(HistoryBuilder builder, CallStarted start, CallReturned returned) {
    @Nullable String errno =
        returned.result().errno() == null ? null : returned.result().errno().name();
    switch (start.call().function().basic()) {
      case CONNECT -> opening.failed(builder, start, returned, String.valueOf(errno));
      case SEND, RECV -> closing.broken(builder, returned, String.valueOf(errno));
      default -> {}
    }
  }

  /** The kernel closes what a process leaves. */
  List<HistoryBuilder> ended(ProgramEnded end) {
    running.values().removeIf(start -> start.program().equals(end.program()));
    List<HistoryBuilder> left =
        builders.all().stream().filter(builder -> builder.program.equals(end.program())).toList();
    ChangeCause cause = new ChangeCause.Ended(end);
    for (HistoryBuilder builder : left) {
      if (builder.open) {
        closing.closed(builder, end, cause);
      }
    }
    return left;
  }
}
