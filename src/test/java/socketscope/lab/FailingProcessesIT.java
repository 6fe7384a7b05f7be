package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.UncaughtExceptions;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramStarted;
import socketscope.json.FailureReport;
import socketscope.json.Request;

/** Processes of an experiment in which something throws that nobody expected. */
class FailingProcessesIT {

  @RegisterExtension final UncaughtExceptions failures = new UncaughtExceptions();

  @ParameterizedTest
  @CsvSource({
    ProgramProcess.MAIN + ", client shared, JsonFormatException",
    CaptureProcess.MAIN + ", NO_METHOD, IllegalArgumentException"
  })
  void whatItCannotReadEndsTheProcessWithAReport(String main, String arguments, String exception)
      throws Exception {
    Process process =
        new ProcessBuilder(ProgramCommand.of(main, List.of(arguments.split(" ", -1)))).start();
    try (Writer requests = process.outputWriter();
        BufferedReader lines = process.inputReader()) {
      requests.write("no request\n");
      requests.flush();
      List<FailureReport> reports =
          lines.lines().map(FailureReport::parse).flatMap(Optional::stream).toList();
      assertThat(reports).hasSize(1);
      assertThat(reports.getFirst().thread()).isEqualTo("main");
      assertThat(reports.getFirst().trace()).contains(exception, "\tat ");
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(FailureReport.EXIT_STATUS);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A call that the lab never sends, since this system's program cannot read it. */
  private static Call unreadable() {
    Constants macos = Constants.macos();
    return new Call(
        Function.SOCKET,
        List.of(
            new Argument.Named(macos.parse(ConstantSet.ADDRESS_FAMILY, "AF_SYSTEM").orElseThrow()),
            new Argument.Named(macos.parse(ConstantSet.SOCKET_TYPE, "SOCK_STREAM").orElseThrow()),
            new Argument.Named(macos.parse(ConstantSet.PROTOCOL, "0").orElseThrow())));
  }

  @Test
  void aProgramThatFailsEndsAndSaysWhy() throws Exception {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    CompletableFuture<ProgramProcess> ended = new CompletableFuture<>();
    ProgramProcess process =
        new ProgramProcess("client", new SharedNetwork(), null, events::add, ended::complete);
    process.beginReading();
    assertThat(events.poll(20, TimeUnit.SECONDS)).isInstanceOf(ProgramStarted.class);
    process.send(new Request.MakeCall(1, unreadable()));
    assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
    assertThat(process.exitStatus()).isEqualTo(FailureReport.EXIT_STATUS);
    assertThat(process.endExpected()).isFalse();
    assertThat(failures.next())
        .isInstanceOf(ProcessFailure.class)
        .hasMessageContainingAll("client", "JsonFormatException", "\tat ");
  }

  @Test
  void anEventThatNobodyCanTakeDoesNotStopThoseAfterIt() throws Exception {
    CompletableFuture<ProgramProcess> ended = new CompletableFuture<>();
    ProgramProcess process =
        new ProgramProcess(
            "client",
            new SharedNetwork(),
            null,
            event -> {
              throw new IllegalStateException("taken by nobody");
            },
            ended::complete);
    process.beginReading();
    assertThat(process.started()).succeedsWithin(Duration.ofSeconds(20));
    process.finish();
    assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
    assertThat(failures.next()).hasMessage("taken by nobody");
  }
}
