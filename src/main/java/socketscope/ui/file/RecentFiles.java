package socketscope.ui.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;

/** The files that were opened or saved lately, the last one first. */
public final class RecentFiles {

  private static final int KEPT = 10;

  private final ObjectProperty<List<String>> remembered;

  /** Those that are remembered there. */
  public RecentFiles(ObjectProperty<List<String>> remembered) {
    this.remembered = remembered;
  }

  /** The files; some may be missing by now. */
  public List<Path> list() {
    return remembered.get().stream().flatMap(RecentFiles::path).toList();
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.of(); // remembered on another system
    }
  }

  /** Puts a file at the top. */
  public void add(Path file) {
    String name = file.toAbsolutePath().normalize().toString();
    List<String> files = new ArrayList<>(remembered.get());
    files.remove(name);
    files.addFirst(name);
    remembered.set(List.copyOf(files.subList(0, Math.min(KEPT, files.size()))));
  }

  /** The same for a file that was written, unless it is one that cannot be opened. */
  public void addSaved(Path file) {
    if (FileKind.of(file).opens()) {
      add(file);
    }
  }

  /** Takes a file away. */
  public void remove(Path file) {
    String name = file.toAbsolutePath().normalize().toString();
    remembered.set(remembered.get().stream().filter(each -> !each.equals(name)).toList());
  }

  /** Takes all away. */
  public void clear() {
    remembered.set(List.of());
  }
}
