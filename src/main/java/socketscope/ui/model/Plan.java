package socketscope.ui.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Role;
import socketscope.lesson.Family;
import socketscope.lesson.Lesson;
import socketscope.lesson.LessonException;
import socketscope.lesson.Lessons;
import socketscope.text.Language;

/**
 * What the user wants to try.
 *
 * @param lesson the lesson that leads through it, over that family; null to call freely
 * @param lessonName its name in the list of lessons, or its file's; null without a lesson
 */
public record Plan(
    Exchange exchange, Family family, @Nullable Lesson lesson, @Nullable String lessonName) {

  /** What the window begins with. */
  public static final Plan FIRST = free(Exchange.TCP, Family.IPV4);

  /** To call freely. */
  public static Plan free(Exchange exchange, Family family) {
    return new Plan(exchange, family, null, null);
  }

  /** A name for the experiment. */
  public String title() {
    return lessonName != null ? lessonName : exchange + " " + family;
  }

  /**
   * The lesson in that language where it comes with the application, else as it was written; null
   * without a lesson.
   */
  public @Nullable Lesson lessonIn(Language language) {
    return lesson == null || lessonName == null
        ? lesson
        : Lessons.named(lessonName, language)
            .filter(this::sameSteps)
            .map(this::over)
            .orElse(lesson);
  }

  /** A lesson in a file can have the name of another one. */
  private boolean sameSteps(Lesson other) {
    return lesson != null
        && other.experiment().steps().size() == lesson.experiment().steps().size();
  }

  private Lesson over(Lesson other) {
    try {
      return other.families().contains(family) ? other.over(family) : other;
    } catch (LessonException e) {
      return other; // about one family only, so it is over that one already
    }
  }

  /** The programs that take part. */
  public List<String> programs() {
    return lesson == null ? List.of("server", "client") : lesson.experiment().programs();
  }

  /** The address that a program of that role has in the textbook. */
  public String address(Role role) {
    String host = family == Family.IPV4 ? family.loopback() : "[" + family.loopback() + "]";
    return host + (role == Role.SERVER ? ":5000" : ":5001");
  }
}
