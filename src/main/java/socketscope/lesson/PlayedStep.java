package socketscope.lesson;

/** A step and how it went. */
public record PlayedStep(LessonStep step, StepOutcome outcome) {}
