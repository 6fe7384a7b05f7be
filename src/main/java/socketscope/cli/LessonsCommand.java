package socketscope.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import socketscope.lesson.Chapter;
import socketscope.lesson.Chapter.ShippedLesson;
import socketscope.lesson.Family;
import socketscope.lesson.Lesson;
import socketscope.lesson.Lessons;

/** {@code socketscope lessons}: the lessons there are, one a line, fields parted by tabs. */
@Command(name = "lessons")
final class LessonsCommand extends CommonOptions implements Callable<Integer> {

  private final Console console;

  LessonsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    for (Chapter chapter : Lessons.chapters(console.language())) {
      for (ShippedLesson shipped : chapter.lessons()) {
        Lesson lesson = shipped.lesson();
        console.result(
            String.join("\t", shipped.id(), lesson.title(), families(lesson), chapter.title()));
      }
    }
    return ExitCode.OK;
  }

  /** Those that it can be played over, one at a time, or those that it is about. */
  private static String families(Lesson lesson) {
    if (lesson.namedFamilies().isEmpty()) {
      return "AF_UNIX";
    }
    return lesson.families().isEmpty()
        ? names(lesson.namedFamilies(), " + ")
        : names(lesson.families(), ", ");
  }

  private static String names(Set<Family> families, String between) {
    return families.stream()
        .map(family -> family == Family.IPV4 ? "IPv4" : "IPv6")
        .collect(Collectors.joining(between));
  }
}
