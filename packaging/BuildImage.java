import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Builds a self-contained application image for the system that it runs on, in {@code target/dist}.
 * Run by {@code ./mvnw -Pdist package}.
 *
 * <p>JavaFX becomes jmods, so that its native libraries are linked in and nothing is unpacked at
 * run time; everything is linked into one runtime, which keeps its {@code java} for the programs of
 * an experiment; that runtime is trained, so that both start fast; jpackage puts a launcher to it.
 */
final class BuildImage {

  /** What the window and the command line run with. */
  private static final List<String> APPLICATION_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:-UsePerfData",
          "-Xms16m",
          "-Xmx512m",
          "--add-exports=javafx.graphics/com.sun.glass.ui=socketscope");

  private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final boolean WINDOWS = SYSTEM.startsWith("windows");
  private static final boolean MACOS = SYSTEM.startsWith("mac");

  private static final String JAVA = WINDOWS ? "bin/java.exe" : "bin/java";

  private static final String ICON_FORMAT = WINDOWS ? "ico" : MACOS ? "icns" : "png";
  private static final int SECONDS_TO_SHOW_A_WINDOW = 10;

  private final Path packaging = Path.of("packaging").toAbsolutePath();
  private final Path work;
  private final Path dist;
  private final String version;
  private final String nativeAccess;
  private final List<Path> jars;

  private BuildImage(Path target, String version, String modulePath, String nativeAccess) {
    this.work = target.resolve("image");
    this.dist = target.resolve("dist");
    this.version = version;
    this.nativeAccess = nativeAccess;
    this.jars = Arrays.stream(modulePath.split(File.pathSeparator)).map(Path::of).toList();
  }

  /** Arguments: the build directory, the version, the module path, who may make native calls. */
  public static void main(String[] args) throws Exception {
    BuildImage image = new BuildImage(Path.of(args[0]), args[1], args[2], args[3]);
    deleteTree(image.work);
    deleteTree(image.dist);
    Files.createDirectories(image.files());
    for (String document : List.of("third-party.md", "third-party.es.md")) {
      Files.copy(Path.of("docs", document), image.files().resolve(document));
    }
    image.link();
    image.trainApplication();
    image.trainPrograms();
    image.pack();
  }

  private Path runtime() {
    return work.resolve("runtime");
  }

  /** What lies beside the launcher's configuration in the image: {@code $APPDIR}. */
  private Path files() {
    return work.resolve("files");
  }

  private void link() throws IOException {
    List<String> modulePath = new ArrayList<>();
    for (Path jar : jars) {
      ModuleReference module = ModuleFinder.of(jar).findAll().iterator().next();
      // JavaFX has a second, empty jar a module, which is an automatic one.
      if (!module.descriptor().isAutomatic()) {
        boolean javafx = module.descriptor().name().startsWith("javafx.");
        modulePath.add((javafx ? jmod(module.descriptor().name(), jar) : jar).toString());
      }
    }
    tool(
        "jlink",
        List.of(
            "--module-path",
            String.join(File.pathSeparator, modulePath),
            "--add-modules",
            "socketscope,jdk.localedata",
            "--include-locales",
            "en,es",
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            runtime().toString()));
  }

  /** The jar as a jmod, which keeps native libraries apart from classes. */
  private Path jmod(String name, Path jar) throws IOException {
    Path classes = work.resolve(name).resolve("classes");
    Path libraries = Files.createDirectories(work.resolve(name).resolve("libraries"));
    Path jmod = work.resolve(name + ".jmod");
    try (var content = FileSystems.newFileSystem(jar);
        Stream<Path> paths = Files.walk(content.getPath("/"))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String file = path.toString().substring(1);
        boolean library = file.matches(".*\\.(so|dylib|dll)");
        Path copy = (library ? libraries : classes).resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
    tool(
        "jmod",
        List.of(
            "create",
            "--class-path",
            classes.toString(),
            "--libs",
            libraries.toString(),
            jmod.toString()));
    return jmod;
  }

  /** A window that is shown and closed; where a window cannot be told to close, a lesson. */
  private void trainApplication() throws IOException, InterruptedException {
    List<String> command = training(files().resolve("socketscope.aot"));
    command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    command.addAll(List.of("--module", "socketscope/socketscope.Main"));
    Process window = start(command);
    boolean shown = !window.waitFor(SECONDS_TO_SHOW_A_WINDOW, TimeUnit.SECONDS);
    window.destroy();
    window.waitFor();
    if (!shown || !Files.exists(files().resolve("socketscope.aot"))) {
      command.addAll(List.of("run", "tcp"));
      start(command).waitFor();
    }
    check(files().resolve("socketscope.aot"));
  }

  /** The processes of an experiment; the application looks for their caches in lib. */
  private void trainPrograms() throws IOException, InterruptedException {
    ProgramTraining training =
        new ProgramTraining(
            runtime().resolve(JAVA),
            main ->
                List.of("--enable-native-access=socketscope", "--module", "socketscope/" + main),
            runtime().resolve("lib"),
            work.resolve("training.log"));
    training.trainProgram();
    training.trainCapture();
  }

  private List<String> training(Path cache) {
    List<String> command = new ArrayList<>(List.of(runtime().resolve(JAVA).toString()));
    command.addAll(APPLICATION_OPTIONS);
    command.add("--enable-native-access=" + nativeAccess);
    command.add("-XX:AOTCacheOutput=" + cache);
    return command;
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(work.resolve("training.log").toFile()))
        .start();
  }

  private void check(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      System.err.println(Files.readString(work.resolve("training.log")));
      throw new IllegalStateException("the training run left no " + cache);
    }
  }

  private void pack() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--type", "app-image", "--name", "socketscope"));
    // macOS knows no version below 1.
    String known = MACOS && version.startsWith("0.") ? "1.0" : version;
    arguments.addAll(List.of("--app-version", known, "--dest", dist.toString()));
    arguments.addAll(List.of("--icon", packaging.resolve("icon." + ICON_FORMAT).toString()));
    arguments.addAll(List.of("--runtime-image", runtime().toString()));
    arguments.addAll(List.of("--module", "socketscope/socketscope.Main"));
    arguments.addAll(List.of("--input", files().toString()));
    for (String option : APPLICATION_OPTIONS) {
      arguments.addAll(List.of("--java-options", option));
    }
    arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/socketscope.aot"));
    arguments.addAll(List.of("--java-options", "--enable-native-access=" + nativeAccess));
    if (WINDOWS) {
      // A launcher of a window has no console there, so the command line has a launcher of its own.
      Path console = packaging.resolve("windows-console.properties");
      arguments.addAll(List.of("--add-launcher", "socketscope-cli=" + console));
    }
    tool("jpackage", arguments);
  }

  private static void tool(String name, List<String> arguments) {
    int status =
        ToolProvider.findFirst(name)
            .orElseThrow()
            .run(System.out, System.err, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException(name + " failed: " + arguments);
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      paths.sorted(Comparator.reverseOrder()).forEach(BuildImage::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
