package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;

/** What happened in select() and epoll_wait(). */
final class ReadinessSentences {

  private ReadinessSentences() {}

  static List<String> select(ReturnedCall call) {
    SentenceList said = call.said();
    if (call.result().value() == 0) {
      said.say("select.none", call.name());
    } else {
      said.say("select.ok", call.name(), call.result().value());
      if (call.result().written() instanceof Argument.Structure(List<Argument.Field> sets)) {
        for (Argument.Field set : sets) {
          said.say("select." + set.name(), numbers(set.value()));
        }
      }
    }
    long beyond = call.number("nfds");
    List<Long> unseen =
        Stream.of("readfds", "writefds", "exceptfds")
            .flatMap(name -> call.call().call().argument(name).stream())
            .flatMap(set ->
                set instanceof Argument.Sequence(List<Argument> all)
                    ? all.stream()
                    : Stream.empty())
            .map(each -> (long) ((Argument.Descriptor) each).number())
            .filter(number -> number >= beyond)
            .distinct()
            .toList();
    return said.sayIf(
            !unseen.isEmpty(),
            "select.unseen",
            unseen.stream().map(String::valueOf).collect(Collectors.joining(", ")),
            beyond)
        .say("select.sets")
        .sentences();
  }

  private static String numbers(Argument set) {
    return set instanceof Argument.Sequence(List<Argument> all)
        ? all.stream().map(Argument::toString).collect(Collectors.joining(", "))
        : set.toString();
  }

  static List<String> epoll(ReturnedCall call) {
    Map<Integer, Constant> list = list(call);
    SentenceList said = call.said();
    if (call.result().value() == 0) {
      said.say("epoll.none", call.name());
      for (Map.Entry<Integer, Constant> entry : list.entrySet()) {
        long unread = unread(call, entry.getKey());
        said.sayIf(
            entry.getValue().has("EPOLLET") && entry.getValue().has("EPOLLIN") && unread > 0,
            "epoll.silent",
            call.values().bytes(unread),
            entry.getKey());
      }
      return said.sentences();
    }
    List<Integer> edges = new ArrayList<>();
    List<Integer> levels = new ArrayList<>();
    said.say(
        "epoll.ok", call.name(), call.result().value(), String.valueOf(call.result().option()));
    for (int descriptor : ready(call)) {
      Constant events = list.get(descriptor);
      if (events != null) {
        (events.has("EPOLLET") ? edges : levels).add(descriptor);
      }
    }
    return said.sayIf(!levels.isEmpty(), "epoll.level", joined(levels))
        .sayIf(!edges.isEmpty(), "epoll.edge", joined(edges))
        .sentences();
  }

  private static String joined(List<Integer> descriptors) {
    return descriptors.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** The numbers that were found; as a rule those are the descriptors. */
  private static List<Integer> ready(ReturnedCall call) {
    List<Integer> ready = new ArrayList<>();
    if (call.result().written() instanceof Argument.Sequence(List<Argument> events)) {
      for (Argument event : events) {
        List<Argument.Field> fields = ((Argument.Structure) event).fields();
        if (fields.size() > 1 && fields.get(1).value() instanceof Argument.Number(long number)) {
          ready.add((int) number);
        }
      }
    }
    return ready;
  }

  /** The bytes that wait in a socket's receive queue, as it was seen last. */
  private static long unread(ReturnedCall call, int descriptor) {
    SocketRecord socket = call.story().model().socket(call.program(), descriptor).orElse(null);
    return socket == null || socket.observed() == null
        ? 0
        : Math.max(0, socket.observed().receiveQueue());
  }

  /** What is on the list, and what it is watched for, as the program's calls made it. */
  private static Map<Integer, Constant> list(ReturnedCall call) {
    Map<Integer, Constant> list = new TreeMap<>();
    for (MadeCall made : call.story().calls()) {
      Call change = made.call();
      if (!made.succeeded() || !made.program().equals(call.program())) {
        continue;
      }
      if (made.is(Function.CLOSE)) {
        change.descriptor().ifPresent(list::remove);
      }
      if (made.is(Function.EPOLL_CTL)
          && change.descriptor().equals(call.call().call().descriptor())
          && change.argument("fd").orElse(null) instanceof Argument.Descriptor(int watched)) {
        if (change.is("op", "EPOLL_CTL_DEL")) {
          list.remove(watched);
        } else if (change.argument("event").orElse(null) instanceof Argument.Structure event
            && event.field("events").orElse(null) instanceof Argument.Named(Constant events)) {
          list.put(watched, events);
        }
      }
    }
    return list;
  }

  /** What epoll_ctl() has changed. */
  static List<String> change(ReturnedCall call) {
    String operation = call.constant("op");
    String key =
        switch (operation) {
          case "EPOLL_CTL_ADD" -> "epoll.add";
          case "EPOLL_CTL_MOD" -> "epoll.mod";
          default -> "epoll.del";
        };
    String events =
        call.call().call().argument("event").orElse(null) instanceof Argument.Structure event
            ? event.field("events").map(Argument::toString).orElse("")
            : "";
    return call.said()
        .say(key, call.argument("fd"), call.argument("epfd"), events)
        .sayIf(events.contains("EPOLLET") && !key.equals("epoll.del"), "epoll.with-edge")
        .say("epoll.changed")
        .sentences();
  }
}
