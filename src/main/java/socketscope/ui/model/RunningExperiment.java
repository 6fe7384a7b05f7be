package socketscope.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.failure.Failures;
import socketscope.kernel.UnsupportedKernelException;
import socketscope.lab.Capturing;
import socketscope.lab.Experiment;
import socketscope.lab.ProgramStartException;
import socketscope.lesson.FreePorts;

/** An experiment with what belongs to it as long as it runs. Closing it may take a moment. */
final class RunningExperiment implements AutoCloseable {

  private final Experiment experiment;
  private final @Nullable FreePorts ports;
  private @Nullable AutosaveFile file;

  private RunningExperiment(Experiment experiment, @Nullable FreePorts ports) {
    this.experiment = experiment;
    this.ports = ports;
  }

  /**
   * Starts the experiment of a plan, with its programs.
   *
   * @param consumer takes its events on the JavaFX thread
   * @param lost is told, on any thread, that its file can no longer be written
   */
  static RunningExperiment start(
      Plan plan,
      EventPump pump,
      Autosave autosave,
      Consumer<List<Event>> consumer,
      Consumer<UncheckedIOException> lost)
      throws UnsupportedKernelException, ProgramStartException, IOException {
    FreePorts ports = plan.lesson() == null ? null : FreePorts.reserve(plan.lesson().experiment());
    RunningExperiment running =
        new RunningExperiment(
            new Experiment(plan.title(), Capturing.WHERE_POSSIBLE, plan.place()), ports);
    pump.attach(running.experiment.bus(), consumer);
    running.keepIn(autosave, lost);
    try {
      for (String program : plan.programs()) {
        running.experiment.start(program);
      }
    } catch (ProgramStartException | RuntimeException | Error e) {
      // Those that have been started must not live on.
      Thread.ofPlatform().name("closing").start(running::close);
      throw e;
    }
    running.experiment.keepObserving();
    return running;
  }

  private void keepIn(Autosave autosave, Consumer<UncheckedIOException> lost) {
    try {
      AutosaveFile begun = autosave.begin();
      experiment
          .bus()
          .subscribe(
              "autosave",
              begun,
              failure -> {
                if (failure instanceof UncheckedIOException unwritable) {
                  lost.accept(unwritable);
                } else {
                  Failures.report(failure);
                }
              });
      file = begun;
    } catch (IOException | UncheckedIOException e) {
      // It cannot be kept here, such as in a home folder that is read-only; all else works.
    }
  }

  Experiment experiment() {
    return experiment;
  }

  @Nullable FreePorts ports() {
    return ports;
  }

  @Override
  public void close() {
    experiment.close(); // which reports what fails in it
    if (ports != null) {
      Failures.attempt(ports::close);
    }
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // Each batch has been written already, or that it could not be has been told.
    }
  }
}
