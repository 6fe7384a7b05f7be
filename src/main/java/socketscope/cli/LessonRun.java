package socketscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.Place;
import socketscope.failure.Failures;
import socketscope.infer.Inference;
import socketscope.kernel.UnsupportedKernelException;
import socketscope.lab.Application;
import socketscope.lab.Capturing;
import socketscope.lab.Experiment;
import socketscope.lab.ProgramStartException;
import socketscope.lesson.FreePorts;
import socketscope.lesson.Lesson;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.Player;
import socketscope.lesson.Player.PlayedStep;
import socketscope.text.Texts;
import socketscope.trace.Trace;
import socketscope.trace.TraceWriter;

/** Plays a lesson without a window. */
final class LessonRun {

  private static final int LONGEST_QUOTE = 200;

  private final Console console;
  private final Lesson lesson;
  private final Capturing capturing;
  private final Place where;
  private final @Nullable Duration wait;
  private final @Nullable Path traceFile;
  private final Trace trace = new Trace();

  /** The lines of which it was told that they block. */
  private final Set<Integer> waited = new HashSet<>();

  /**
   * Gets ready to play.
   *
   * @param where where the programs are to run; null for where the lesson says or, where it does
   *     not, alone, unless somebody from outside is waited for
   * @param wait how long a call may take that should return, for somebody from outside; null for
   *     the usual time
   */
  LessonRun(
      Console console,
      Lesson lesson,
      Capturing capturing,
      @Nullable Place where,
      @Nullable Duration wait,
      @Nullable Path traceFile) {
    this.console = console;
    this.lesson = lesson;
    this.capturing = capturing;
    this.where = where == null ? usual(lesson, wait) : where;
    this.wait = wait;
    this.traceFile = traceFile;
  }

  private static Place usual(Lesson lesson, @Nullable Duration wait) {
    Place said = lesson.experiment().place();
    if (said != null) {
      return said;
    }
    return wait == null ? Place.ALONE : Place.SHARED;
  }

  /** Plays it to its end; false where the kernel answered otherwise than the lesson says. */
  boolean play() throws CommandException, InterruptedException {
    try (FreePorts ports = FreePorts.reserve(lesson.experiment())) {
      return play(ports);
    } catch (IOException e) {
      throw CommandException.refused(console.text("ports.none"));
    }
  }

  private boolean play(FreePorts ports) throws CommandException, InterruptedException {
    if (traceFile == null) {
      return playOn(newExperiment(), ports);
    }
    try (TraceWriter writer = TraceWriter.create(traceFile)) {
      Experiment experiment = newExperiment();
      AtomicBoolean unwritable = new AtomicBoolean();
      experiment.bus().subscribe("file", writer, fault -> unwritable.set(isOfFile(fault)));
      boolean asTheLessonSays = playOn(experiment, ports);
      if (unwritable.get()) {
        throw CommandException.badFile(console.text("file.unwritable", traceFile));
      }
      return asTheLessonSays;
    } catch (IOException e) {
      throw CommandException.badFile(console.text("file.unwritable", traceFile));
    }
  }

  /** Whether it is what a full disk gives; anything else is a failure of Socketscope itself. */
  private static boolean isOfFile(Throwable fault) {
    if (fault instanceof UncheckedIOException) {
      return true;
    }
    Failures.report(fault);
    return false;
  }

  private Experiment newExperiment() throws CommandException {
    try {
      return new Experiment(lesson.title(), capturing, where);
    } catch (UnsupportedKernelException e) {
      throw CommandException.refused(console.text("system.unknown", Application.system()));
    }
  }

  private boolean playOn(Experiment experiment, FreePorts ports)
      throws CommandException, InterruptedException {
    try (experiment) {
      experiment.bus().subscribe("trace", trace::add);
      Duration patience = wait == null ? Player.USUAL_DEADLINE : wait;
      Player player = new Player(lesson, experiment, ports, patience);
      player.start();
      tellPorts(ports);
      return player.playAll(this::tell);
    } catch (ProgramStartException e) {
      throw CommandException.refused(
          console.text("program.notStarted", e.program(), e.getCause().getMessage()));
    }
  }

  /** Whoever is waited for has to know where to go. */
  private void tellPorts(FreePorts ports) {
    if (wait != null) {
      for (String port : lesson.experiment().ports()) {
        console.message(console.text("wait.port", port, ports.number(port)));
      }
    }
  }

  private void tell(PlayedStep played) {
    if (wait != null
        && played.step() instanceof CallStep call
        && call.blocks()
        && played.outcome().asTheLessonSays()
        && waited.add(played.step().line())) {
      console.message(
          console.text("wait.blocked", played.step().line(), shortened(played.step().toString())));
    }
    if (!played.outcome().asTheLessonSays()) {
      Texts texts = console.texts("lesson");
      console.message(
          console.text(
              "step.failed",
              played.step().line(),
              shortened(played.step().toString()),
              played.outcome().sentence(texts)));
    }
  }

  /** A lesson may send a million bytes; a message that repeats them all tells nothing. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  /** What happened, in the order of time, with the packets that must have passed unseen. */
  List<Event> events() {
    return Inference.complete(trace.events());
  }
}
