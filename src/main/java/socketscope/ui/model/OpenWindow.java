package socketscope.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mark of a window that is open: a file {@code PID.open}, which is locked as long as the
 * process lives, and deleted when the window is closed. The system unlocks it at any end of the
 * process; so one that is left and not locked is that of a window that was not closed, and one that
 * is locked is that of another window.
 */
public final class OpenWindow implements AutoCloseable {

  private static final String END = ".open";

  private final Path folder;
  private @Nullable FileChannel mark;
  private @Nullable Path file;

  /** A window whose experiments are kept in that folder. */
  public OpenWindow(Path folder) {
    this.folder = folder;
  }

  /**
   * Marks this window as open.
   *
   * @return the last experiment of a window that was not closed; empty where there is none
   */
  public Optional<Path> open() {
    try {
      Files.createDirectories(folder);
      List<Path> left = marks();
      Optional<Path> lost = left.stream().flatMap(each -> lost(each).stream()).findFirst();
      Path own = folder.resolve(ProcessHandle.current().pid() + END);
      FileChannel channel =
          FileChannel.open(own, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.tryLock();
      mark = channel;
      file = own;
      return lost;
    } catch (IOException | UncheckedIOException | OverlappingFileLockException e) {
      return Optional.empty(); // then nothing can be kept, and nothing be lost
    }
  }

  private List<Path> marks() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(END)).toList();
    }
  }

  /** What a window has left that is not open any more, and takes its mark away. */
  private Optional<Path> lost(Path left) {
    try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        return Optional.empty();
      }
      FileTime opened = Files.getLastModifiedTime(left);
      String process = String.valueOf(left.getFileName()).replace(END, "");
      Files.delete(left);
      return experiment(process, opened);
    } catch (IOException | OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  /** The newest experiment of that process; an earlier one may have had the same number. */
  private Optional<Path> experiment(String process, FileTime since) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith("-" + process + Autosave.END))
          .filter(each -> changed(each).compareTo(since) >= 0)
          .max(Path::compareTo);
    }
  }

  private static FileTime changed(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the mark away: the window was closed. */
  @Override
  public void close() {
    try {
      if (mark != null && file != null) {
        Files.deleteIfExists(file);
        mark.close();
      }
    } catch (IOException e) {
      // The next window will ask once too often.
    }
  }
}
