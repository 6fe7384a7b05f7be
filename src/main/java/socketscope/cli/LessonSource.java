package socketscope.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Family;
import socketscope.lesson.Lesson;
import socketscope.lesson.LessonException;
import socketscope.lesson.Lessons;

/** Finds the lesson that the user names: a shipped one, else a file. */
final class LessonSource {

  private LessonSource() {}

  static Lesson find(Console console, String name, @Nullable Family family)
      throws CommandException {
    Optional<Lesson> shipped = Lessons.named(name, console.language());
    try {
      Lesson lesson = shipped.isPresent() ? shipped.get() : Lessons.read(file(console, name));
      return family == null ? lesson : lesson.over(family);
    } catch (LessonException e) {
      throw CommandException.badFile(name + ": " + e.sentences(console.texts("lesson")));
    } catch (CharacterCodingException e) {
      throw CommandException.badFile(console.text("file.notUtf8", name));
    } catch (IOException e) {
      throw CommandException.badFile(console.text("file.unreadable", name));
    }
  }

  /** The file that a lesson is read from; none for one that comes with the application. */
  static List<String> files(String name) {
    return Lessons.ids().contains(name) ? List.of() : List.of(name);
  }

  private static Path file(Console console, String name) throws CommandException {
    try {
      Path path = Path.of(name);
      if (!Files.exists(path)) {
        throw noSuchLesson(console, name);
      }
      InputFile.check(console, path);
      if (SavedTrace.isOne(path)) {
        throw CommandException.badFile(console.text("lesson.trace", name));
      }
      return path;
    } catch (InvalidPathException e) {
      throw noSuchLesson(console, name);
    }
  }

  private static CommandException noSuchLesson(Console console, String name) {
    return CommandException.badFile(
        console.text("lesson.unknown", name, String.join(", ", Lessons.ids())));
  }
}
