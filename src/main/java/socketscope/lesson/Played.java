package socketscope.lesson;

/** A step and how it went. */
public record Played(Step step, StepOutcome outcome) {}
