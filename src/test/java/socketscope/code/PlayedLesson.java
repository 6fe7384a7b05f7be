package socketscope.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.lab.Capturing;
import socketscope.lab.Experiment;
import socketscope.lesson.FreePorts;
import socketscope.lesson.Lesson;
import socketscope.lesson.Lessons;
import socketscope.lesson.Player;
import socketscope.text.Language;
import socketscope.trace.Trace;

/** What happened when a lesson was played. */
record PlayedLesson(List<Event> events) {

  /** Plays the shipped lesson of that name, or the one in that file. */
  static PlayedLesson of(String name) throws Exception {
    Lesson lesson =
        name.endsWith(".md")
            ? Lessons.read(Path.of(name))
            : Lessons.named(name, Language.ENGLISH).orElseThrow();
    Trace trace = new Trace();
    try (FreePorts ports = FreePorts.reserve(lesson.experiment());
        Experiment experiment = new Experiment(lesson.title(), Capturing.OFF)) {
      experiment.bus().subscribe("trace", trace::add);
      Player player = new Player(lesson, experiment, ports);
      player.start();
      player.playAll(_ -> {});
    }
    return new PlayedLesson(trace.events());
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
