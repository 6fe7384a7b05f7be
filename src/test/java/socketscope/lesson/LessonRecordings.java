package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.Needs;
import socketscope.cli.StracedPool;
import socketscope.code.PlayedLesson;
import socketscope.event.Event;
import socketscope.lab.Experiment;
import socketscope.lesson.Player.PlayedStep;
import socketscope.trace.Trace;

/**
 * What happened when a shipped lesson was played: once plainly, and once by the command line under
 * strace with tcpdump beside it.
 */
final class LessonRecordings {

  private final String id;
  private final Lesson lesson;
  private final Path folder;
  private final List<PlayedStep> played = new ArrayList<>();
  private final Map<String, Integer> ports = new HashMap<>();
  private final List<Throwable> otherwiseThanSs = new ArrayList<>();
  private final List<Event> events;
  private @Nullable StracedRecording straced;

  /**
   * Plays it plainly. After each step ss(8) is asked, where the ports of the lesson tell its
   * sockets.
   *
   * @param plainly how, as {@link ShippedPlays} says
   * @param folder an empty one
   */
  LessonRecordings(String id, String plainly, Path folder) throws Exception {
    this.id = id;
    this.lesson = ShippedPlays.lesson(id, plainly);
    this.folder = folder;
    Trace trace = new Trace();
    try (FreePorts reserved = FreePorts.reserve(lesson.experiment());
        Experiment experiment = new Experiment(lesson.title())) {
      experiment.bus().subscribe("trace", trace::add);
      experiment.keepObserving();
      lesson.experiment().ports().forEach(port -> ports.put(port, reserved.number(port)));
      new Player(lesson, experiment, reserved)
          .playAll(step -> {
            played.add(step);
            compareWithSs(step.step(), experiment.enter(), trace);
          });
    }
    events = trace.events();
  }

  /** Once they have differed, nothing more is waited for. */
  private void compareWithSs(LessonStep step, List<String> inside, Trace trace) {
    if (KernelsWord.knows(id) && !ports.isEmpty() && otherwiseThanSs.isEmpty() && Needs.has("ss")) {
      try {
        KernelsWord.await(step, inside, trace, List.copyOf(ports.values()));
      } catch (IOException | InterruptedException | AssertionError e) {
        otherwiseThanSs.add(e);
      }
    }
  }

  /** What the lesson says. */
  Steps steps() {
    return lesson.experiment();
  }

  /** How each step went, plainly. */
  List<PlayedStep> played() {
    return played;
  }

  /** What happened, plainly. */
  List<Event> events() {
    return events;
  }

  /** Where the trace said otherwise than ss, plainly. */
  List<Throwable> otherwiseThanSs() {
    return otherwiseThanSs;
  }

  /** The same for those who repeat it. */
  PlayedLesson forPrograms() {
    return new PlayedLesson(events, steps(), ports);
  }

  /**
   * Plays it under strace, unless that has been done.
   *
   * @param how as {@link ShippedPlays} says
   */
  synchronized StracedRecording straced(StracedPool pool, String how) throws Exception {
    if (straced == null) {
      List<String> command = ShippedPlays.command(id, how).toList();
      straced = pool.with(commands -> StracedRecording.of(commands, command, folder));
      assertThat(straced.exitCode()).as(straced.messages()).isZero();
    }
    return straced;
  }
}
