package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import socketscope.event.Function;

/** What docs/lessons.md shows to teachers is true. */
class LessonGuideTest {

  private final String guide = read();

  private static String read() {
    try {
      return Files.readString(Path.of("docs", "lessons.md"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void exampleOfAWholeLessonIsOne() throws Exception {
    Matcher example = Pattern.compile("````markdown\n(.*?)````", Pattern.DOTALL).matcher(guide);
    assertThat(example.find()).isTrue();

    Lesson lesson = LessonReader.read(example.group(1));
    assertThat(lesson.title()).isEqualTo("Nobody is listening");
    assertThat(lesson.experiment().steps()).hasSize(2);
  }

  @Test
  void everyCallIsShownAsItCanBeWritten() throws Exception {
    Matcher calls = Pattern.compile("`([a-z]+\\([^`]*\\))`").matcher(guide);
    StringBuilder steps = new StringBuilder();
    for (String name : new String[] {"l", "s", "u"}) {
      steps.append("server: ").append(name).append(" = socket(AF_INET, SOCK_STREAM)\n");
    }
    while (calls.find()) {
      steps.append("server: ").append(calls.group(1)).append('\n');
    }
    assertThat(StepsParser.parse(steps.toString()).steps())
        .map(CallStep.class::cast)
        .extracting(CallStep::function)
        .contains(Function.values());
  }

  @Test
  void signalsLoopsAndManyProgramsAreWrittenAsShown() throws Exception {
    Matcher shown =
        Pattern.compile("(?m)^    (kill -.*|server: while.*|client1\\.\\.20: s = .*)$")
            .matcher(guide);
    StringBuilder steps = new StringBuilder("server: l = socket(AF_INET, SOCK_STREAM)\n");
    while (shown.find()) {
      steps.append(shown.group(1)).append('\n');
    }
    assertThat(StepsParser.parse(steps.toString()).steps())
        .hasAtLeastOneElementOfType(SignalStep.class)
        .hasAtLeastOneElementOfType(ServeStep.class)
        .hasSizeGreaterThan(25);
  }
}
