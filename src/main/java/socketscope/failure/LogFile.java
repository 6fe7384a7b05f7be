package socketscope.failure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A log that nobody but its user may read. When it is full it becomes {@code NAME.1}, and that one
 * {@code NAME.2}, in place of the one there was. Each message is appended at once, so several
 * processes can write to it, and the file is made with the first message.
 */
public final class LogFile implements System.Logger {

  private static final int OLDEST = 2;

  private static final Set<StandardOpenOption> APPEND =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);

  private final Path file;
  private final Supplier<String> writer;
  private final long capacity;

  /**
   * A log in that file.
   *
   * @param writer gives who writes, with what a report of a fault should say: versions, the system
   * @param capacity how many bytes it holds at most
   */
  public LogFile(Path file, Supplier<String> writer, long capacity) {
    this.file = file;
    this.writer = writer;
    this.capacity = capacity;
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /** What it holds; empty where nothing was logged, or it cannot be read. */
  public String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public String getName() {
    return file.toString();
  }

  @Override
  public boolean isLoggable(Level level) {
    return level.getSeverity() >= Level.INFO.getSeverity() && level != Level.OFF;
  }

  @Override
  public void log(
      Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... values) {
    log(
        level,
        bundle,
        values == null ? format : MessageFormat.format(format, values),
        (Throwable) null);
  }

  @Override
  public void log(
      Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      append(text(level, message, thrown));
    }
  }

  private String text(Level level, String message, @Nullable Throwable thrown) {
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    lines.println(
        "%s %s %s (process %d): %s"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                level,
                writer.get(),
                ProcessHandle.current().pid(),
                message));
    if (thrown != null) {
      thrown.printStackTrace(lines);
    }
    return text.toString();
  }

  private synchronized void append(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file) && Files.size(file) + bytes.length > capacity) {
        rotate();
      }
      try (SeekableByteChannel end = Files.newByteChannel(file, APPEND, forItsUser())) {
        end.write(ByteBuffer.wrap(bytes));
      }
    } catch (IOException e) {
      // Such as in a home folder that is read-only: then it is told to whoever started this.
      System.err.print(text);
    }
  }

  private void rotate() throws IOException {
    for (int number = OLDEST; number > 0; number--) {
      Path newer = numbered(number - 1);
      if (Files.exists(newer)) {
        Files.move(newer, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path numbered(int number) {
    return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
  }

  /** Mode 0600, where the system has modes. */
  private FileAttribute<?>[] forItsUser() {
    boolean modes = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return modes
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
