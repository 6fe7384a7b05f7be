package socketscope.infer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.socket.CallLog;
import socketscope.socket.MadeCall;

/** The calls that were made on each socket, in the order in which they started. */
final class SocketCalls {

  private final Map<Integer, List<MadeCall>> bySocket = new LinkedHashMap<>();
  private final Map<Integer, BytesHanded> handed = new HashMap<>();
  private final List<MadeCall> accepts = new ArrayList<>();

  SocketCalls(CallLog log) {
    for (MadeCall call : log.calls()) {
      if (call.started() != null && call.socketNumber() != MadeCall.NONE) {
        bySocket.computeIfAbsent(call.socketNumber(), _ -> new ArrayList<>()).add(call);
        if (call.is(Function.ACCEPT)) {
          accepts.add(call);
        }
      }
    }
    // A call that waited was known before others that it came after.
    bySocket.values().forEach(calls -> calls.sort(Comparator.comparingLong(MadeCall::since)));
  }

  List<MadeCall> on(int socket) {
    return bySocket.getOrDefault(socket, List.of());
  }

  /** The call that handed over a byte of a connection that began then, counted from 1. */
  Optional<MadeCall> handedOver(int socket, long begin, long number) {
    return handed.computeIfAbsent(socket, one -> new BytesHanded(on(one))).call(begin, number);
  }

  /** The calls of these kinds that were under way at some moment between those two. */
  private Stream<MadeCall> during(int socket, Predicate<MadeCall> kinds, long after, long until) {
    List<MadeCall> calls = on(socket);
    return calls.subList(firstEndingAfter(calls, after), calls.size()).stream()
        .takeWhile(call -> call.since() < until)
        .filter(kinds)
        .filter(call -> call.until() > after);
  }

  /** A socket's calls are made one after another, so they end in the order in which they start. */
  private static int firstEndingAfter(List<MadeCall> calls, long after) {
    int from = 0;
    int to = calls.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (calls.get(middle).until() > after) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** The first such call on any socket of a program. */
  Optional<MadeCall> first(String program, Predicate<MadeCall> kinds, long after, long until) {
    return bySocket.entrySet().stream()
        .filter(calls -> calls.getValue().getFirst().program().equals(program))
        .flatMap(calls -> during(calls.getKey(), kinds, after, until))
        .min(Comparator.comparingLong(MadeCall::since));
  }

  /** The first such call. */
  Optional<MadeCall> first(int socket, Predicate<MadeCall> kinds, long after, long until) {
    return during(socket, kinds, after, until).findFirst();
  }

  /** When accept() told that address between those moments; until then, if it did not. */
  long accepted(SocketAddress peer, long after, long until) {
    return accepts.stream()
        .filter(call -> broughtSomething(call, after, until) && tells(call.result(), peer))
        .mapToLong(MadeCall::until)
        .min()
        .orElse(until);
  }

  private static boolean tells(
      @org.jspecify.annotations.Nullable Result result, SocketAddress peer) {
    return result != null && peer.equals(PacketAddresses.plainOrNull(result.address()));
  }

  /** When the first such call brought something between those moments; until then, if none did. */
  long firstBrought(int socket, Predicate<MadeCall> kinds, long after, long until) {
    return during(socket, kinds, after, until)
        .filter(call -> broughtSomething(call, after, until))
        .mapToLong(MadeCall::until)
        .min()
        .orElse(until);
  }

  /** Whether it returned between those moments, and returned more than 0. */
  private static boolean broughtSomething(MadeCall call, long after, long until) {
    Result result = call.result();
    return result != null && call.until() > after && call.until() <= until && result.value() > 0;
  }
}
