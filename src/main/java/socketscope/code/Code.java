package socketscope.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.Function;

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

  /**
   * The names of the calls of an experiment that no program can make yet. Where there are any, {@link
   * #of} must not be asked.
   */
  public static List<String> unwritten(List<Event> events) {
    return events.stream()
        .filter(CallStarted.class::isInstance)
        .map(event -> ((CallStarted) event).call().function())
        .distinct()
        .filter(function -> function.creates() == Function.Creates.PROCESS)
        .map(Function::cName)
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
