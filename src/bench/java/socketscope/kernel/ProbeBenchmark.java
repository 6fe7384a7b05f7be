package socketscope.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import socketscope.event.NotationException;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.LocalSystem;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.UnsupportedSystemException;

/**
 * What it costs to ask the kernel about an established TCP socket, beside a C program that makes
 * the same calls (src/bench/c/probe.c, compiled here by gcc). The first time both addresses are
 * asked for, later they are known: five system calls, and three.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProbeBenchmark {

  /** So often that the start of a process does not count. */
  private static final int TIMES = 1_000_000;

  /** A client that is connected to a listener of this process, and its probe. */
  @State(Scope.Benchmark)
  public static class Connection {
    private SocketProbe probe;
    private int client;
    private SocketView known;

    @Setup
    public void connect() throws UnsupportedSystemException, NotationException {
      LocalSystem system = new LocalSystem();
      SystemCalls calls = system.newCalls();
      probe = new SocketProbe(system.tables(), calls);
      int family = constant(system, "AF_INET");
      int stream = constant(system, "SOCK_STREAM");
      int listener = (int) done(calls.socket(family, stream, 0)).value();
      done(calls.bind(listener, SocketAddress.parse("127.0.0.1:0")));
      done(calls.listen(listener, 1));
      client = (int) done(calls.socket(family, stream, 0)).value();
      done(calls.connect(client, Objects.requireNonNull(calls.getsockname(listener).address())));
      known = probe.view(client, true, null);
    }

    private static int constant(LocalSystem system, String name) {
      return system.tables().constants().value(name).orElseThrow();
    }

    private static Result done(Result result) {
      if (result.failed()) {
        throw new IllegalStateException(result.toString());
      }
      return result;
    }
  }

  /** The C program. */
  @State(Scope.Benchmark)
  public static class Program {
    private Path folder;
    private Path file;

    @Setup
    public void compile() throws IOException, InterruptedException {
      folder = Files.createTempDirectory("probe");
      file = folder.resolve("probe");
      run("gcc", "-O2", "-Wall", "-o", file.toString(), "src/bench/c/probe.c");
    }

    void probe(String which) throws IOException, InterruptedException {
      run(file.toString(), Integer.toString(TIMES), which);
    }

    private static void run(String... command) throws IOException, InterruptedException {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed");
      }
    }

    @TearDown
    public void delete() throws IOException {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  @Benchmark
  public SocketView first(Connection connection) {
    return connection.probe.view(connection.client, true, null);
  }

  @Benchmark
  public SocketView later(Connection connection) {
    return connection.probe.view(connection.client, true, connection.known);
  }

  @Benchmark
  @OperationsPerInvocation(TIMES)
  public void firstInC(Program program) throws IOException, InterruptedException {
    program.probe("first");
  }

  @Benchmark
  @OperationsPerInvocation(TIMES)
  public void laterInC(Program program) throws IOException, InterruptedException {
    program.probe("later");
  }
}
