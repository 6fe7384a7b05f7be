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
import socketscope.capture.CaptureCheck;
import socketscope.cli.StraceLog;
import socketscope.cli.StracedCommands;
import socketscope.cli.StracedPool;
import socketscope.code.PlayedLesson;
import socketscope.event.CaptureMethod;
import socketscope.event.Event;
import socketscope.lab.Experiment;
import socketscope.lesson.Player.PlayedStep;
import socketscope.packet.LoopbackCapture;
import socketscope.trace.Trace;
import socketscope.trace.TraceReader;

/**
 * What happened when a shipped lesson was played: once plainly, and once by the command line under
 * strace with tcpdump beside it.
 */
final class LessonRecordings {

  /** The port of RFC 863, where nobody listens. */
  private static final int DISCARD = 9;

  private final String id;
  private final Lesson lesson;
  private final Path folder;
  private final List<PlayedStep> played = new ArrayList<>();
  private final Map<String, Integer> ports = new HashMap<>();
  private final List<Throwable> otherwiseThanSs = new ArrayList<>();
  private final List<Event> events;
  private @Nullable Straced straced;

  /** A recording of which strace and tcpdump know, too. */
  record Straced(List<Event> events, StraceLog log, Path captured, Path exported) {}

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
            compareWithSs(step.step(), trace);
          });
    }
    events = trace.events();
  }

  /** Once they have differed, nothing more is waited for. */
  private void compareWithSs(LessonStep step, Trace trace) {
    if (KernelsWord.knows(id) && !ports.isEmpty() && otherwiseThanSs.isEmpty() && Needs.has("ss")) {
      try {
        KernelsWord.await(step, trace, List.copyOf(ports.values()));
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
  synchronized Straced straced(StracedPool pool, String how) throws Exception {
    if (straced == null) {
      straced = pool.with(commands -> record(commands, how));
    }
    return straced;
  }

  private Straced record(StracedCommands commands, String how) throws Exception {
    Path trace = folder.resolve("trace.jsonl");
    Path exported = folder.resolve("exported.pcapng");
    Path captured = folder.resolve("captured.pcap");
    List<String> arguments = new ArrayList<>(ShippedPlays.command(id, how).toList());
    arguments.addAll(List.of("--lang=en", "--trace=" + trace, "--pcapng=" + exported));
    StracedCommands.Run run;
    if (canCapture()) {
      try (LoopbackCapture capture = LoopbackCapture.startAll(captured, commands.besideIt())) {
        run = commands.run(arguments);
        capture.awaitAll(DISCARD);
      }
    } else {
      run = commands.run(arguments);
    }
    assertThat(run.exitCode()).as(run.messages()).isZero();
    return new Straced(TraceReader.read(trace).events(), run.log(), captured, exported);
  }

  private static boolean canCapture() throws Exception {
    return Needs.has("tcpdump") && CaptureCheck.find().method() == CaptureMethod.RAW_SOCKET;
  }
}
