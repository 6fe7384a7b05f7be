package socketscope.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import socketscope.failure.LogFile;

/** What this application calls itself, for the records that it keeps, and where it keeps them. */
public final class Application {

  private static final long LOG_CAPACITY = 512 * 1024;

  private Application() {}

  /** Its version, as the build says it. */
  public static String version() {
    Properties build = new Properties();
    try (InputStream file = Application.class.getResourceAsStream("build.properties")) {
      build.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version");
  }

  /** Its name and version. */
  public static String nameAndVersion() {
    return "Socketscope " + version();
  }

  /** The user's own folder for what it keeps of what was done. */
  public static Path stateFolder() {
    return UserFolders.ofThisUser().folder(UserFolders.Kind.STATE);
  }

  /** The user's own folder for what was chosen. */
  public static Path configurationFolder() {
    return UserFolders.ofThisUser().folder(UserFolders.Kind.CONFIGURATION);
  }

  /** The log of what fails in it. */
  public static LogFile log() {
    return new LogFile(
        stateFolder().resolve("socketscope.log"),
        () ->
            "%s, Java %s, %s"
                .formatted(nameAndVersion(), System.getProperty("java.runtime.version"), system()),
        LOG_CAPACITY);
  }

  /** The operating system that it runs on, with its version. */
  public static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.version");
  }
}
