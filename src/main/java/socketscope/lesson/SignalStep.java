package socketscope.lesson;

import socketscope.event.Signal;

/** A step in which a program is sent a signal: {@code kill -STOP server}. */
public record SignalStep(int line, String program, Signal signal) implements LessonStep {

  @Override
  public String toString() {
    return "kill -" + signal.name().substring("SIG".length()) + " " + program;
  }
}
