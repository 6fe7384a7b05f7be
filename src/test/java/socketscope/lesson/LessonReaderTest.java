package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.lesson.Lesson.Section;
import socketscope.lesson.LessonFault.Kind;

class LessonReaderTest {

  private static final String LESSON =
      """
      # A *small* lesson

      What it is about,
      in `two` lines.

      ```steps
      port p
      server: l = socket(AF_INET, SOCK_STREAM, 0)
      ```

      Then this. It is C:

      ```c
      int main(void);
      ```

      ~~~ steps
      server: bind(l, 127.0.0.1:p) = 0
      server: listen(l, 1)
      ~~~

      The end.
      """;

  @Test
  void titleSummaryAndSectionsAreFound() throws Exception {
    Lesson lesson = LessonReader.read(LESSON);

    assertThat(lesson.title()).isEqualTo("A small lesson");
    assertThat(lesson.summary()).isEqualTo("What it is about, in two lines.");
    assertThat(lesson.experiment().steps()).extracting(LessonStep::line).containsExactly(8, 18, 19);
    assertThat(lesson.experiment().ports()).containsExactly("p");
    assertThat(lesson.sections()).hasSize(3);
    assertThat(lesson.sections().get(0).steps()).hasSize(1);
    assertThat(lesson.sections().get(1).steps()).hasSize(2);
    assertThat(lesson.sections().get(1).prose())
        .isEqualTo("Then this. It is C:\n\n```c\nint main(void);\n```");
    assertThat(lesson.sections().get(2)).isEqualTo(new Section("The end.", List.of()));
  }

  @Test
  void linesAreTheSameWithTheLineEndsOfWindows() throws Exception {
    assertThat(LessonReader.read(LESSON.replace("\n", "\r\n")).experiment())
        .isEqualTo(LessonReader.read(LESSON).experiment());
  }

  @Test
  void faultInAnIndentedBlockNamesTheColumnInTheFile() {
    LessonException exception =
        catchThrowableOfType(
            LessonException.class,
            () -> LessonReader.read("# T\n\n- item\n\n  ```steps\n  server: open(3)\n  ```\n"));

    assertThat(exception.faults())
        .containsExactly(new LessonFault(6, 11, Kind.FUNCTION, List.of("open")));
  }

  @Test
  void fileWithoutHeadingAndStepsHasBothFaults() {
    LessonException exception =
        catchThrowableOfType(LessonException.class, () -> LessonReader.read("Only prose."));

    assertThat(exception.faults())
        .extracting(LessonFault::kind)
        .containsExactly(Kind.NO_TITLE, Kind.NO_STEPS);
  }
}
