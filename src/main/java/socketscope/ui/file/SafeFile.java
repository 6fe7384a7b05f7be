package socketscope.ui.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.Locale;

/** Writes files so that what was there before is lost only once the new content is complete. */
public final class SafeFile {

  private static final int LONGEST_NAME = 60;

  private SafeFile() {}

  /** Writes into the file that it is given. */
  public interface Content {
    /** Writes it there. */
    void writeTo(Path file) throws IOException;
  }

  /**
   * Writes a file: first beside it, and then in its place.
   *
   * @throws IOException where it cannot be written; then the file is as it was
   */
  public static void write(Path file, Content content) throws IOException {
    Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(place) && !Files.isWritable(place)) {
      throw new AccessDeniedException(place.toString());
    }
    Path beside = place.resolveSibling("." + place.getFileName() + ".new");
    try {
      content.writeTo(beside);
      Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }

  /** The key of the sentence that says why a file could not be written. */
  public static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "fault.write.denied";
      case NoSuchFileException _, NotDirectoryException _ -> "fault.write.folder";
      case FileSystemException system
          when String.valueOf(system.getReason()).contains("No space left") ->
          "fault.write.full";
      default ->
          String.valueOf(failure.getMessage()).contains("No space left")
              ? "fault.write.full"
              : "fault.write";
    };
  }

  /** A name for a file, made of a title: small letters and digits with hyphens between them. */
  static String name(String title) {
    String plain =
        Normalizer.normalize(title.replaceFirst("\\.md$", ""), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String name = plain.isEmpty() ? "socketscope" : plain;
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }
}
