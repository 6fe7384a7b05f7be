package socketscope.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import socketscope.event.Argument;
import socketscope.event.Event;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.SocketAddress;

/** An experiment as programs that repeat it. */
public final class Code {

  private Code() {}

  /**
   * One program for each process of the experiment that made a call, in the order of their start.
   *
   * @param events in the order of their time
   */
  public static List<Program> of(List<Event> events, ProgramLanguage language, Wording words) {
    History history = History.of(events);
    Wording wording = withForeigners(events, words);
    Ports ports = ports(history);
    Map<Deed, List<Deed>> waits = Order.of(history);
    Map<String, Dialect> dialects = new LinkedHashMap<>();
    for (String program : history.programs()) {
      if (!history.of(program).isEmpty()) {
        Script script = Script.of(history, program, ports, waits);
        dialects.put(program, Dialect.of(language, script, wording));
      }
    }
    return dialects.values().stream().map(dialect -> dialect.program(dialects)).toList();
  }

  /** Says below the title who took part and is not among the programs. */
  private static Wording withForeigners(List<Event> events, Wording words) {
    String names =
        events.stream()
            .filter(ForeignSocketSeen.class::isInstance)
            .map(Event::program)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? words
        : (phrase, arguments) -> {
          String text = words.text(phrase, arguments);
          return phrase == Phrase.TITLE ? text + " " + words.text(Phrase.FOREIGN, names) : text;
        };
  }

  private static Ports ports(History history) {
    Ports ports = new Ports();
    for (String program : history.programs()) {
      Heard heard = Heard.of(history, program);
      for (Deed deed : history.of(program)) {
        if (deed instanceof Deed.Made made
            && !made.call().arguments().isEmpty()
            && made.call().arguments().getLast() instanceof Argument.Address(SocketAddress address)
            && heard.teller(made) == null) {
          ports.add(address);
        }
      }
    }
    return ports;
  }
}
