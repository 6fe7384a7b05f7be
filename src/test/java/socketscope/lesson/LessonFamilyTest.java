package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.lesson.LessonFault.Kind;

class LessonFamilyTest {

  private static final String IPV4 =
      """
      port p
      server: u = socket(AF_INET, SOCK_DGRAM, 0)
      server: bind(u, 127.0.0.1:p) = 0
      server: getsockname(u) = 127.0.0.1:p
      server: getsockname(u) = 0.0.0.0:0
      server: a = recvfrom(u, 9, 0) ... = "x" from 127.0.0.1:80
      server: sendto(u, "AF_INET", 0, a) = 7
      """;

  private static final String IPV6 =
      """
      port p
      server: u = socket(AF_INET6, SOCK_DGRAM, 0)
      server: bind(u, [::1]:p) = 0
      server: getsockname(u) = [::1]:p
      server: getsockname(u) = [::]:0
      server: a = recvfrom(u, 9, 0) ... = "x" from [::1]:80
      server: sendto(u, "AF_INET", 0, a) = 7
      """;

  private static Lesson lesson(String steps) throws LessonException {
    return LessonReader.read("# T\n\n```steps\n" + steps + "\n```\n");
  }

  @Test
  void lessonIsRewrittenForTheOtherFamily() throws Exception {
    assertThat(lesson(IPV4).over(Family.IPV6).experiment()).hasToString(IPV6);
    assertThat(lesson(IPV6).over(Family.IPV4).experiment()).hasToString(IPV4);
    assertThat(lesson(IPV4).families()).containsExactly(Family.IPV4, Family.IPV6);
  }

  @Test
  void sectionsAreRewrittenToo() throws Exception {
    Lesson changed = lesson(IPV4).over(Family.IPV6);

    assertThat(changed.sections().stream().flatMap(part -> part.steps().stream()))
        .containsExactlyElementsOf(changed.experiment().steps());
  }

  @Test
  void lessonInItsOwnFamilyStaysAsItIs() throws Exception {
    assertThat(lesson(IPV4).over(Family.IPV4)).isEqualTo(lesson(IPV4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server: bind(3, 127.0.0.2:80)",
        "server: setsockopt(3, IPPROTO_IP, IP_TTL, 1)",
        "server: bind(3, 127.1.2.3:80)",
      })
  void lessonAboutOneFamilyIsPlayedOverThatOneOnly(String step) throws Exception {
    Lesson lesson = lesson("server: bind(3, 127.0.0.1:80)\n" + step);

    assertThat(lesson.families()).containsExactly(Family.IPV4);
    LessonException exception =
        catchThrowableOfType(LessonException.class, () -> lesson.over(Family.IPV6));
    assertThat(exception.faults())
        .extracting(LessonFault::line, LessonFault::kind)
        .containsExactly(tuple(5, Kind.ONE_FAMILY));
  }

  @Test
  void lessonAboutBothFamiliesIsPlayedAsItIsWrittenOnly() throws Exception {
    Lesson lesson = lesson("server: bind(3, 127.0.0.1:80)\nserver: bind(3, [::1]:80)");

    assertThat(lesson.families()).isEmpty();
    for (Family family : Family.values()) {
      assertThat(catchThrowableOfType(LessonException.class, () -> lesson.over(family)))
          .isNotNull();
    }
  }

  @Test
  void lessonWithoutAddressesIsPlayedOverAny() throws Exception {
    assertThat(lesson("server: close(99) = -1 EBADF").families())
        .isEqualTo(EnumSet.allOf(Family.class));
  }
}
