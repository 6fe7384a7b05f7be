package socketscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses what cannot be read, and says why. */
final class InputFile {

  private InputFile() {}

  static void check(Console console, Path path) throws CommandException {
    if (path.toString().isEmpty() || !Files.exists(path)) {
      throw CommandException.badFile(console.text("file.missing", path));
    }
    if (Files.isDirectory(path)) {
      throw CommandException.badFile(console.text("file.folder", path));
    }
    if (!Files.isReadable(path)) {
      throw CommandException.badFile(console.text("file.unreadable", path));
    }
  }
}
