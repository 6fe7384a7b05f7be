package socketscope.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import socketscope.explain.Transcript;
import socketscope.export.Excerpt;
import socketscope.lab.Capturing;
import socketscope.lesson.Family;
import socketscope.lesson.Lesson;

/** {@code socketscope run LESSON}: plays a lesson and prints the transcript. */
@Command(name = "run")
final class RunCommand extends CommonOptions implements Callable<Integer> {

  private final Console console;

  @Mixin private OutputOptions outputs = new OutputOptions();

  @Parameters(paramLabel = "LESSON|FILE", descriptionKey = "lesson")
  private String lesson = "";

  @Option(
      names = "--family",
      paramLabel = "ipv4|ipv6",
      descriptionKey = "family",
      converter = FamilyConverter.class)
  private @Nullable Family family;

  @Option(names = "--trace", paramLabel = "FILE", descriptionKey = "traceFile")
  private @Nullable Path trace;

  @Mixin private PlayOptions play = new PlayOptions();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      descriptionKey = "wait",
      converter = SecondsConverter.class)
  private @Nullable Duration wait;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException, InterruptedException {
    Lesson chosen = LessonSource.find(console, lesson, family);
    Outputs files = new Outputs(console, outputs);
    if (play.capturing() == Capturing.OFF && outputs.pcapng != null) {
      throw CommandException.badFile(console.text("pcapng.off"));
    }
    OutputFiles written = new OutputFiles(console, LessonSource.files(lesson));
    if (trace != null) {
      written.check(trace);
    }
    files.check(written);
    LessonRun run = new LessonRun(console, chosen, play.capturing(), play.where(), wait, trace);
    boolean asTheLessonSays = run.play();
    Excerpt excerpt = files.excerpt(run.events());
    Transcript transcript = Transcript.of(console.language(), ZoneId.systemDefault());
    transcript.lines(excerpt.events(), 0, excerpt.whole().origin()).forEach(console::result);
    files.write(excerpt, ExitCode.MACHINE_REFUSES);
    return asTheLessonSays ? ExitCode.OK : ExitCode.KERNEL_ANSWERED_OTHERWISE;
  }

  /** Reads whole seconds, from 1 to those of a day. */
  static final class SecondsConverter implements ITypeConverter<Duration> {
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Duration convert(String text) {
      try {
        Duration seconds = Duration.ofSeconds(Integer.parseInt(text));
        if (seconds.isPositive() && seconds.compareTo(LONGEST) <= 0) {
          return seconds;
        }
      } catch (NumberFormatException e) {
        // It is no number, or a very large one.
      }
      throw new TypeConversionException(text);
    }
  }

  /** Reads {@code ipv4} or {@code ipv6}. */
  static final class FamilyConverter implements ITypeConverter<Family> {
    @Override
    public Family convert(String text) {
      for (Family family : Family.values()) {
        if (family.name().toLowerCase(Locale.ROOT).equals(text)) {
          return family;
        }
      }
      throw new TypeConversionException(text);
    }
  }
}
