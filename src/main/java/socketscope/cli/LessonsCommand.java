package socketscope.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import socketscope.lesson.Family;
import socketscope.lesson.Lessons;
import socketscope.lesson.ShippedLesson;

/** {@code socketscope lessons}: the lessons there are, one a line, fields parted by tabs. */
@Command(name = "lessons")
final class LessonsCommand extends CommonOptions implements Callable<Integer> {

  private final Console console;

  LessonsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    for (ShippedLesson shipped : Lessons.all(console.language())) {
      String families =
          shipped.lesson().families().stream()
              .map(family -> family == Family.IPV4 ? "IPv4" : "IPv6")
              .collect(Collectors.joining(", "));
      console.result(shipped.id() + "\t" + shipped.lesson().title() + "\t" + families);
    }
    return ExitCode.OK;
  }
}
