package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Function;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.LessonStep.ServeStep;
import socketscope.lesson.LessonStep.SignalStep;

/** What docs/lessons.md shows to teachers is true, and docs/lessons.es.md shows the same. */
class LessonGuideTest {

  private final String guide = read("lessons.md");

  private static String read(String name) {
    try {
      return Files.readString(Path.of("docs", name));
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
    Matcher calls = Pattern.compile("`([a-z0-9_]+\\([^`]*\\))`").matcher(guide);
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

  @Test
  void exampleInSpanishIsALesson() throws Exception {
    Matcher example =
        Pattern.compile("````markdown\n(.*?)````", Pattern.DOTALL).matcher(read("lessons.es.md"));
    assertThat(example.find()).isTrue();
    assertThat(LessonReader.read(example.group(1)).title()).isEqualTo("Nadie escucha");
  }

  /** The words differ; headings by their depth, items, rows of tables, and steps do not. */
  @ParameterizedTest
  @ValueSource(strings = {"lessons", "third-party"})
  void bothLanguagesHaveTheSameParts(String name) {
    assertThat(parts(read(name + ".es.md")))
        .hasSizeGreaterThan(10)
        .isEqualTo(parts(read(name + ".md")));
  }

  private static List<String> parts(String document) {
    return document
        .lines()
        .filter(line -> line.matches("(#|\\| |- |    ).*"))
        .map(LessonGuideTest::part)
        .toList();
  }

  private static String part(String line) {
    if (line.startsWith("| ")) {
      return "| " + versionsAndCode(line);
    }
    boolean step = line.matches(" +(server|client|kill|port)\\b.*");
    return step ? line.replaceFirst(" +#.*", "") : line.replaceFirst("^(#+|-| +).*", "$1");
  }

  /** What no language changes: numbers, and calls at the beginning of a row. */
  private static String versionsAndCode(String row) {
    return Pattern.compile("\\d+\\.\\d+(\\.\\d+)?|^\\| `[a-z]+\\(")
        .matcher(row)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining(" "));
  }
}
