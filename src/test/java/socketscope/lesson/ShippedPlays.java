package socketscope.lesson;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import socketscope.lesson.Chapter.ShippedLesson;
import socketscope.text.Language;

/** The ways in which the lessons that come with the application can be played. */
public final class ShippedPlays {

  /** Instead of a family, for a lesson that is about AF_UNIX, or about several families. */
  public static final String AS_WRITTEN = "as written";

  private ShippedPlays() {}

  /**
   * Each lesson's name, with {@code ipv4}, with {@code ipv6}, or with {@link #AS_WRITTEN}: the
   * first two lessons in every way, the others in one, over one version of IP and the other by
   * turns.
   */
  public static Stream<Arguments> byTurns() {
    return turns(0);
  }

  /** The same, over the other version each. */
  public static Stream<Arguments> byOtherTurns() {
    return turns(1);
  }

  private static Stream<Arguments> turns(int first) {
    List<ShippedLesson> lessons = Lessons.all(Language.ENGLISH);
    return IntStream.range(0, lessons.size())
        .boxed()
        .flatMap(index -> {
          List<Arguments> ways = of(lessons.get(index)).toList();
          return index < 2 ? ways.stream() : Stream.of(ways.get((index + first) % ways.size()));
        });
  }

  private static Stream<Arguments> of(ShippedLesson shipped) {
    Lesson lesson = shipped.lesson();
    Set<Family> families = lesson.namedFamilies().isEmpty() ? Set.of() : lesson.families();
    return families.isEmpty()
        ? Stream.of(Arguments.of(shipped.id(), AS_WRITTEN))
        : families.stream()
            .map(family -> Arguments.of(shipped.id(), "ipv" + (family == Family.IPV4 ? 4 : 6)));
  }

  /** The lesson, so played. */
  public static Lesson lesson(String id, String how) throws LessonException {
    Lesson lesson = Lessons.named(id, Language.ENGLISH).orElseThrow();
    return switch (how) {
      case AS_WRITTEN -> lesson;
      case "ipv4" -> lesson.over(Family.IPV4);
      default -> lesson.over(Family.IPV6);
    };
  }

  /** The arguments of the command line that play it so. */
  public static Stream<String> command(String id, String how) {
    return how.equals(AS_WRITTEN) ? Stream.of("run", id) : Stream.of("run", id, "--family", how);
  }
}
