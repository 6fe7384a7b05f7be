package socketscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.capture.CaptureFile;
import socketscope.event.Event;
import socketscope.infer.Inference;
import socketscope.lesson.Lesson;

/**
 * One of two experiments that are compared.
 *
 * @param title what it is called above its side
 * @param events what happened, with the packets that must have passed unseen
 * @param asTheLessonSays whether it went as its lesson says; a file always did
 */
record ComparisonInput(String title, List<Event> events, boolean asTheLessonSays) {

  /** A side that can be had, and was not played yet. */
  interface Ready {
    ComparisonInput play() throws CommandException, InterruptedException;
  }

  /**
   * Finds a lesson, or reads a trace or a capture.
   *
   * @param name a lesson that comes with the application, or a file with a lesson, a trace or
   *     captured packets
   * @param options how a lesson is played
   * @param traceFile where the trace of a lesson is written; null for nowhere
   */
  static Ready find(Console console, String name, PlayOptions options, @Nullable Path traceFile)
      throws CommandException {
    Path file = file(name);
    if (file != null && (SavedTrace.isOne(file) || isCapture(file))) {
      if (traceFile != null) {
        throw CommandException.badFile(console.text("compare.saved", name));
      }
      List<Event> events = Inference.complete(SavedTrace.read(console, file));
      return () -> new ComparisonInput(name, events, true);
    }
    Lesson lesson = LessonSource.find(console, name, null);
    return () -> {
      LessonRun run =
          new LessonRun(console, lesson, options.capturing(), options.where(), null, traceFile);
      boolean asTheLessonSays = run.play();
      return new ComparisonInput(lesson.title(), run.events(), asTheLessonSays);
    };
  }

  private static @Nullable Path file(String name) {
    try {
      Path path = Path.of(name);
      return Files.isRegularFile(path) && Files.isReadable(path) ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static boolean isCapture(Path file) {
    try {
      return CaptureFile.isOne(file);
    } catch (IOException e) {
      return false; // whoever reads it next says why
    }
  }
}
