package socketscope.lesson;

import java.util.List;

/**
 * A chapter of the lessons that come with the application.
 *
 * @param id its name in every language
 * @param title what people read
 */
public record Chapter(String id, String title, List<ShippedLesson> lessons) {

  /** Keeps a copy of the lessons. */
  public Chapter {
    lessons = List.copyOf(lessons);
  }

  /**
   * A lesson that comes with the application.
   *
   * @param id what it is called on the command line, in every language
   */
  public record ShippedLesson(String id, Lesson lesson) {}
}
