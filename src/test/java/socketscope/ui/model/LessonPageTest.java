package socketscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.lesson.Lesson;
import socketscope.lesson.LessonException;
import socketscope.lesson.LessonReader;
import socketscope.lesson.StepOutcome;
import socketscope.ui.model.LessonPage.Line;
import socketscope.ui.model.LessonPage.Progress;

class LessonPageTest {

  private static final String LESSON =
      """
      # Two pages

      Ports first.

      ```steps
      port p
      ```

      One.

      ```steps
      server: l = socket(AF_INET, SOCK_STREAM, 0)
      server: bind(l, 127.0.0.1:p) = 0
      ```

      Two.

      ```steps
      server: close(l) = 0
      ```
      """;

  private static LessonPage page(String lesson, StepOutcome... outcomes) throws LessonException {
    return LessonPage.of(LessonReader.read(lesson), List.of(outcomes));
  }

  private static List<Progress> progress(LessonPage page) {
    return page.steps().stream().map(Line::progress).toList();
  }

  @Test
  void proseBeforeAFenceOfPortsBelongsToTheStepsAfterIt() throws LessonException {
    LessonPage page = page(LESSON);
    assertThat(page.first()).isTrue();
    assertThat(page.prose()).isEqualTo("# Two pages\n\nPorts first.\n\nOne.");
    assertThat(progress(page)).containsExactly(Progress.NEXT, Progress.LATER);
  }

  @Test
  void theStepsOfThePageSayHowTheyWent() throws LessonException {
    assertThat(progress(page(LESSON, new StepOutcome.NotChecked())))
        .containsExactly(Progress.MET, Progress.NEXT);
    StepOutcome unmet = new StepOutcome.Unmet("0", "-1 EBADF");
    LessonPage last = page(LESSON, new StepOutcome.Met(), new StepOutcome.Met(), unmet);
    assertThat(progress(last)).containsExactly(Progress.UNMET);
    assertThat(last.steps().getFirst().outcome()).isEqualTo(unmet);
  }

  @Test
  void thePageTurnsAfterItsLastStep() throws LessonException {
    LessonPage page = page(LESSON, new StepOutcome.Met(), new StepOutcome.Met());
    assertThat(page.first()).isFalse();
    assertThat(page.prose()).isEqualTo("Two.");
    assertThat(progress(page)).containsExactly(Progress.NEXT);
  }

  @Test
  void theClosingProseIsThePageAfterTheLastStep() throws LessonException {
    Lesson closed = LessonReader.read(LESSON + "\nThat was all.\n");
    LessonPage page = LessonPage.of(closed, Collections.nCopies(3, new StepOutcome.Met()));
    assertThat(page.prose()).isEqualTo("That was all.");
    assertThat(page.steps()).isEmpty();
  }
}
