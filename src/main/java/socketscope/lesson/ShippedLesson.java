package socketscope.lesson;

/**
 * A lesson that comes with the application.
 *
 * @param id what it is called on the command line, in every language
 */
public record ShippedLesson(String id, Lesson lesson) {}
