package socketscope.code;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Place;
import socketscope.event.Result;
import socketscope.event.ServiceStarted;
import socketscope.lab.Capturing;
import socketscope.lab.Experiment;
import socketscope.lesson.FreePorts;
import socketscope.lesson.Lesson;
import socketscope.lesson.Lessons;
import socketscope.lesson.Player;
import socketscope.lesson.Steps;
import socketscope.text.Language;
import socketscope.trace.Trace;

/**
 * What happened when a lesson was played.
 *
 * @param ports the ports that it asked for, by name
 */
public record PlayedLesson(List<Event> events, Steps steps, Map<String, Integer> ports) {

  /** Plays the shipped lesson of that name, or the one in that file. */
  public static PlayedLesson of(String name) throws Exception {
    Lesson lesson =
        name.endsWith(".md")
            ? Lessons.read(Path.of(name))
            : Lessons.named(name, Language.ENGLISH).orElseThrow();
    Trace trace = new Trace();
    Map<String, Integer> numbers = new HashMap<>();
    try (FreePorts ports = FreePorts.reserve(lesson.experiment());
        Experiment experiment = new Experiment(lesson.title(), Capturing.OFF, Place.ALONE)) {
      experiment.bus().subscribe("trace", trace::add);
      Player player = new Player(lesson, experiment, ports);
      lesson.experiment().ports().forEach(port -> numbers.put(port, ports.number(port)));
      player.start();
      player.playAll(_ -> {});
    }
    return new PlayedLesson(trace.events(), lesson.experiment(), numbers);
  }

  /** Whether some bytes did not fit into a buffer. */
  boolean filledBuffer() {
    Map<Long, Call> calls = new HashMap<>();
    for (Event event : events) {
      if (event instanceof CallStarted started) {
        calls.put(started.callId(), started.call());
      } else if (event instanceof CallReturned returned
          && cutShort(calls.get(returned.callId()), returned.result())) {
        return true;
      }
    }
    return false;
  }

  private static boolean cutShort(Call call, Result result) {
    boolean sends =
        switch (call.function()) {
          case SEND, SENDTO, WRITE -> true;
          default -> false;
        };
    boolean nothing = result.errno() != null && result.errno().name().equals("EAGAIN");
    return sends
        && call.arguments().get(1) instanceof Argument.Data(Bytes bytes)
        && (nothing || !result.failed() && result.value() < bytes.length());
  }

  /** Whether a program has a server that goes on by itself. */
  boolean serves(String program) {
    return events.stream()
        .anyMatch(event -> event instanceof ServiceStarted && event.program().equals(program));
  }

  /** How many calls had not returned at the end: the end of another program may wake them. */
  int leftOpen(String program) {
    Set<Long> returned =
        events.stream()
            .filter(CallReturned.class::isInstance)
            .map(event -> ((CallReturned) event).callId())
            .collect(Collectors.toSet());
    return (int)
        events.stream()
            .filter(event -> event instanceof CallStarted && event.program().equals(program))
            .filter(event -> !returned.contains(((CallStarted) event).callId()))
            .count();
  }
}
