package socketscope.ui.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Role;
import socketscope.lesson.Family;
import socketscope.lesson.Lesson;

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
