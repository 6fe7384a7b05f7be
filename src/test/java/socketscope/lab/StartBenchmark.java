package socketscope.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long two programs take to be ready, beside a bare JVM that makes one native call from the
 * module path, run in turn. No test: it is run by name, and its figures go to docs/performance.md.
 *
 * <pre>./mvnw test -Dtest=StartBenchmark [-Dsocketscope.image=target/dist/socketscope]</pre>
 */
class StartBenchmark {

  private static final int PAIRS = Integer.getInteger("socketscope.benchmark.pairs", 25);

  private static final String BARE =
      """
      package bare;
      import java.lang.foreign.*;
      public class Main {
        public static void main(String[] arguments) throws Throwable {
          Linker linker = Linker.nativeLinker();
          var getpid = linker.downcallHandle(
              linker.defaultLookup().findOrThrow("getpid"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT));
          System.out.println((int) getpid.invokeExact());
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void twoProgramsBesideABareJvm() throws Exception {
    List<String> bare = bareCommand();
    String image = System.getProperty("socketscope.image", "");
    report(
        "from what was compiled",
        bare,
        name -> ProgramCommand.of(ProgramProcess.MAIN, List.of(name, "shared")));
    if (!image.isEmpty()) {
      report("from the packaged image", bare, program -> imageCommand(Path.of(image), program));
    }
  }

  private interface Command {
    List<String> of(String program) throws IOException;
  }

  private static void report(String what, List<String> bare, Command command) throws Exception {
    double[] ratios = new double[PAIRS];
    double[] programs = new double[PAIRS];
    double[] bares = new double[PAIRS];
    for (int i = -2; i < PAIRS; i++) {
      double two = millisUntilReady(List.of(command.of("client"), command.of("server")));
      double one = millisUntilReady(List.of(bare));
      if (i >= 0) {
        programs[i] = two;
        bares[i] = one;
        ratios[i] = two / one;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: two programs %.0f ms, a bare JVM %.0f ms, ratio %.2f (medians of %d pairs)%n",
        what,
        median(programs),
        median(bares),
        median(ratios),
        PAIRS);
  }

  private static double median(double[] figures) {
    Arrays.sort(figures);
    return figures[figures.length / 2];
  }

  /** From the start of the first process to the first line of the last. */
  private static double millisUntilReady(List<List<String>> commands) throws Exception {
    long start = System.nanoTime();
    List<Process> processes = new ArrayList<>();
    for (List<String> command : commands) {
      processes.add(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }
    for (Process process : processes) {
      BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
      if (lines.readLine() == null) {
        throw new IllegalStateException("no line from " + commands);
      }
    }
    double millis = (System.nanoTime() - start) / 1e6;
    for (Process process : processes) {
      process.getOutputStream().close();
      process.waitFor();
    }
    return millis;
  }

  private List<String> bareCommand() throws IOException, InterruptedException {
    Path source = Files.createDirectories(folder.resolve("bare")).resolve("Main.java");
    Files.writeString(source, BARE);
    Path module = Files.writeString(folder.resolve("module-info.java"), "module bare {}");
    Path classes = folder.resolve("classes");
    Path tools = Path.of(System.getProperty("java.home"), "bin");
    ProcessBuilder compiler =
        new ProcessBuilder(
            tools.resolve("javac") + "", "-d", classes + "", source + "", module + "");
    if (compiler.inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("the bare program does not compile");
    }
    return List.of(
        tools.resolve("java").toString(),
        "-p",
        classes.toString(),
        "--enable-native-access=bare",
        "-m",
        "bare/bare.Main");
  }

  /** What {@link ProgramCommand} gives in the image itself. */
  private static List<String> imageCommand(Path image, String program) throws IOException {
    Path runtime = image.resolve("lib").resolve("runtime").toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(runtime.resolve("bin").resolve("java").toString());
    try (var options = ProgramCommand.class.getResourceAsStream("program.options")) {
      command.addAll(new String(options.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
    command.add("-XX:AOTCache=" + runtime.resolve("lib").resolve("program.aot"));
    command.add("--enable-native-access=socketscope");
    command.addAll(List.of("-m", "socketscope/socketscope.program.ProgramMain", program, "shared"));
    return command;
  }
}
