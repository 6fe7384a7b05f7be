package socketscope.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import socketscope.event.Event;

/** Histories as text, to be read in review. Ports and times are not the same in every run. */
final class SocketHistoryText {

  private SocketHistoryText() {}

  static String of(List<? extends Event> events) {
    return StateFold.of(events).stream()
        .map(SocketHistoryText::of)
        .collect(Collectors.joining("\n"));
  }

  private static String of(SocketHistory history) {
    StringBuilder text = new StringBuilder(title(history)).append('\n');
    history.changes().forEach(change -> text.append("  ").append(of(change)).append('\n'));
    return text.toString();
  }

  private static String title(SocketHistory history) {
    String name = history.socket() == null ? history.program() : history.socket().toString();
    String listener = history.listener() == null ? "" : " from " + history.listener();
    String held = history.open() ? "" : ", no descriptor";
    return name + " " + history.kind() + listener + held;
  }

  static String of(Change change) {
    return switch (change) {
      case Transition it -> it.from() + " → " + it.to() + marks(it) + " by " + cause(it.cause());
      case AddressChange it -> it.from() + " → " + it.to() + " by " + cause(it.cause());
    };
  }

  private static String marks(Transition transition) {
    String way = transition.way() == Transition.Way.EDGE ? "" : " " + transition.way();
    return way
        + (transition.seen() ? "" : " unseen")
        + (transition.confirmed() ? " confirmed" : "");
  }

  private static String cause(ChangeCause cause) {
    return switch (cause) {
      case ChangeCause.Called(var call) -> call.call().function().cName();
      case ChangeCause.Crossed(_, boolean sent, var flags) ->
          (sent ? "sending " : "receiving ") + flags;
      case ChangeCause.Expired(var timer) -> "timer " + timer;
      case ChangeCause.Ended _ -> "the end of the process";
      case ChangeCause.Told(var word) -> "word of " + word.getClass().getSimpleName();
    };
  }

  static Optional<SocketHistory> of(List<? extends Event> events, String socket) {
    return StateFold.of(events).stream()
        .filter(history -> history.socket() != null && history.socket().toString().equals(socket))
        .findFirst();
  }
}
