package socketscope.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.lab.Application;

/**
 * The folder in which each experiment keeps its trace as it runs, so that the last ones can be
 * opened again.
 */
public final class Autosave {

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
  static final String END = ".jsonl";
  private static final int KEPT = 20;

  private final Path folder;
  private @Nullable Path current;

  /** Experiments are kept in that folder, which is made when it is needed. */
  public Autosave(Path folder) {
    this.folder = folder;
  }

  /** The user's own folder for it. */
  public static Autosave ofUser() {
    return new Autosave(Application.stateFolder().resolve("experiments"));
  }

  /** Another folder within this one, for experiments that are not to be found among these. */
  public Autosave beside(String name) {
    return new Autosave(folder.resolve(name));
  }

  /**
   * Starts the file of a new experiment; the oldest of many files are deleted.
   *
   * @throws IOException where it cannot be written
   */
  AutosaveFile begin() throws IOException {
    Files.createDirectories(folder);
    List<Path> files = files();
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
    String name =
        NAME.format(LocalDateTime.now(ZoneOffset.UTC)) + "-" + ProcessHandle.current().pid() + END;
    current = folder.resolve(name);
    return new AutosaveFile(current);
  }

  /** The mark of a window that keeps its experiments here. */
  public OpenWindow window() {
    return new OpenWindow(folder);
  }

  /** The newest experiment before the one that runs. */
  public Optional<Path> last() {
    try {
      return files().stream().filter(file -> !file.equals(current)).findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(END))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }
}
