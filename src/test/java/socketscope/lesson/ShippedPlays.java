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
   * Each lesson's name, with how it is played plainly and how under strace: {@code ipv4}, {@code
   * ipv6}, or {@link #AS_WRITTEN}. The first two lessons in every way; the others over one version
   * of IP plainly, and over the other under strace, by turns.
   */
  public static Stream<Arguments> byTurns() {
    List<ShippedLesson> lessons = Lessons.all(Language.ENGLISH);
    return IntStream.range(0, lessons.size())
        .boxed()
        .flatMap(index -> {
          String id = lessons.get(index).id();
          List<String> ways = ways(lessons.get(index));
          return index < 2
              ? ways.stream().map(way -> Arguments.of(id, way, way))
              : Stream.of(
                  Arguments.of(
                      id, ways.get((index + 1) % ways.size()), ways.get(index % ways.size())));
        });
  }

  private static List<String> ways(ShippedLesson shipped) {
    Lesson lesson = shipped.lesson();
    Set<Family> families = lesson.namedFamilies().isEmpty() ? Set.of() : lesson.families();
    return families.isEmpty()
        ? List.of(AS_WRITTEN)
        : families.stream().map(family -> family == Family.IPV4 ? "ipv4" : "ipv6").toList();
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

  /** The arguments of the command line that play it so, where other programs see its packets. */
  public static Stream<String> command(String id, String how) {
    Stream<String> shared = Stream.of("run", id, "--where", "shared");
    return how.equals(AS_WRITTEN) ? shared : Stream.concat(shared, Stream.of("--family", how));
  }
}
