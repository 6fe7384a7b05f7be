package socketscope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.cli.CommandRun;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.trace.TraceReader;

/** An ordinary user may capture nothing, and is told what must have passed. */
class WithoutRightsIT {

  @TempDir private Path folder;

  @BeforeEach
  void letEverybodyIn() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private static List<String> asNobody() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is not installed");
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can give rights away");
    return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
  }

  private CommandRun run(List<String> before, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        before.isEmpty()
            ? CommandRun.command(arguments)
            : CommandRun.commandFrom(readableByAll(CommandRun.modulePath()), arguments));
    command.addAll(List.of("--trace", trace().toString()));
    CommandRun run = CommandRun.awaited(CommandRun.start(command));
    assertThat(run.exitCode()).as(run.messages()).isZero();
    return run;
  }

  private Path trace() {
    return folder.resolve("trace.jsonl");
  }

  /** The same modules where another user can read them. */
  private String readableByAll(String modulePath) throws IOException {
    List<String> copies = new ArrayList<>();
    for (String module : modulePath.split(File.pathSeparator, -1)) {
      Path from = Path.of(module);
      Path copy = folder.resolve(copies.size() + "-" + from.getFileName());
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(from.relativize(file).toString()));
        }
      }
      copies.add(copy.toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  @Test
  void nobodySeesTheTcpLessonsPacketsInferred() throws Exception {
    CommandRun run = run(asNobody(), "run", "--where", "shared", "tcp");
    assertThat(run.output()).contains("Packets are not captured (raw=EPERM");
    checkTcp(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp", "raw"})
  void aloneNobodyHasThePacketsThatPassedAndRawSockets(String lesson) throws Exception {
    CommandRun run = run(asNobody(), "run", lesson, "--where", "alone");
    assumeTrue(run.output().contains("this machine, alone"), run.output());
    assertThat(run.output())
        .contains("Packets are captured through a packet socket")
        .doesNotContain("inferred packet", "EPERM");
    boolean seen =
        TraceReader.read(trace()).events().stream().anyMatch(PacketSeen.class::isInstance);
    // The lesson about raw sockets sends nothing.
    assertThat(seen).isEqualTo(!lesson.equals("raw"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ipv4", "ipv6"})
  void whoeverWantsNoCaptureSeesTheTcpLessonsPacketsInferred(String family) throws Exception {
    checkTcp(run(List.of(), "run", "--where", "shared", "tcp", "--no-capture", "--family", family));
  }

  private void checkTcp(CommandRun run) throws Exception {
    assertThat(run.output()).contains("inferred packet").contains(": data, one segment, 7 bytes");
    List<Event> events = TraceReader.read(trace()).events();
    assertThat(events).noneMatch(PacketSeen.class::isInstance);
    Map<String, Tally.Count> counts = Tally.inferred(events).counts();
    Tally.Count one = new Tally.Count(1, 0);
    assertThat(counts)
        .containsEntry("client → server HANDSHAKE", one)
        .containsEntry("server → client HANDSHAKE", one)
        .containsEntry("client → server DATA", new Tally.Count(1, 4))
        .containsEntry("server → client DATA", new Tally.Count(1, 7))
        .containsEntry("client → server FIN", one)
        .containsEntry("server → client FIN", one)
        .containsEntry("client → server ACK", new Tally.Count(3, 0));
    // One for the data; one more for the FIN, if the server takes longer to close than it may wait.
    assertThat(counts.get("server → client ACK").packets()).isBetween(1L, 2L);
  }

  @Test
  void nobodySeesTheUdpLessonsPacketsInferred() throws Exception {
    checkUdp(run(asNobody(), "run", "--where", "shared", "udp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ipv4", "ipv6"})
  void whoeverWantsNoCaptureSeesTheUdpLessonsPacketsInferred(String family) throws Exception {
    checkUdp(run(List.of(), "run", "--where", "shared", "udp", "--no-capture", "--family", family));
  }

  private void checkUdp(CommandRun run) throws Exception {
    assertThat(run.output()).contains("inferred packet").contains("UDP datagram, 4 bytes");
    assertThat(Tally.inferred(TraceReader.read(trace()).events()).counts())
        .containsOnly(
            Map.entry("client → server DATA", new Tally.Count(1, 4)),
            Map.entry("server → client DATA", new Tally.Count(1, 4)));
  }
}
