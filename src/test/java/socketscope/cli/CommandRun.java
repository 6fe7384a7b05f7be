package socketscope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A run of the command line as a process of its own. */
public record CommandRun(int exitCode, String output, String messages) {

  /** The command that starts Socketscope from what was compiled. */
  public static List<String> command(String... arguments) {
    String caches = System.getProperty("socketscope.caches");
    List<String> options =
        caches == null
            ? List.of()
            : List.of(
                "-XX:AOTCache=" + Path.of(caches, "cli.aot"), "-Dsocketscope.caches=" + caches);
    return command(options, modulePath(), arguments);
  }

  /** The same from modules that lie elsewhere, of which there is no AOT cache. */
  public static List<String> commandFrom(String modulePath, String... arguments) {
    return command(List.of(), modulePath, arguments);
  }

  /** The command that starts another main class, one of the tests, as part of the application. */
  public static List<String> commandOf(Class<?> main, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives too shortly for what C2 makes of it.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(List.of(options));
    String caches = System.getProperty("socketscope.caches");
    if (caches != null) {
      command.add("-Dsocketscope.caches=" + caches);
    }
    command.addAll(
        List.of(
            "--module-path",
            modulePath(),
            "--patch-module",
            "socketscope=" + Path.of("target", "test-classes").toAbsolutePath(),
            "--enable-native-access=javafx.graphics,socketscope",
            "-m",
            "socketscope/" + main.getName()));
    return command;
  }

  private static List<String> command(
      List<String> options, String modulePath, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The same as in packaging/BuildTestCaches.java.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(options);
    command.addAll(
        List.of(
            "--module-path",
            modulePath,
            "--enable-native-access=javafx.graphics,socketscope",
            "-m",
            "socketscope/socketscope.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** What the application consists of: in the build, the jar and those that it needs. */
  public static String modulePath() {
    return System.getProperty("socketscope.module.path", System.getProperty("jdk.module.path"));
  }

  /** Starts a command without a display, in English. */
  public static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
    return builder.start();
  }

  /** Runs Socketscope to its end. */
  public static CommandRun of(String... arguments) throws IOException, InterruptedException {
    return awaited(start(command(arguments)));
  }

  /** Waits for a process's end. What it writes must fit into a pipe's buffer twice over. */
  public static CommandRun awaited(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String[] messages = new String[1];
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                messages[0] = text(process.getErrorStream().readAllBytes());
              } catch (IOException e) {
                messages[0] = e.toString();
              }
            });
    String output = text(process.getInputStream().readAllBytes());
    reader.join();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not end: " + process.info().commandLine());
    }
    return new CommandRun(process.exitValue(), output, messages[0]);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
