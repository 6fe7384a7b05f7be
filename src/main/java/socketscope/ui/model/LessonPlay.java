package socketscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.SocketAddress;
import socketscope.failure.Failures;
import socketscope.lab.Experiment;
import socketscope.lab.ProgramStartException;
import socketscope.lesson.AddressTerm;
import socketscope.lesson.FreePorts;
import socketscope.lesson.Lesson;
import socketscope.lesson.LessonStep;
import socketscope.lesson.Operand;
import socketscope.lesson.Player;
import socketscope.lesson.Player.PlayedStep;
import socketscope.lesson.StepOutcome;
import socketscope.text.Texts;

/** A lesson being played, one step at a time. Its steps are made by a thread of its own. */
public final class LessonPlay implements AutoCloseable {

  private final Lesson lesson;
  private final Player player;
  private final FreePorts ports;
  private final Executor window;
  private final Notices notices;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lesson").factory());
  private final ReadOnlyIntegerWrapper made = new ReadOnlyIntegerWrapper();
  private final ObservableList<StepOutcome> outcomes = FXCollections.observableArrayList();
  private final ObservableList<StepOutcome> outcomesToRead =
      FXCollections.unmodifiableObservableList(outcomes);
  private volatile boolean busy;
  private volatile boolean closed;
  private List<String> names;
  private boolean asTold = true;

  LessonPlay(
      Lesson lesson, Experiment experiment, FreePorts ports, Executor window, Notices notices) {
    this.lesson = lesson;
    this.player = new Player(lesson, experiment, ports);
    this.ports = ports;
    this.window = window;
    this.notices = notices;
    this.names = player.names();
  }

  /** How many steps have been made. */
  public ReadOnlyIntegerProperty madeProperty() {
    return made.getReadOnlyProperty();
  }

  /** How the steps went that have been made; one that blocks may go otherwise when it wakes. */
  public ObservableList<StepOutcome> outcomes() {
    return outcomesToRead;
  }

  /**
   * What the names of the lesson stand for, as far as that is known: {@code p = 27672}, {@code l =
   * fd 4}.
   */
  public List<String> names() {
    return names;
  }

  /** The lesson that is played. */
  public Lesson lesson() {
    return lesson;
  }

  /** How many steps there are. */
  public int total() {
    return lesson.experiment().steps().size();
  }

  /** The step to be made next; empty at the end. */
  public Optional<LessonStep> next() {
    return made.get() < total()
        ? Optional.of(lesson.experiment().steps().get(made.get()))
        : Optional.empty();
  }

  /** Whether a step can be made now: none is at work, and there is one left. */
  public boolean ready() {
    return !busy && made.get() < total();
  }

  /**
   * Makes the next step, where it is ready to, with those that follow it without a pause. Returns
   * at once.
   */
  public void step() {
    if (!ready()) {
      return;
    }
    busy = true;
    worker.execute(this::work);
  }

  private void work() {
    try {
      boolean last;
      do {
        StepOutcome outcome = player.step();
        last = !player.goesOnWithoutPause();
        boolean ready = last;
        List<String> known = player.names();
        window.execute(() -> done(outcome, known, ready));
      } while (!last);
      if (!player.hasNext()) {
        List<PlayedStep> late = player.finish();
        List<String> known = player.names();
        window.execute(() -> finished(late, known));
      }
    } catch (ProgramStartException e) {
      window.execute(() -> {
        busy = closed;
        notices.show(Notice.fault("fault.start", e.program()));
      });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      Failures.report(e);
      window.execute(() -> busy = closed);
    }
  }

  private void done(StepOutcome outcome, List<String> known, boolean ready) {
    busy = closed || !ready;
    names = known;
    outcomes.add(outcome);
    made.set(made.get() + 1);
    asTold &= outcome.asTheLessonSays();
    if (!outcome.asTheLessonSays()) {
      notices.show(Notice.fault(words -> outcome.sentence(Texts.of("lesson", words.language()))));
    }
  }

  private void finished(List<PlayedStep> late, List<String> known) {
    names = known;
    for (PlayedStep played : late) {
      outcomes.set(lesson.experiment().steps().indexOf(played.step()), played.outcome());
    }
    asTold &= late.stream().allMatch(played -> played.outcome().asTheLessonSays());
    notices.show(Notice.information(asTold ? "lesson.done" : "lesson.done.otherwise"));
  }

  /** How an argument of a step is written now; null where only the program knows. */
  public @Nullable String written(Operand operand) {
    return switch (operand) {
      case Operand.Given(Argument argument) -> argument.toString();
      case AddressTerm.Fixed(SocketAddress address) -> address.toString();
      case AddressTerm.FreePort(SocketAddress host, String port) -> {
        String withZero = host.toString();
        yield withZero.substring(0, withZero.length() - 1) + ports.number(port);
      }
      case Operand.FileContent file -> file.toString(); // its content may be long
      case AddressTerm.Named _, Operand.Descriptor _, Operand.Structure _, Operand.Sequence _ ->
          null;
    };
  }

  @Override
  public void close() {
    closed = true;
    busy = true;
    worker.shutdownNow();
  }
}
