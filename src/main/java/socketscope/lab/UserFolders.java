package socketscope.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where the desktop wants an application to keep what is the user's (XDG Base Directory
 * Specification; on Windows the variables in its place). A folder of another user is passed over:
 * who runs as root with the environment of somebody else, as {@code sudo -E} does, must leave no
 * files of root's in that user's home.
 */
final class UserFolders {

  /** What is kept. */
  enum Kind {
    /** What the user has chosen. */
    CONFIGURATION("XDG_CONFIG_HOME", "APPDATA", Path.of(".config")),
    /** What was done. */
    STATE("XDG_STATE_HOME", "LOCALAPPDATA", Path.of(".local", "state"));

    private final String variable;
    private final String ofWindows;

    @SuppressWarnings("ImmutableEnumChecker") // a Path of the default file system is immutable
    private final Path below;

    Kind(String variable, String ofWindows, Path below) {
      this.variable = variable;
      this.ofWindows = ofWindows;
      this.below = below;
    }
  }

  private final Map<String, String> environment;
  private final Path home;
  private final Predicate<Path> anothers;

  /**
   * The folders of a user.
   *
   * @param home the user's home as the system's list of users has it
   * @param anothers whether what is made there would be in a folder of another user
   */
  UserFolders(Map<String, String> environment, Path home, Predicate<Path> anothers) {
    this.environment = environment;
    this.home = home;
    this.anothers = anothers;
  }

  /** Those of the user of this process. */
  static UserFolders ofThisUser() {
    return new UserFolders(
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        UserFolders::belongsToAnotherUser);
  }

  /** The application's own folder for that; it need not be there yet. */
  Path folder(Kind kind) {
    Stream<Path> candidates =
        Stream.of(
                named(kind.variable),
                named(kind.ofWindows),
                named("HOME").map(own -> own.resolve(kind.below)))
            .flatMap(Optional::stream);
    return candidates
        .filter(anothers.negate())
        .findFirst()
        .orElse(home.resolve(kind.below))
        .resolve("socketscope");
  }

  /** A path that is not absolute is to be ignored, says the specification. */
  private Optional<Path> named(String variable) {
    try {
      return Optional.ofNullable(environment.get(variable))
          .filter(value -> !value.isBlank())
          .map(Path::of)
          .filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether the folder, or the nearest one above it that is there, is another user's. */
  private static boolean belongsToAnotherUser(Path path) {
    Path existing = path;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      boolean system = Integer.valueOf(0).equals(Files.getAttribute(existing, "unix:uid"));
      String user = ProcessHandle.current().info().user().orElse(System.getProperty("user.name"));
      return !system && !Files.getOwner(existing).getName().equals(user);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // a system that does not tell owners in this way
    }
  }
}
