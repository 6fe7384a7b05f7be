package socketscope.lesson;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import socketscope.event.Call;
import socketscope.event.Event;
import socketscope.event.Service;
import socketscope.event.Signal;
import socketscope.event.Stamp;
import socketscope.lab.Experiment;
import socketscope.lab.PendingCall;
import socketscope.lab.ProgramStartException;
import socketscope.lab.RefusedCallException;

/** What a player needs of an experiment. */
interface Stage {

  /** Starts a program, unless it runs already. Returns at once. */
  void start(String program) throws ProgramStartException;

  /** Has a thread of a program make a call. Returns at once. */
  PendingCall call(String program, int thread, Call call) throws RefusedCallException;

  /** Has a thread of a program make calls one right after another. Returns at once. */
  List<PendingCall> callsAtOnce(String program, int thread, List<Call> calls)
      throws RefusedCallException;

  /** Completes when a program can take calls; exceptionally where it has ended before. */
  CompletableFuture<Void> started(String program);

  /** Has a program serve a listener by itself. Gives its first call to accept(). */
  PendingCall serve(String program, int listener, Service service) throws RefusedCallException;

  /** Sends a signal to a program. Completes when the kernel has done what it asks for. */
  CompletableFuture<Void> signal(String program, Signal signal);

  /** The time now. */
  Stamp stamp(String program);

  /** Publishes what the player has to say. May be called by any thread. */
  void publish(Event event);

  /** An experiment as the stage. */
  static Stage of(Experiment experiment) {
    return new Stage() {
      @Override
      public void start(String program) throws ProgramStartException {
        experiment.start(program);
      }

      @Override
      public PendingCall call(String program, int thread, Call call) throws RefusedCallException {
        return experiment.call(program, thread, call);
      }

      @Override
      public List<PendingCall> callsAtOnce(String program, int thread, List<Call> calls)
          throws RefusedCallException {
        return experiment.callsAtOnce(program, thread, calls);
      }

      @Override
      public CompletableFuture<Void> started(String program) {
        return experiment.started(program);
      }

      @Override
      public PendingCall serve(String program, int listener, Service service)
          throws RefusedCallException {
        return experiment.serve(program, listener, service);
      }

      @Override
      public CompletableFuture<Void> signal(String program, Signal signal) {
        return experiment.send(program, signal);
      }

      @Override
      public Stamp stamp(String program) {
        return experiment.stamp(program);
      }

      @Override
      public void publish(Event event) {
        experiment.publish(event);
      }
    };
  }
}
