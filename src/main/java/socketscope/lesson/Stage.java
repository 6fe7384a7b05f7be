package socketscope.lesson;

import socketscope.event.Call;
import socketscope.event.Event;
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
