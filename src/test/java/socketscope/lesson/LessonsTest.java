package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.event.Function;
import socketscope.lesson.Chapter.ShippedLesson;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.Lessons.LessonPair;
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

  @Test
  void everyCallIsInALesson() {
    assertThat(
            Lessons.ids().stream()
                .flatMap(id -> Lessons.named(id, Language.ENGLISH).stream())
                .flatMap(lesson -> lesson.experiment().steps().stream())
                .filter(CallStep.class::isInstance)
                .map(step -> ((CallStep) step).function()))
        .contains(Function.values());
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
  void shippedLessonHasASummaryOfOneSentence(String id) {
    for (Language language : Language.values()) {
      Lesson lesson = Lessons.named(id, language).orElseThrow();
      assertThat(lesson.summary()).matches("[^.]+\\.").hasSizeLessThan(150);
      assertThat(lesson.title()).hasSizeLessThan(40);
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void shippedLessonIsNeitherTooShortNorTooLong(String id) {
    Lesson lesson = Lessons.named(id, Language.ENGLISH).orElseThrow();
    assertThat(lesson.experiment().steps()).hasSizeBetween(8, 26);
    assertThat(lesson.sections()).allMatch(section -> section.steps().size() <= 13);
  }

  /** A learner guesses each answer; only what differs from run to run is left open. */
  @ParameterizedTest
  @MethodSource("ids")
  void mostAnswersOfAShippedLessonAreExpected(String id) {
    List<CallStep> steps =
        Lessons.named(id, Language.ENGLISH).orElseThrow().experiment().steps().stream()
            .filter(CallStep.class::isInstance)
            .map(CallStep.class::cast)
            .filter(step -> step.name() == null)
            .toList();
    long open = steps.stream().filter(step -> step.expected() == null && !step.blocks()).count();
    assertThat(open).isLessThanOrEqualTo(id.equals("raw") ? steps.size() : 3);
  }

  @Test
  void chaptersHoldEveryLessonOnce() {
    for (Language language : Language.values()) {
      assertThat(Lessons.chapters(language))
          .hasSizeGreaterThan(1)
          .allMatch(chapter -> {
            return !chapter.title().isEmpty() && !chapter.lessons().isEmpty();
          });
      assertThat(Lessons.chapters(language).stream().flatMap(c -> c.lessons().stream()))
          .containsExactlyElementsOf(Lessons.all(language));
    }
    assertThat(Lessons.ids()).doesNotHaveDuplicates();
  }

  @Test
  void pairsAreOfLessonsThatThereAre() {
    assertThat(Lessons.pairs(Language.ENGLISH))
        .hasSizeGreaterThan(3)
        .allMatch(pair -> Lessons.ids().containsAll(List.of(pair.left(), pair.right())))
        .extracting(LessonPair::id)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(Lessons.ids());
  }

  @Test
  void lessonsAboutIpCanBePlayedOverBothVersionsUnlessTheyAreAboutOne() {
    assertThat(Lessons.all(Language.ENGLISH))
        .filteredOn(shipped -> shipped.lesson().families().size() < Family.values().length)
        .extracting(ShippedLesson::id)
        .containsExactly("addresses", "packet-info", "ipv6", "raw");
  }

  @Test
  void fileMayBeginWithAByteOrderMark(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("any name.txt");
    Files.writeString(file, "\uFEFF# T\n```steps\nserver: close(99)\n```");

    assertThat(Lessons.read(file).title()).isEqualTo("T");
  }
}
