package socketscope.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The probe's system calls made by C, in {@code src/bench/c/probe.c}, which gcc compiles here. */
final class CProbe implements AutoCloseable {

  private final Path program;

  CProbe() throws IOException, InterruptedException {
    program = Files.createTempFile("probe", "");
    run("gcc", "-O2", "-Wall", "-o", program.toString(), "src/bench/c/probe.c");
  }

  /** The median cost of a {@code first} or a {@code later} probe. */
  double micros(String which) throws IOException, InterruptedException {
    return Double.parseDouble(run(program.toString(), which)) / 1000;
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return output.strip();
  }

  @Override
  public void close() throws IOException {
    Files.delete(program);
  }
}
