package socketscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses files that cannot or must not be written, before anything is done that would be lost. */
final class OutputFiles {

  private final Console console;
  private final List<String> sources;
  private final Set<Path> before = new HashSet<>();

  /**
   * Files that are written.
   *
   * @param sources what is read, which stays as it is
   */
  OutputFiles(Console console, List<String> sources) {
    this.console = console;
    this.sources = List.copyOf(sources);
  }

  /** Whether a file can be written, is no source, and was not asked for before. */
  void check(Path file) throws CommandException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw refused("file.folder", file);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw refused("file.noFolder", file);
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw refused("file.unwritable", file);
    }
    for (String source : sources) {
      if (isSame(source, file)) {
        throw refused("file.source", file);
      }
    }
    boolean kept = !Files.exists(file) || Files.isRegularFile(file);
    if (kept && !before.add(file.toAbsolutePath().normalize())) {
      throw refused("file.twice", file);
    }
  }

  private CommandException refused(String key, Path file) {
    return CommandException.badFile(console.text(key, file));
  }

  private static boolean isSame(String source, Path file) {
    try {
      Path read = Path.of(source);
      return Files.exists(read) && Files.exists(file) && Files.isSameFile(read, file);
    } catch (IOException | InvalidPathException e) {
      return false; // whoever reads or writes it says what is wrong
    }
  }
}
