package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.text.Language;

class LessonsTest {

  static List<String> ids() {
    return Lessons.ids();
  }

  @Test
  void lessonsOfBothTablesOfTheTextbookAreThere() {
    assertThat(Lessons.ids()).startsWith("tcp", "udp");
    assertThat(Lessons.all(Language.SPANISH))
        .extracting(ShippedLesson::id)
        .isEqualTo(Lessons.ids());
    assertThat(Lessons.named("../tcp", Language.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyLanguageHasTheSameStepsInTheSameSections(String id) {
    Lesson english = Lessons.named(id, Language.ENGLISH).orElseThrow();
    Lesson spanish = Lessons.named(id, Language.SPANISH).orElseThrow();

    assertThat(spanish.experiment()).hasToString(english.experiment().toString());
    assertThat(spanish.sections().stream().map(part -> part.steps().size()))
        .isEqualTo(english.sections().stream().map(part -> part.steps().size()).toList());
    assertThat(spanish.title()).isNotEqualTo(english.title());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void shippedLessonHasASummaryOfOneSentenceAndBothFamilies(String id) {
    for (Language language : Language.values()) {
      Lesson lesson = Lessons.named(id, language).orElseThrow();
      assertThat(lesson.summary()).matches("[^.]+\\.");
      assertThat(lesson.families()).containsExactly(Family.values());
    }
  }

  @Test
  void fileMayBeginWithAByteOrderMark(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("any name.txt");
    Files.writeString(file, "\uFEFF# T\n```steps\nserver: close(99)\n```");

    assertThat(Lessons.read(file).title()).isEqualTo("T");
  }
}
