package socketscope.lesson;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Marks ports as taken for every running copy of the application: byte N of one shared, empty file
 * is locked while a copy uses port N. The system drops the locks of a process that ends, however it
 * ends.
 *
 * <p>There is one channel to the file in a process and it is never closed, because closing any
 * channel on a file drops all locks that the process has on it (fcntl(2), "Advisory record
 * locking").
 */
final class PortLocks {

  private static final @Nullable FileChannel FILE = open(folder(System.getenv()));

  private PortLocks() {}

  /**
   * Marks the port as taken.
   *
   * @return what gives it back; empty where another copy, or this one, has it. Where there is no
   *     place for the file, nothing is marked and every port counts as not taken.
   */
  static Optional<Closeable> tryLock(int port) {
    if (FILE == null) {
      return Optional.of(() -> {});
    }
    try {
      FileLock lock = FILE.tryLock(port, 1, false);
      return Optional.ofNullable(lock).map(held -> held::release);
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(() -> {}); // a file system without locks
    }
  }

  /** The user's folder for such files, by the XDG Base Directory Specification or its like. */
  static Path folder(Map<String, String> environment) {
    return Stream.of("XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA")
        .map(environment::get)
        .filter(value -> value != null && Path.of(value).isAbsolute())
        .map(Path::of)
        .findFirst()
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("socketscope");
  }

  static @Nullable FileChannel open(Path folder) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve("ports.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException | SecurityException e) {
      return null;
    }
  }
}
