package socketscope.lesson;

/** One step of a lesson. Its {@code toString} writes it as the lesson does. */
public sealed interface LessonStep permits CallStep, ServeStep, SignalStep {

  /** Its line in the lesson's file, from 1. */
  int line();

  /** The program that does it, or that it is done to. */
  String program();
}
