package socketscope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import socketscope.lab.PendingCall;
import socketscope.lab.ProgramEndedException;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.Player.PlayedStep;
import socketscope.lesson.StepOutcome.Unmet;

/** The blocked calls of a lesson that it expects to wake. */
final class SleepingCalls {

  /**
   * One of them.
   *
   * @param verdict completes with the call's return, or with the end of our patience
   * @param written completes with the verdict, after it has been published
   */
  private record Sleeping(
      CallStep step,
      String expected,
      CompletableFuture<StepOutcome> verdict,
      CompletableFuture<StepOutcome> written) {}

  private final OutcomePublisher publisher;
  private final CallDeadline deadline;
  private final List<Sleeping> calls = new ArrayList<>();

  SleepingCalls(OutcomePublisher publisher, CallDeadline deadline) {
    this.publisher = publisher;
    this.deadline = deadline;
  }

  /** Looks out for the return of a blocked call; whatever it is, it is published at once. */
  void add(CallStep step, Expected expected, PendingCall pending) {
    String hoped = expected.toString();
    CompletableFuture<StepOutcome> verdict =
        pending
            .returned()
            .handle((returned, failure) ->
                failure == null
                    ? ResultNotation.compare(expected, returned.result())
                    : new Unmet(hoped, StepOutcome.UNKNOWN));
    CompletableFuture<StepOutcome> written =
        verdict.thenApply(outcome -> {
          publisher.write(step, pending.id(), hoped, outcome);
          return outcome;
        });
    calls.add(new Sleeping(step, hoped, verdict, written));
  }

  /** Waits for all of them, each for as long as our patience lasts. */
  List<PlayedStep> awaitAll() throws InterruptedException {
    List<PlayedStep> played = new ArrayList<>();
    for (Sleeping call : calls) {
      try {
        deadline.await(call.written());
      } catch (TimeoutException | ProgramEndedException e) {
        call.verdict().complete(new Unmet(call.expected(), StepOutcome.BLOCKS));
      }
      played.add(new PlayedStep(call.step(), call.written().join()));
    }
    calls.clear();
    return played;
  }
}
