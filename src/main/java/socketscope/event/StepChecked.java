package socketscope.event;

/**
 * What a lesson expected of a call, beside what the kernel answered.
 *
 * @param line the line of the step in its file, from 1
 * @param expected in the notation of the lesson, such as {@code 0} or {@code -1 ECONNREFUSED}
 * @param actual the kernel's answer in the same notation; {@code ...} for a call that blocks
 */
public record StepChecked(
    Stamp stamp, long callId, int line, String expected, String actual, boolean met)
    implements LessonEvent {}
