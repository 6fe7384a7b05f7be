package socketscope.infer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;

/** The calls that were made on each socket, in the order in which they started. */
final class SocketCalls {

  private final Map<SocketId, List<CallSpan>> bySocket = new LinkedHashMap<>();
  private final Map<SocketId, BytesHanded> handed = new HashMap<>();
  private final List<CallSpan> accepts = new ArrayList<>();

  static SocketCalls of(List<? extends Event> events) {
    Map<Long, CallReturned> returns = new HashMap<>();
    for (Event event : events) {
      if (event instanceof CallReturned returned) {
        returns.put(returned.callId(), returned);
      }
    }
    SocketCalls log = new SocketCalls();
    for (Event event : events) {
      if (event instanceof CallStarted started && started.socket() != null) {
        CallSpan span = new CallSpan(started, returns.get(started.callId()));
        log.bySocket.computeIfAbsent(started.socket(), _ -> new ArrayList<>()).add(span);
        if (span.function() == Function.ACCEPT) {
          log.accepts.add(span);
        }
      }
    }
    return log;
  }

  List<CallSpan> on(@Nullable SocketId socket) {
    return socket == null ? List.of() : bySocket.getOrDefault(socket, List.of());
  }

  /** The call that handed over a byte of a connection that began then, counted from 1. */
  Optional<CallSpan> handedOver(@Nullable SocketId socket, long begin, long number) {
    return socket == null
        ? Optional.empty()
        : handed.computeIfAbsent(socket, id -> new BytesHanded(on(id))).call(begin, number);
  }

  /** The calls of these kinds that were under way at some moment between those two. */
  private Stream<CallSpan> during(
      @Nullable SocketId socket, Set<Function> functions, long after, long until) {
    List<CallSpan> calls = on(socket);
    return calls.subList(firstEndingAfter(calls, after), calls.size()).stream()
        .takeWhile(span -> span.start() < until)
        .filter(span -> functions.contains(span.function()))
        .filter(span -> span.end() > after)
        .filter(CallSpan::effective);
  }

  /** A socket's calls are made one after another, so they end in the order in which they start. */
  private static int firstEndingAfter(List<CallSpan> calls, long after) {
    int from = 0;
    int to = calls.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (calls.get(middle).end() > after) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** The first such call on any socket of a program. */
  Optional<CallSpan> first(String program, Set<Function> functions, long after, long until) {
    return bySocket.keySet().stream()
        .filter(socket -> socket.program().equals(program))
        .flatMap(socket -> during(socket, functions, after, until))
        .min(Comparator.comparingLong(CallSpan::start));
  }

  /** When accept() told that address between those moments; until then, if it did not. */
  long accepted(SocketAddress peer, long after, long until) {
    return accepts.stream()
        .filter(span -> span.broughtSomething(after, until))
        .filter(span ->
            span.returned() != null
                && peer.equals(PacketAddresses.plainOrNull(span.returned().result().address())))
        .mapToLong(CallSpan::end)
        .min()
        .orElse(until);
  }

  /** The first such call. */
  Optional<CallSpan> first(
      @Nullable SocketId socket, Set<Function> functions, long after, long until) {
    return during(socket, functions, after, until).findFirst();
  }

  /** When the first such call brought something between those moments; until then, if none did. */
  long firstBrought(@Nullable SocketId socket, Set<Function> functions, long after, long until) {
    return during(socket, functions, after, until)
        .filter(span -> span.broughtSomething(after, until))
        .mapToLong(CallSpan::end)
        .min()
        .orElse(until);
  }
}
