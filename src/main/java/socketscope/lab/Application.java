package socketscope.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this application calls itself, for the records that it keeps. */
public final class Application {

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

  /** The operating system that it runs on, with its version. */
  public static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.version");
  }
}
