package socketscope.lab;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.SocketAddress;

/**
 * The folder in which the programs of an experiment run, and in which their AF_UNIX sockets have
 * their files. No other user may enter it. It is made with the first program and goes with the
 * experiment; what an application that was killed left behind goes with the next one's first.
 */
final class ExperimentFolder implements AutoCloseable {

  private static final String PREFIX = "socketscope-";
  private static final Pattern NAME = Pattern.compile("socketscope-([0-9]{1,18})-.*");

  private @Nullable Path folder;

  /**
   * Its path; null where none can be made. The programs then run where the application does, and
   * create nothing.
   */
  synchronized @Nullable Path path() {
    if (folder == null) {
      sweep();
      try {
        folder = create();
      } catch (IOException e) {
        return null;
      }
    }
    return folder;
  }

  /** Whether a call names a file in it. */
  static boolean isNamedIn(Call call) {
    return call.addresses().stream()
        .anyMatch(address -> address instanceof SocketAddress.Unix unix && !unix.abstractName());
  }

  /** An empty folder that no other user may enter, and that goes with this application at last. */
  static Path create() throws IOException {
    return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
  }

  /** Removes the folders of applications that have ended. */
  private static void sweep() {
    Path all = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(all, PREFIX + "*")) {
      for (Path path : left) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          remove(path);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // What cannot be listed cannot be swept; the next start tries again.
    }
  }

  private static void remove(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // Another user's, or in use: it is not ours to remove, or the next start does.
    }
  }

  /** Removes it with all that is in it. */
  @Override
  public synchronized void close() {
    if (folder != null) {
      remove(folder);
      folder = null;
    }
  }
}
