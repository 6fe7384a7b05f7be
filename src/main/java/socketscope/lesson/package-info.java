/**
 * Lessons: Markdown files with steps that a teacher writes, their reader, and the player that makes
 * the calls and compares what the kernel answers with what the lesson says.
 *
 * <p>It makes calls through the lab only and shows nothing itself: it does not know windows,
 * diagrams or the command line. docs/lessons.md describes the format.
 */
@org.jspecify.annotations.NullMarked
package socketscope.lesson;
