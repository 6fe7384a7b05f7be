package socketscope.lesson;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Result;
import socketscope.event.StepFailed.Reason;
import socketscope.failure.Failures;
import socketscope.lab.Experiment;
import socketscope.lab.PendingCall;
import socketscope.lab.ProgramEndedException;
import socketscope.lab.ProgramStartException;
import socketscope.lab.RefusedCallException;
import socketscope.lab.RefusedCallException.ProgramNotRunningException;
import socketscope.lab.RefusedCallException.RefusedAddressException;
import socketscope.lab.RefusedCallException.RefusedDescriptorException;
import socketscope.lab.RefusedCallException.RefusedDeviceException;
import socketscope.lab.RefusedCallException.RefusedRequestException;
import socketscope.lab.RefusedCallException.RefusedRouteException;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.LessonStep.ServeStep;
import socketscope.lesson.LessonStep.SignalStep;
import socketscope.lesson.StepOutcome.Met;
import socketscope.lesson.StepOutcome.NotChecked;
import socketscope.lesson.StepOutcome.NotMade;
import socketscope.lesson.StepOutcome.Unmet;

/**
 * Plays a lesson in an experiment, step by step, and publishes a {@link
 * socketscope.event.StepChecked} for each step that the lesson says something about.
 *
 * <p>{@link #step}, {@link #finish} and {@link #playAll} wait for calls: one worker thread makes
 * them all, never the window's. The other methods may be called from any thread at any time.
 */
public final class Player {

  /** How long a call that should return may take, unless the caller says otherwise. */
  public static final Duration USUAL_DEADLINE = Duration.ofSeconds(10);

  /** Many programs that start on a busy machine take long. */
  private static final CallDeadline START = new CallDeadline(Duration.ofMinutes(2));

  private final Steps experiment;
  private final Stage stage;
  private final CallDeadline deadline;
  private final Bindings bindings;
  private final OutcomePublisher publisher;
  private final SleepingCalls sleeping;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicInteger position = new AtomicInteger();

  /** The calls of steps that are made without a pause, in order, that were not waited for yet. */
  private final Queue<PendingCall> underWay = new ArrayDeque<>();

  /**
   * Gets ready to play. No program is started and no call made yet.
   *
   * @param ports those that the lesson asks for
   */
  public Player(Lesson lesson, Experiment experiment, FreePorts ports) {
    this(lesson.experiment(), Stage.of(experiment), ports, USUAL_DEADLINE);
  }

  /**
   * Gets ready to play, and to wait longer or shorter: for somebody from outside, perhaps.
   *
   * @param deadline how long a call that should return may take
   */
  public Player(Lesson lesson, Experiment experiment, FreePorts ports, Duration deadline) {
    this(lesson.experiment(), Stage.of(experiment), ports, deadline);
  }

  Player(Steps experiment, Stage stage, FreePorts ports, Duration deadline) {
    this.experiment = experiment;
    this.stage = stage;
    this.deadline = new CallDeadline(deadline);
    this.bindings = new Bindings(ports, this.deadline);
    this.publisher = new OutcomePublisher(stage);
    this.sleeping = new SleepingCalls(publisher, this.deadline);
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

  /** Whether the next step's call is made without a pause after the one before. */
  public boolean goesOnWithoutPause() {
    return hasNext() && next().withoutPause();
  }

  /**
   * What is known by now of what the lesson's names stand for, in its notation: {@code p = 27672},
   * {@code l = fd 4}. To be asked by whoever makes the steps, between them.
   */
  public List<String> names() {
    return bindings.known();
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
  public LessonStep next() {
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
    LessonStep step = next();
    StepOutcome outcome = outcome(step);
    int left = experiment.steps().size() - position.incrementAndGet();
    publisher.failed(step, outcome, left);
    return outcome;
  }

  private StepOutcome outcome(LessonStep step) throws InterruptedException {
    try {
      return make(step);
    } catch (NotMadeException e) {
      return e.outcome();
    } catch (RuntimeException | Error e) {
      Failures.report(e);
      return new NotMade(Reason.FAILED, "");
    }
  }

  private StepOutcome make(LessonStep step) throws NotMadeException, InterruptedException {
    if (position.get() == 0) {
      awaitStarts();
    }
    awaitStart(step.program());
    return switch (step) {
      case CallStep call -> make(call);
      case ServeStep serve -> make(serve);
      case SignalStep signal -> make(signal);
    };
  }

  /** A program's start is not the time of its first call. */
  private void awaitStart(String program) throws InterruptedException {
    try {
      START.await(stage.started(program));
    } catch (TimeoutException | ProgramEndedException e) {
      // The step will tell.
    }
  }

  private StepOutcome make(SignalStep step) throws NotMadeException, InterruptedException {
    try {
      deadline.await(stage.signal(step.program(), step.signal()));
      return new Met();
    } catch (TimeoutException e) {
      throw new NotMadeException(Reason.NO_EFFECT, step.program());
    } catch (ProgramEndedException e) {
      throw new NotMadeException(Reason.PROGRAM_ENDED, step.program());
    }
  }

  /** Who takes part is to be known before the first packet. */
  private void awaitStarts() throws InterruptedException {
    for (String program : experiment.programs()) {
      awaitStart(program);
    }
  }

  private StepOutcome make(ServeStep step) throws NotMadeException, InterruptedException {
    try {
      PendingCall first = stage.serve(step.program(), bindings.listener(step), step.service());
      deadline.await(first.blockedOrReturned());
      if (first.returned().isDone()) {
        Result answer = deadline.await(first.returned()).result();
        return answer.failed() ? new Unmet(StepOutcome.BLOCKS, answer.toString()) : new Met();
      }
      return new Met();
    } catch (RefusedCallException e) {
      return refused(e);
    } catch (TimeoutException e) {
      return new Met(); // not seen to sleep, and not returned for so long: it waits for clients
    } catch (ProgramEndedException e) {
      throw new NotMadeException(Reason.PROGRAM_ENDED, step.program());
    }
  }

  private StepOutcome make(CallStep step) throws NotMadeException, InterruptedException {
    Expected expected = bindings.expected(step);
    if (underWay.isEmpty()) {
      try {
        begin(step);
      } catch (RefusedCallException e) {
        return refused(e);
      }
    }
    PendingCall pending = underWay.remove();
    return step.blocks()
        ? untilBlocked(step, expected, pending)
        : untilReturned(step, expected, pending);
  }

  /** Has the call of a step made, with those that follow it without a pause. */
  private void begin(CallStep step)
      throws NotMadeException, RefusedCallException, InterruptedException {
    List<CallStep> all = new ArrayList<>(List.of(step));
    experiment.steps().stream()
        .skip(position.get() + 1L)
        .takeWhile(LessonStep::withoutPause)
        .forEach(following -> all.add((CallStep) following));
    List<Call> calls = new ArrayList<>();
    for (CallStep each : all) {
      calls.add(bindings.call(each));
    }
    List<PendingCall> made =
        all.size() == 1
            ? List.of(stage.call(step.program(), step.thread(), calls.getFirst()))
            : stage.callsAtOnce(step.program(), step.thread(), calls);
    for (int i = 0; i < all.size(); i++) {
      bindings.bind(all.get(i), made.get(i));
    }
    underWay.addAll(made);
  }

  private static NotMade refused(RefusedCallException refusal) {
    return switch (refusal) {
      case RefusedAddressException e ->
          new NotMade(e.untied() ? Reason.UNTIED : Reason.REFUSED_ADDRESS, e.address().toString());
      case RefusedDeviceException _ -> new NotMade(Reason.REFUSED_DEVICE, "");
      case RefusedRouteException _ -> new NotMade(Reason.REFUSED_ROUTE, "");
      case RefusedRequestException request ->
          new NotMade(
              request.alone() ? Reason.REFUSED_SHARED : Reason.REFUSED_ANYWHERE, request.what());
      case RefusedDescriptorException own ->
          new NotMade(Reason.REFUSED_DESCRIPTOR, String.valueOf(own.descriptor()));
      case ProgramNotRunningException e -> new NotMade(Reason.PROGRAM_ENDED, e.program());
    };
  }

  private StepOutcome untilReturned(CallStep step, @Nullable Expected expected, PendingCall pending)
      throws InterruptedException {
    String hoped = expected == null ? StepOutcome.UNKNOWN : expected.toString();
    StepOutcome outcome;
    try {
      CallReturned returned = deadline.await(pending.returned());
      outcome =
          expected == null ? new NotChecked() : ResultNotation.compare(expected, returned.result());
    } catch (TimeoutException e) {
      outcome = new Unmet(hoped, StepOutcome.BLOCKS);
    } catch (ProgramEndedException e) {
      outcome = new Unmet(hoped, StepOutcome.UNKNOWN);
    }
    publisher.write(step, pending.id(), hoped, outcome);
    return outcome;
  }

  private StepOutcome untilBlocked(CallStep step, @Nullable Expected expected, PendingCall pending)
      throws InterruptedException {
    StepOutcome outcome = new Met();
    try {
      deadline.await(pending.blockedOrReturned());
      if (pending.returned().isDone()) {
        CallReturned returned = deadline.await(pending.returned());
        outcome =
            new Unmet(StepOutcome.BLOCKS, ResultNotation.of(step.function(), returned.result()));
      }
    } catch (TimeoutException e) {
      // Not seen to sleep, and not returned for so long: it blocks.
    } catch (ProgramEndedException e) {
      outcome = new Unmet(StepOutcome.BLOCKS, StepOutcome.UNKNOWN);
    }
    publisher.write(step, pending.id(), StepOutcome.BLOCKS, outcome);
    if (outcome instanceof Met && expected != null) {
      sleeping.add(step, expected, pending);
    }
    return outcome;
  }

  /**
   * Waits for the blocked calls that the lesson expects to wake. Those that it does not are left
   * blocked.
   *
   * @return how they went, in the order of their steps
   */
  public List<PlayedStep> finish() throws InterruptedException {
    return sleeping.awaitAll();
  }

  /**
   * Plays what is left of the lesson to its end, or to a step after which it cannot go on.
   *
   * @param listener is told of each step when it was made, and of a blocked one that the lesson
   *     expects to wake once more at the end
   * @return whether it went as the lesson says
   * @throws ProgramStartException where a process could not be started
   */
  public boolean playAll(Consumer<PlayedStep> listener)
      throws ProgramStartException, InterruptedException {
    boolean asTheLessonSays = true;
    StepOutcome outcome = new Met();
    while (hasNext() && outcome.canGoOn()) {
      LessonStep step = next();
      outcome = step();
      asTheLessonSays &= outcome.asTheLessonSays();
      listener.accept(new PlayedStep(step, outcome));
    }
    if (!outcome.canGoOn()) {
      return false;
    }
    for (PlayedStep late : finish()) {
      asTheLessonSays &= late.outcome().asTheLessonSays();
      listener.accept(late);
    }
    return asTheLessonSays;
  }

  /** A step and how it went. */
  public record PlayedStep(LessonStep step, StepOutcome outcome) {}
}
