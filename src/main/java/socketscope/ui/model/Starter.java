package socketscope.ui.model;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import socketscope.lab.Experiment;
import socketscope.lab.ProgramStartException;

/** Starts programs in a thread of its own: the window does not wait for the system. */
final class Starter {

  private final Executor window;
  private final Notices notices;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("starter").factory());

  /**
   * Starts programs.
   *
   * @param window runs a task on the JavaFX thread
   */
  Starter(Executor window, Notices notices) {
    this.window = window;
    this.notices = notices;
  }

  /** Starts those programs, one after another. Returns at once. */
  void start(Experiment experiment, List<String> programs) {
    programs.forEach(program -> worker.execute(() -> start(experiment, program)));
  }

  private void start(Experiment experiment, String program) {
    try {
      experiment.start(program);
    } catch (ProgramStartException e) {
      window.execute(() -> notices.show(Notice.fault("fault.start", e.program())));
    }
  }
}
