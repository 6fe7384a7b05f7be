package socketscope.event;

/** What a lesson says of its steps, beside what happened. */
public sealed interface LessonEvent extends Event permits StepChecked, StepFailed {}
