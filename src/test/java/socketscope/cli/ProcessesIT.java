package socketscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Event;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.ServiceStarted;
import socketscope.kernel.StoppedProcess;
import socketscope.trace.TraceFormatException;
import socketscope.trace.TraceReader;

/** Nothing is left behind, however an experiment ends. */
class ProcessesIT {

  /** How often the lesson is played; more can be asked for, as for a release. */
  private static final int RUNS = Integer.getInteger("socketscope.test.runs", 8);

  @TempDir private Path folder;

  private Process start(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(CommandRun.command(arguments));
    command.add(1, "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
    command.addAll(List.of("--trace", trace(name).toString()));
    return CommandRun.start(command);
  }

  private Path trace(String name) {
    return folder.resolve(name + ".jsonl");
  }

  /** The programs of a trace have ended, or do so now that their input has. */
  private static void assertProgramsEnd(List<Event> events) {
    for (Event event : events) {
      if (event instanceof ProgramStarted program) {
        ProcessHandle.of(program.pid())
            .ifPresent(process ->
                assertThat(process.onExit())
                    .as(program.program())
                    .succeedsWithin(Duration.ofSeconds(60)));
      }
    }
  }

  @Test
  void runsInARowAndAtOnceAllSucceedAndLeaveNothing() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      assertThat(CommandRun.awaited(start("run" + run, "run", "tcp")).exitCode()).isZero();
    }
    List<Process> atOnce = new ArrayList<>();
    for (int run = 0; run < 4; run++) {
      atOnce.add(start("once" + run, "run", run % 2 == 0 ? "tcp" : "udp"));
    }
    for (Process process : atOnce) {
      CommandRun run = CommandRun.awaited(process);
      assertThat(run.exitCode()).as(run.messages()).isZero();
    }
    try (Stream<Path> traces = Files.list(folder).filter(Files::isRegularFile)) {
      for (Path trace : traces.toList()) {
        List<Event> events = TraceReader.read(trace).events();
        assertThat(events).filteredOn(ProgramStarted.class::isInstance).hasSize(2);
        assertThat(events).filteredOn(ProgramEnded.class::isInstance).hasSize(2);
        assertProgramsEnd(events);
      }
    }
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void killedApplicationTakesItsProgramsAlongAndLeavesATraceThatOpens() throws Exception {
    Random random = new Random(11);
    Path lesson = longLesson();
    for (int run = 0; run < 6; run++) {
      Process process = start("killed" + run, "run", lesson.toString());
      process.waitFor(random.nextInt(200, 1500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (Files.exists(trace("killed" + run))) {
        assertProgramsEnd(TraceReader.read(trace("killed" + run)).events());
      }
    }
  }

  @Test
  void killedApplicationTakesAStoppedProgramAlong() throws Exception {
    String steps =
        """
        # Stopped
        ```steps
        port p
        server: u = socket(AF_INET, SOCK_DGRAM)
        kill -STOP server
        client: u = socket(AF_INET, SOCK_DGRAM)
        client: bind(u, 127.0.0.1:p) = 0
        client: recv(u, 10)
        ```
        """;
    Path lesson = Files.writeString(folder.resolve("stopped.md"), steps);
    Process process = start("server", "run", lesson.toString());
    long pid = pidOf("server");
    for (long end = System.nanoTime() + 60_000_000_000L; !StoppedProcess.is(pid); ) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    assertProgramsEnd(TraceReader.read(trace("server")).events());
  }

  /** One server by itself, and twenty clients that are connected at once. */
  @ParameterizedTest
  @ValueSource(strings = {"thread(echo, accept(l))", "echo(accept(l))"})
  void twentyClientsAtOnceAreServedAndLeaveNothing(String loop) throws Exception {
    String steps =
        """
        # Twenty clients
        ```steps
        port p
        server: l = socket(AF_INET, SOCK_STREAM)
        server: bind(l, 127.0.0.1:p) = 0
        server: listen(l, 20) = 0
        server: while (1) %s
        client1..20: s = socket(AF_INET, SOCK_STREAM)
        client1..20: connect(s, 127.0.0.1:p) = 0
        client1..20: send(s, "hola") = 4
        client1..20: shutdown(s, SHUT_WR) = 0
        client1..20: recv(s, 100) = "hola"
        client1..20: recv(s, 100) = ""
        client1..20: close(s) = 0
        ```
        """
            .formatted(loop);
    Path lesson = Files.writeString(folder.resolve("twenty.md"), steps);
    Path picture = folder.resolve("twenty.svg");
    Process process = start("twenty", "run", lesson.toString(), "--svg", picture.toString());
    CommandRun run = CommandRun.awaited(process);
    assertThat(run.exitCode()).as(run.messages()).isZero();
    List<Event> events = TraceReader.read(trace("twenty")).events();
    assertThat(events).filteredOn(ProgramStarted.class::isInstance).hasSize(21);
    assertThat(events).filteredOn(ProgramEnded.class::isInstance).hasSize(21);
    assertThat(events).filteredOn(ServiceStarted.class::isInstance).hasSize(1);
    assertProgramsEnd(events);
    assertThat(picture).content().contains(">client20<", ">server<");
  }

  @Test
  void killedProgramIsReportedAndEndsTheRunWithASentence() throws Exception {
    Path lesson = longLesson();
    for (String victim : List.of("client", "server")) {
      Process process = start(victim, "run", lesson.toString());
      ProcessHandle.of(pidOf(victim)).orElseThrow().destroyForcibly();
      CommandRun run = CommandRun.awaited(process);
      assertThat(run.exitCode()).as(run.messages()).isEqualTo(1);
      assertThat(run.messages()).doesNotContain("\tat ").isNotBlank();
      List<Event> events = TraceReader.read(trace(victim)).events();
      assertThat(events)
          .filteredOn(event -> event instanceof ProgramEnded ended && ended.signal() == 9)
          .singleElement()
          .extracting(Event::program)
          .isEqualTo(victim);
      assertProgramsEnd(events);
    }
  }

  /** Waits for the program to be reported. */
  private long pidOf(String program) throws IOException, TraceFormatException {
    for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; ) {
      if (Files.exists(trace(program))) {
        for (Event event : TraceReader.read(trace(program)).events()) {
          if (event instanceof ProgramStarted started && started.program().equals(program)) {
            return started.pid();
          }
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError(program + " did not start");
  }

  /** A lesson that takes a while. */
  private Path longLesson() throws IOException {
    String steps =
        """
        # Long
        ```steps
        port p
        server: l = socket(AF_INET, SOCK_STREAM, 0)
        server: bind(l, 127.0.0.1:p) = 0
        server: listen(l, 1) = 0
        client: s = socket(AF_INET, SOCK_STREAM, 0)
        client: connect(s, 127.0.0.1:p) = 0
        server: c = accept(l)
        """
            + """
            client: send(s, "hola") = 4
            server: recv(c, 4) = "hola"
            """
                .repeat(3000)
            + "```\n";
    return Files.writeString(folder.resolve("long.md"), steps);
  }
}
