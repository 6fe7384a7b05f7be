package socketscope.lesson;

/**
 * Two lessons that are worth to be seen side by side.
 *
 * @param id what it is called on the command line, in every language
 * @param left the name of the lesson on the left
 * @param right the name of the lesson on the right
 * @param title what they are, in the language of the user
 * @param look what to look at, in a sentence or two
 */
public record LessonPair(String id, String left, String right, String title, String look) {}
