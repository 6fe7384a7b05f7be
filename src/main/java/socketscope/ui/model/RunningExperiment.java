package socketscope.ui.model;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.kernel.UnsupportedKernelException;
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
   */
  static RunningExperiment start(
      Plan plan, EventPump pump, Autosave autosave, Consumer<List<Event>> consumer)
      throws UnsupportedKernelException, ProgramStartException, IOException {
    FreePorts ports = plan.lesson() == null ? null : FreePorts.reserve(plan.lesson().experiment());
    RunningExperiment running = new RunningExperiment(new Experiment(plan.title()), ports);
    pump.attach(running.experiment.bus(), consumer);
    running.keepIn(autosave);
    for (String program : plan.programs()) {
      running.experiment.start(program);
    }
    running.experiment.keepObserving();
    return running;
  }

  private void keepIn(Autosave autosave) {
    try {
      AutosaveFile begun = autosave.begin();
      experiment.bus().subscribe("autosave", begun);
      file = begun;
    } catch (IOException e) {
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
    experiment.close();
    if (ports != null) {
      ports.close();
    }
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // Each batch has been written already.
    }
  }
}
