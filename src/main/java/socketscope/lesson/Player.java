package socketscope.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.StepChecked;
import socketscope.lab.Experiment;
import socketscope.lab.PendingCall;
import socketscope.lab.ProgramEndedException;
import socketscope.lab.ProgramNotRunningException;
import socketscope.lab.ProgramStartException;
import socketscope.lab.RefusedAddressException;
import socketscope.lab.RefusedCallException;
import socketscope.lab.UnknownConstantException;
import socketscope.lesson.StepOutcome.Met;
import socketscope.lesson.StepOutcome.NotChecked;
import socketscope.lesson.StepOutcome.NotMade;
import socketscope.lesson.StepOutcome.Reason;
import socketscope.lesson.StepOutcome.Unmet;

/**
 * Plays a lesson in an experiment, step by step, and publishes a {@link StepChecked} for each step
 * that the lesson says something about.
 *
 * <p>{@link #step}, {@link #finish} and {@link #playAll} wait for calls: one worker thread makes
 * them all, never the window's. The other methods may be called from any thread at any time.
 */
public final class Player {

  /** How long a call that should return may take, unless the caller says otherwise. */
  private static final Duration USUAL_DEADLINE = Duration.ofSeconds(10);

  /**
   * A blocked step whose answer is still to come.
   *
   * @param verdict completes with the call's return, or with the end of our patience
   * @param published completes with the verdict, after it has been published
   */
  private record Awaited(
      Step step,
      Expected expected,
      CompletableFuture<StepOutcome> verdict,
      CompletableFuture<StepOutcome> published) {}

  private final Steps experiment;
  private final Stage stage;
  private final Patience patience;
  private final Bindings bindings;
  private final List<Awaited> awaited = new ArrayList<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicInteger position = new AtomicInteger();

  /**
   * Gets ready to play. No program is started and no call made yet.
   *
   * @param ports those that the lesson asks for
   */
  public Player(Lesson lesson, Experiment experiment, FreePorts ports) {
    this(lesson.experiment(), Stage.of(experiment), ports, USUAL_DEADLINE);
  }

  Player(Steps experiment, Stage stage, FreePorts ports, Duration deadline) {
    this.experiment = experiment;
    this.stage = stage;
    this.patience = new Patience(deadline);
    this.bindings = new Bindings(ports, patience);
  }

  /**
   * Starts all programs of the lesson, side by side, unless this has been done. Returns at once.
   *
   * @throws ProgramStartException where a process could not be started
   */
  public void start() throws ProgramStartException {
    if (started.compareAndSet(false, true)) {
      for (String program : experiment.programs()) {
        stage.start(program);
      }
    }
  }

  /** Whether there is a step that has not been made. */
  public boolean hasNext() {
    return position.get() < experiment.steps().size();
  }

  /**
   * The step that {@link #step} makes next; while it is at work, the one that it makes.
   *
   * @throws IndexOutOfBoundsException where there is none
   */
  public Step next() {
    return experiment.steps().get(position.get());
  }

  /**
   * Makes the next step, and waits until its call has returned; or, where the lesson says that it
   * blocks, until it has blocked. What a blocked call answers when it wakes is published then, and
   * told by {@link #finish}.
   *
   * @throws ProgramStartException where it is the first one, and a process could not be started
   */
  public StepOutcome step() throws ProgramStartException, InterruptedException {
    start();
    try {
      return make(next());
    } catch (NotMadeException e) {
      return e.outcome();
    } finally {
      position.getAndIncrement();
    }
  }

  private StepOutcome make(Step step) throws NotMadeException, InterruptedException {
    Call call = bindings.call(step);
    Expected expected = bindings.expected(step);
    PendingCall pending;
    try {
      pending = stage.call(step.program(), call);
    } catch (RefusedCallException e) {
      return refused(e);
    }
    bindings.bind(step, pending);
    return step.blocks()
        ? untilBlocked(step, expected, pending)
        : untilReturned(step, expected, pending);
  }

  private static NotMade refused(RefusedCallException refusal) {
    return switch (refusal) {
      case RefusedAddressException e -> new NotMade(Reason.REFUSED_ADDRESS, e.address().toString());
      case UnknownConstantException e -> new NotMade(Reason.UNKNOWN_CONSTANT, e.expression());
      case ProgramNotRunningException e -> new NotMade(Reason.PROGRAM_ENDED, e.program());
    };
  }

  private StepOutcome untilReturned(Step step, @Nullable Expected expected, PendingCall pending)
      throws InterruptedException {
    String hoped = expected == null ? StepOutcome.UNKNOWN : expected.toString();
    StepOutcome outcome;
    try {
      CallReturned returned = patience.await(pending.returned());
      outcome = expected == null ? new NotChecked() : Answer.compare(expected, returned.result());
    } catch (TimeoutException e) {
      outcome = new Unmet(hoped, StepOutcome.BLOCKS);
    } catch (ProgramEndedException e) {
      outcome = new Unmet(hoped, StepOutcome.UNKNOWN);
    }
    publish(step, pending.id(), hoped, outcome);
    return outcome;
  }

  private StepOutcome untilBlocked(Step step, @Nullable Expected expected, PendingCall pending)
      throws InterruptedException {
    StepOutcome outcome = new Met();
    try {
      patience.await(pending.blockedOrReturned());
      if (pending.returned().isDone()) {
        CallReturned returned = patience.await(pending.returned());
        outcome = new Unmet(StepOutcome.BLOCKS, Answer.of(step.function(), returned.result()));
      }
    } catch (TimeoutException e) {
      // Not seen to sleep, and not returned for so long: it blocks.
    } catch (ProgramEndedException e) {
      outcome = new Unmet(StepOutcome.BLOCKS, StepOutcome.UNKNOWN);
    }
    publish(step, pending.id(), StepOutcome.BLOCKS, outcome);
    if (outcome instanceof Met && expected != null) {
      awaited.add(await(step, expected, pending));
    }
    return outcome;
  }

  private Awaited await(Step step, Expected expected, PendingCall pending) {
    String hoped = expected.toString();
    CompletableFuture<StepOutcome> verdict =
        pending
            .returned()
            .handle((returned, failure) ->
                failure == null
                    ? Answer.compare(expected, returned.result())
                    : new Unmet(hoped, StepOutcome.UNKNOWN));
    return new Awaited(
        step,
        expected,
        verdict,
        verdict.thenApply(outcome -> {
          publish(step, pending.id(), hoped, outcome);
          return outcome;
        }));
  }

  private void publish(Step step, long callId, String expected, StepOutcome outcome) {
    String actual =
        switch (outcome) {
          case Met _ -> expected;
          case Unmet(_, String answer) -> answer;
          case NotChecked _, NotMade _ -> null;
        };
    if (actual != null) {
      boolean met = outcome instanceof Met;
      stage.publish(
          new StepChecked(stage.stamp(step.program()), callId, step.line(), expected, actual, met));
    }
  }

  /**
   * Waits for the blocked calls that the lesson expects to wake. Those that it does not are left
   * blocked.
   *
   * @return how they went, in the order of their steps
   */
  public List<Played> finish() throws InterruptedException {
    List<Played> played = new ArrayList<>();
    for (Awaited late : awaited) {
      try {
        patience.await(late.published());
      } catch (TimeoutException | ProgramEndedException e) {
        late.verdict().complete(new Unmet(late.expected().toString(), StepOutcome.BLOCKS));
      }
      played.add(new Played(late.step(), late.published().join()));
    }
    awaited.clear();
    return played;
  }

  /**
   * Plays what is left of the lesson to its end, or to a step after which it cannot go on.
   *
   * @param listener is told of each step when it was made, and of a blocked one that the lesson
   *     expects to wake once more at the end
   * @return whether it went as the lesson says
   * @throws ProgramStartException where a process could not be started
   */
  public boolean playAll(Consumer<Played> listener)
      throws ProgramStartException, InterruptedException {
    boolean asTheLessonSays = true;
    StepOutcome outcome = new Met();
    while (hasNext() && outcome.canGoOn()) {
      Step step = next();
      outcome = step();
      asTheLessonSays &= outcome.asTheLessonSays();
      listener.accept(new Played(step, outcome));
    }
    if (!outcome.canGoOn()) {
      return false;
    }
    for (Played late : finish()) {
      asTheLessonSays &= late.outcome().asTheLessonSays();
      listener.accept(late);
    }
    return asTheLessonSays;
  }
}
