package socketscope.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import socketscope.event.Event;
import socketscope.event.ForeignSocketSeen;

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
    Addresses addresses = Addresses.of(history);
    Order order = Order.of(history);
    Map<String, Script> scripts = new LinkedHashMap<>();
    for (String program : history.programs()) {
      if (!history.of(program).isEmpty()) {
        scripts.put(program, Script.of(history, program, addresses, order));
      }
    }
    boolean connectsEarly = history.connectsEarly();
    return scripts.values().stream()
        .map(script -> {
          Dialect dialect = ProgramWriter.dialect(language, script, connectsEarly);
          return new ProgramWriter(dialect, script, wording, scripts).write();
        })
        .toList();
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
}
