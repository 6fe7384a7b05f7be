package socketscope.ui.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import socketscope.capture.CaptureFile;

/** What a file is that somebody wants to open. Its content counts before its name. */
public enum FileKind {
  TRACE,
  LESSON,
  /** Captured packets. */
  PACKETS,
  /** None of these. */
  OTHER,
  /** It is not there, or may not be read. */
  UNREADABLE;

  /** Whether it can be opened. */
  public boolean opens() {
    return this == TRACE || this == LESSON || this == PACKETS;
  }

  /** What that file is. */
  public static FileKind of(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return UNREADABLE;
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    try (InputStream content = Files.newInputStream(file)) {
      if (CaptureFile.isOne(file)) {
        return PACKETS;
      }
      byte[] start = content.readNBytes(1);
      if (name.endsWith(".md") || name.endsWith(".markdown")) {
        return LESSON;
      }
      boolean object = start.length > 0 && start[0] == '{';
      return object || name.endsWith(".jsonl") ? TRACE : OTHER;
    } catch (IOException e) {
      return UNREADABLE;
    }
  }
}
