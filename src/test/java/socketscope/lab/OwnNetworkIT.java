package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import socketscope.event.Call;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.Function;
import socketscope.event.PacketSeen;
import socketscope.event.Place;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Signal;
import socketscope.event.TcpState;
import socketscope.trace.Trace;

/** An experiment in a network namespace of its own. */
@EnabledOnOs(OS.LINUX)
class OwnNetworkIT {

  private final Trace trace = new Trace();
  private Experiment experiment;

  @BeforeEach
  void start() throws Exception {
    OwnNetwork.Attempt attempt = OwnNetwork.make();
    assumeTrue(attempt.network() != null, attempt.reason());
    attempt.network().close();
    experiment = newExperiment(trace);
  }

  private static Experiment newExperiment(Trace trace) throws Exception {
    Experiment made = new Experiment("test", Capturing.WHERE_POSSIBLE, Place.ALONE);
    made.bus().subscribe("trace", trace::add);
    made.start("server");
    made.start("client");
    made.started("server").get(60, TimeUnit.SECONDS);
    made.started("client").get(60, TimeUnit.SECONDS);
    return made;
  }

  @AfterEach
  void end() {
    if (experiment != null) {
      experiment.close();
    }
  }

  private Result call(Experiment in, String program, String text) throws Exception {
    int open = text.indexOf('(');
    Function function = Function.named(text.substring(0, open)).orElseThrow();
    String arguments = text.substring(open + 1, text.length() - 1);
    Call call = Call.parse(function, arguments.isEmpty() ? List.of() : Call.split(arguments));
    return in.call(program, call).returned().get(60, TimeUnit.SECONDS).result();
  }

  private Result call(String program, String text) throws Exception {
    return call(experiment, program, text);
  }

  private <E extends Event> List<E> events(Class<E> kind) {
    return trace.events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The bus may still have the event that says which. */
  private Path process(String program) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      Optional<Path> found =
          events(ProgramStarted.class).stream()
              .filter(event -> event.program().equals(program))
              .map(event -> Path.of("/proc", Long.toString(event.pid())))
              .findFirst();
      if (found.isPresent() || System.nanoTime() > end) {
        return found.orElseThrow();
      }
      Thread.onSpinWait();
    }
  }

  private static boolean runs(Path process) {
    return Files.exists(process);
  }

  private static void awaitEnd(Path process) {
    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
        .ifPresent(handle -> handle.onExit().orTimeout(60, TimeUnit.SECONDS).join());
  }

  @Test
  void programsAreInANamespaceOfTheirOwnAsTheSameUser() throws Exception {
    Path here = Files.readSymbolicLink(Path.of("/proc/self/ns/net"));
    Path server = Files.readSymbolicLink(process("server").resolve("ns/net"));
    assertThat(server).isNotEqualTo(here);
    assertThat(Files.readSymbolicLink(process("client").resolve("ns/net"))).isEqualTo(server);
    assertThat(Files.getAttribute(process("server"), "unix:uid"))
        .isEqualTo(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    assertThat(events(ExperimentStarted.class).getFirst().place()).isEqualTo(Place.ALONE);
    assertThat(experiment.place()).contains(Place.ALONE);
  }

  @Test
  void packetsAreCapturedAndConnectionsAreSeen() throws Exception {
    String l = call("server", "socket(AF_INET, SOCK_STREAM, 0)").toString();
    assertThat(call("server", "bind(" + l + ", 127.0.0.1:5000)")).isEqualTo(Result.of(0));
    assertThat(call("server", "listen(" + l + ", 1)")).isEqualTo(Result.of(0));
    String s = call("client", "socket(AF_INET, SOCK_STREAM, 0)").toString();
    assertThat(call("client", "connect(" + s + ", 127.0.0.1:5000)")).isEqualTo(Result.of(0));
    String c = call("server", "accept(" + l + ")").value() + "";
    assertThat(call("client", "close(" + s + ")")).isEqualTo(Result.of(0));
    assertThat(call("server", "close(" + c + ")")).isEqualTo(Result.of(0));
    experiment.close();
    assertThat(events(CaptureStarted.class).getFirst().method())
        .isEqualTo(CaptureMethod.RAW_SOCKET);
    assertThat(events(PacketSeen.class)).hasSizeGreaterThanOrEqualTo(6);
    assertThat(events(ConnectionObserved.class))
        .anyMatch(connection -> connection.state() == TcpState.TIME_WAIT);
  }

  @Test
  void eachExperimentHasAllPorts() throws Exception {
    Trace others = new Trace();
    try (Experiment other = newExperiment(others)) {
      for (Experiment each : List.of(experiment, other)) {
        String l = call(each, "server", "socket(AF_INET, SOCK_STREAM, 0)").toString();
        assertThat(call(each, "server", "bind(" + l + ", 127.0.0.1:5000)")).isEqualTo(Result.of(0));
        assertThat(call(each, "server", "listen(" + l + ", 1)")).isEqualTo(Result.of(0));
      }
    }
  }

  @Test
  void listenerOfEveryAddressIsNotTied() throws Exception {
    String l = call("server", "socket(AF_INET, SOCK_STREAM, 0)").toString();
    assertThat(call("server", "bind(" + l + ", 0.0.0.0:5000)")).isEqualTo(Result.of(0));
    assertThat(call("server", "listen(" + l + ", 1)")).isEqualTo(Result.of(0));
    assertThat(call("server", "getsockopt(" + l + ", SOL_SOCKET, SO_BINDTODEVICE)").option())
        .isEqualTo("\"\"");
  }

  @Test
  void rawSocketsAreForEveryUser() throws Exception {
    assertThat(call("client", "socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)").failed()).isFalse();
    assertThat(call("client", "socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6)").failed()).isFalse();
  }

  @Test
  void forkedProgramIsInTheSameNamespace() throws Exception {
    assertThat(call("server", "fork()").failed()).isFalse();
    experiment.started("server.1").get(60, TimeUnit.SECONDS);
    assertThat(Files.readSymbolicLink(process("server.1").resolve("ns/net")))
        .isEqualTo(Files.readSymbolicLink(process("server").resolve("ns/net")));
  }

  @Test
  void commandInsideSeesItsSockets() throws Exception {
    String l = call("server", "socket(AF_INET, SOCK_STREAM, 0)").toString();
    assertThat(call("server", "bind(" + l + ", 127.0.0.1:5000)")).isEqualTo(Result.of(0));
    assertThat(call("server", "listen(" + l + ", 1)")).isEqualTo(Result.of(0));
    List<String> command = new ArrayList<>(experiment.enter());
    command.addAll(List.of("cat", "/proc/net/tcp"));
    Process inside = new ProcessBuilder(command).redirectErrorStream(true).start();
    String listed = new String(inside.getInputStream().readAllBytes());
    assertThat(inside.waitFor()).as(listed).isZero();
    assertThat(listed.lines().skip(1)).hasSize(1).first().asString().contains("0100007F:1388");
  }

  @Test
  void nobodyIsLeftWhenTheExperimentEndsThoughItIsStopped() throws Exception {
    experiment.send("server", Signal.SIGSTOP).get(60, TimeUnit.SECONDS);
    List<Path> processes = List.of(process("server"), process("client"));
    experiment.close();
    assertThat(processes).noneMatch(OwnNetworkIT::runs);
  }

  @Test
  void killedProgramIsTold() throws Exception {
    experiment.send("server", Signal.SIGKILL).get(60, TimeUnit.SECONDS);
    experiment.close();
    assertThat(trace.events())
        .filteredOn(ProgramEnded.class::isInstance)
        .extracting(event -> event.program() + ((ProgramEnded) event).signal())
        .contains("server9", "client0");
  }

  /** As when the application is killed: nobody is left at the other end of the shell's input. */
  @Test
  void nobodyIsLeftWhenTheShellIsKilled() throws Exception {
    experiment.send("server", Signal.SIGSTOP).get(60, TimeUnit.SECONDS);
    List<Path> processes = List.of(process("server"), process("client"));
    long shell = Long.parseLong(experiment.enter().getLast());
    ProcessHandle.of(shell).orElseThrow().destroyForcibly();
    processes.forEach(OwnNetworkIT::awaitEnd);
    assertThat(processes).noneMatch(OwnNetworkIT::runs);
  }
}
