package socketscope.kernel;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import socketscope.event.NotationException;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/**
 * What it costs to ask the kernel about an established TCP socket, beside a C program that makes
 * the same calls. The first time both addresses are asked for, later they are known: five system
 * calls, and three.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProbeBenchmark {

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

    @TearDown
    public void besideC() throws IOException, InterruptedException {
      try (CProbe program = new CProbe()) {
        System.out.printf(
            "%nin C: first %.3f us, later %.3f us, medians%n",
            program.micros("first"), program.micros("later"));
      }
    }

    private static int constant(LocalSystem system, String name) {
      return system.tables().constants().asInt(name).orElseThrow();
    }

    private static Result done(Result result) {
      if (result.failed()) {
        throw new IllegalStateException(result.toString());
      }
      return result;
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
}
