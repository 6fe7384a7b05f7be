import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Trains what the tests start hundreds of times, the command line and the processes of an
 * experiment, from the jar. Run by {@code ./mvnw test}, which tells the tests where the caches are.
 */
final class BuildTestCaches {

  /** Those of socketscope.cli.CommandRun; with others, the JVM does without the cache. */
  private static final List<String> COMMAND_LINE_OPTIONS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

  private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
  private final Path caches;
  private final String modulePath;
  private final String nativeAccess;

  private BuildTestCaches(Path caches, String modulePath, String nativeAccess) {
    this.caches = caches;
    this.modulePath = modulePath;
    this.nativeAccess = nativeAccess;
  }

  /** Arguments: the folder for the caches, the module path, who may make native calls. */
  public static void main(String[] args) throws Exception {
    BuildTestCaches build = new BuildTestCaches(Path.of(args[0]), args[1], args[2]);
    if (!build.isUpToDate()) {
      Files.createDirectories(build.caches);
      build.train();
    }
  }

  private Path jar() {
    return modules().getFirst();
  }

  private List<Path> modules() {
    return Arrays.stream(modulePath.split(File.pathSeparator)).map(Path::of).toList();
  }

  private boolean isUpToDate() throws IOException {
    for (String name : List.of("program.aot", "capture.aot", "cli.aot")) {
      Path cache = caches.resolve(name);
      if (!Files.exists(cache)
          || Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar())) < 0) {
        return false;
      }
    }
    return true;
  }

  private void train() throws Exception {
    Path log = caches.resolve("training.log");
    Files.deleteIfExists(log);
    ProgramTraining programs =
        new ProgramTraining(
            java,
            main -> List.of("--enable-native-access=ALL-UNNAMED", "-cp", programPath(), main),
            caches,
            log);
    try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
      List<Callable<Void>> tasks =
          List.of(
              () -> trainCommandLine(log),
              () -> {
                programs.trainProgram();
                programs.trainCapture();
                return null;
              });
      for (Future<Void> done : workers.invokeAll(tasks)) {
        done.get();
      }
    }
  }

  /** As socketscope.lab.ProgramCommand has it. */
  private String programPath() {
    Path jackson =
        modules().stream()
            .filter(jar -> jar.getFileName().toString().startsWith("jackson-core"))
            .findFirst()
            .orElseThrow();
    return jar() + File.pathSeparator + jackson;
  }

  private Void trainCommandLine(Path log) throws IOException, InterruptedException {
    Path cache = caches.resolve("cli.aot");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(COMMAND_LINE_OPTIONS);
    command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "--module-path", modulePath));
    command.addAll(List.of("--enable-native-access=" + nativeAccess));
    command.addAll(List.of("-m", "socketscope/socketscope.Main", "run", "tcp"));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(log.toFile()))
        .start()
        .waitFor();
    if (!Files.exists(cache)) {
      System.err.println(Files.readString(log));
      throw new IllegalStateException("the training run left no " + cache);
    }
    return null;
  }
}
