package socketscope.lab;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command that starts a process of an experiment: this application again, with another main
 * class and as little of it as that needs.
 */
final class ProgramCommand {

  /** What a program consists of beside the Java run-time system. */
  private static final List<String> MODULES = List.of("socketscope", "tools.jackson.core");

  private ProgramCommand() {}

  /** The command for a main class with its arguments. */
  static List<String> of(String main, List<String> arguments) {
    Path home = Path.of(System.getProperty("java.home"));
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.addAll(options());
    Path cache = caches(home).resolve(cacheName(main));
    if (Files.exists(cache)) {
      command.add("-XX:AOTCache=" + cache);
    }
    Optional<String> classPath = classPath();
    if (classPath.isPresent()) {
      // From jars, a class path starts faster than a module path: the JDK's own archive holds the
      // modules of its own only.
      command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath.get(), main));
    } else {
      command.addAll(List.of("--enable-native-access=socketscope", "-m", "socketscope/" + main));
    }
    command.addAll(arguments);
    return command;
  }

  /** Where the AOT caches are: in the image's lib, or where the system property says. */
  private static Path caches(Path home) {
    String folder = System.getProperty("socketscope.caches");
    return folder == null ? home.resolve("lib") : Path.of(folder);
  }

  /** There is a cache for each main class, named like its package. */
  private static String cacheName(String main) {
    String packageName = main.substring(0, main.lastIndexOf('.'));
    return packageName.substring(packageName.lastIndexOf('.') + 1) + ".aot";
  }

  /** Small and quick to start. The image's cache is made with the same, or would not be used. */
  private static List<String> options() {
    try (InputStream file = ProgramCommand.class.getResourceAsStream("program.options")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the modules lie as files; empty where they are linked into the run-time image. */
  private static Optional<String> classPath() {
    Configuration configuration = ModuleLayer.boot().configuration();
    List<String> paths = new ArrayList<>();
    for (String name : MODULES) {
      Optional<URI> location =
          configuration
              .findModule(name)
              .map(ResolvedModule::reference)
              .flatMap(reference -> reference.location());
      if (location.isEmpty() || !location.get().getScheme().equals("file")) {
        return Optional.empty();
      }
      paths.add(Path.of(location.get()).toString());
    }
    return Optional.of(String.join(File.pathSeparator, paths));
  }
}
