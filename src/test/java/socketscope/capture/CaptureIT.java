package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.cli.CommandRun;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.PacketSeen;
import socketscope.event.StepChecked;

/** Packets of whole lessons, with real programs, beside Wireshark's own capture. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "packet sockets are Linux's")
class CaptureIT {

  /** How often a lesson is run; more can be asked for, as for a release. */
  private static final int RUNS = Integer.getInteger("socketscope.test.runs", 8);

  @TempDir Path folder;

  private Path readable;

  @BeforeEach
  void openFolder() throws Exception {
    readable = Files.createDirectory(folder.resolve("readable"));
    assertThat(readable.toFile().setWritable(true, false)).isTrue();
    assertThat(folder.toFile().setExecutable(true, false)).isTrue();
  }

  private Path trace(String name) {
    return folder.resolve(name + ".jsonl");
  }

  private Path lesson(String steps) throws Exception {
    return Files.writeString(folder.resolve("l.md"), "# Try\n```steps\n" + steps + "```\n");
  }

  private static void assumePacketSockets(CaptureRun run) {
    assumeTrue(
        run.start().method() == CaptureMethod.RAW_SOCKET, "no packet socket: " + run.start());
  }

  @ParameterizedTest
  @CsvSource({"tcp, ipv4", "tcp, ipv6", "udp, ipv4", "udp, ipv6"})
  void packetsAreThoseThatWiresharkSeesInTheSameOrder(String lesson, String family)
      throws Exception {
    try (Tshark tshark = new Tshark(folder.resolve("beside.pcapng"))) {
      CaptureRun run =
          CaptureRun.of(trace("run"), "run", "--where", "shared", lesson, "--family", family);
      assumePacketSockets(run);
      assertThat(run.packets()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(run.end()).isEqualTo("finished");
      assertFirstPacketLiesWithinItsCall(run);
      assertThat(run.packets().stream().map(packet -> packet.bytes().hex()))
          .containsExactlyElementsOf(tshark.packets(run.ports()));
      assertThat(run.packets())
          .allMatch(packet -> packet.length() == packet.bytes().length())
          .allMatch(packet -> packet.device().equals("lo") && packet.program().isEmpty());
    }
  }

  /** A SYN, or a datagram. */
  private static void assertFirstPacketLiesWithinItsCall(CaptureRun run) {
    Set<Function> sending = Set.of(Function.CONNECT, Function.SENDTO);
    CallStarted first =
        run.all(CallStarted.class).stream()
            .filter(event -> sending.contains(event.call().function()))
            .findFirst()
            .orElseThrow();
    assertThat(within(run.packets().getFirst(), first, run.returned(first.callId()))).isTrue();
  }

  /** Only calls that send nothing later: their packets must lie within them. */
  private static boolean within(PacketSeen packet, CallStarted start, CallReturned end) {
    long nanos = packet.stamp().nanos();
    return start.stamp().nanos() <= nanos && nanos <= end.stamp().nanos();
  }

  @Test
  void eachPacketIsStampedWithinTheCallThatSentIt() throws Exception {
    Path steps =
        lesson(
            """
            port p
            server: u = socket(AF_INET, SOCK_DGRAM, 0)
            server: bind(u, 127.0.0.1:p) = 0
            client: s = socket(AF_INET, SOCK_DGRAM, 0)
            """
                + """
                client: sendto(s, "hola", 0, 127.0.0.1:p) = 4
                server: recvfrom(u, 9) = "hola"
                """
                    .repeat(100));
    CaptureRun run = CaptureRun.of(trace("run"), "run", "--where", "shared", steps.toString());
    assumePacketSockets(run);
    List<CallStarted> sends =
        run.all(CallStarted.class).stream()
            .filter(event -> event.call().function() == Function.SENDTO)
            .toList();
    assertThat(run.packets()).hasSameSizeAs(sends).hasSize(100);
    for (int i = 0; i < 100; i++) {
      CallStarted send = sends.get(i);
      assertThat(within(run.packets().get(i), send, run.returned(send.callId())))
          .as("datagram %s of %s", run.packets().get(i), send)
          .isTrue();
    }
  }

  @Test
  void portsThatNobodyCouldAskForAreFound() throws Exception {
    Path steps =
        lesson(
            """
            port p
            client: s = socket(AF_INET, SOCK_STREAM, 0)
            client: connect(s, 127.0.0.1:p) = -1 ECONNREFUSED
            client: u = socket(AF_INET6, SOCK_DGRAM, 0)
            client: sendto(u, "x", 0, [::1]:p) = 1
            """);
    CaptureRun run = CaptureRun.of(trace("run"), "run", "--where", "shared", steps.toString());
    assumePacketSockets(run);
    assertThat(run.packets()).as("SYN, RST, datagram, ICMPv6 error").hasSize(4);
    assertThat(HeadingReader.read(run.packets().get(3).bytes().toArray()).quoted()).isTrue();
  }

  @Test
  void lateAcknowledgmentIsWaitedFor() throws Exception {
    Path steps =
        lesson(
            """
            port p
            server: l = socket(AF_INET, SOCK_STREAM, 0)
            server: bind(l, 127.0.0.1:p) = 0
            server: listen(l, 1) = 0
            client: s = socket(AF_INET, SOCK_STREAM, 0)
            client: connect(s, 127.0.0.1:p) = 0
            server: c = accept(l)
            client: send(s, "hola") = 4
            client: shutdown(s, SHUT_WR) = 0
            """);
    CaptureRun run = CaptureRun.of(trace("run"), "run", "--where", "shared", steps.toString());
    assumePacketSockets(run);
    Outstanding outstanding = new Outstanding();
    run.packets().forEach(packet -> outstanding.add(HeadingReader.read(packet.bytes().toArray())));
    assertThat(run.packets()).hasSizeGreaterThan(5);
    assertThat(outstanding.isEmpty()).as("all is acknowledged or reset").isTrue();
  }

  @Test
  void runsInARowSeeTheSamePacketsAndLeaveNothing() throws Exception {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < RUNS; i++) {
      CaptureRun run = CaptureRun.of(trace("run" + i), marked("run", "--where", "shared", "udp"));
      assumePacketSockets(run);
      counts.merge(run.packets().size(), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys(2);
    assertThat(left()).isEmpty();
  }

  /** A command of which all processes can be told from those of other tests. */
  private List<String> marked(String... arguments) {
    List<String> command = new ArrayList<>(List.of("env", mark()));
    command.addAll(CommandRun.command(arguments));
    return command;
  }

  private String mark() {
    return "SOCKETSCOPE_TEST=" + folder.getFileName();
  }

  /** The processes of marked commands that are there now. */
  private Set<Long> left() {
    Set<Long> left = new HashSet<>();
    ProcessHandle.allProcesses()
        .filter(process -> environment(process.pid()).contains(mark()))
        .forEach(process -> left.add(process.pid()));
    return left;
  }

  private static String environment(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void experimentGoesOnWithoutACaptureThatWasKilled() throws Exception {
    Path steps =
        lesson(
            """
            port p
            server: u = socket(AF_INET, SOCK_DGRAM, 0)
            server: bind(u, 127.0.0.1:p) = 0
            client: s = socket(AF_INET, SOCK_DGRAM, 0)
            """
                + """
                client: sendto(s, "hola", 0, 127.0.0.1:p) = 4
                server: recvfrom(u, 9) = "hola"
                """
                    .repeat(1500));
    List<String> command =
        CommandRun.command(
            "run", "--where", "shared", steps.toString(), "--trace", trace("killed").toString());
    Process process = CommandRun.start(command);
    for (long end = System.nanoTime() + 30_000_000_000L;
        !packetSeen() && System.nanoTime() < end; ) {
      Thread.onSpinWait();
    }
    process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains("CaptureMain"))
        .forEach(ProcessHandle::destroyForcibly);
    CommandRun run = CommandRun.awaited(process);

    assertThat(run.exitCode()).as(run.messages()).isZero();
    CaptureRun captured = CaptureRun.read(trace("killed"));
    assumePacketSockets(captured);
    assertThat(captured.end()).isEqualTo("signal=9");
    assertThat(captured.all(StepChecked.class)).hasSize(3001).allMatch(StepChecked::met);
    assertThat(captured.packets()).isNotEmpty();
    List<Event> events = captured.events();
    assertThat(events.indexOf(captured.all(CaptureEnded.class).getFirst()))
        .as("it is said when it happens, not at the end")
        .isLessThan(events.size() - 100);
  }

  @Test
  void captureEndsWithAnApplicationThatIsKilled() throws Exception {
    Path steps = lesson("port p\n" + "client: socket(AF_INET, SOCK_DGRAM, 0)\n".repeat(3000));
    Process process = CommandRun.start(marked("run", "--where", "shared", steps.toString()));
    Set<Long> left = left();
    for (long end = soon(); left.size() < 3 && System.nanoTime() < end; ) {
      left = left();
    }
    assertThat(left).as("the application, its program and its capture").hasSize(3);
    process.destroyForcibly().waitFor();
    for (long end = soon(); !left.isEmpty() && System.nanoTime() < end; ) {
      left = left();
    }
    assertThat(left).isEmpty();
  }

  private static long soon() {
    return System.nanoTime() + 30_000_000_000L;
  }

  private boolean packetSeen() throws Exception {
    return Files.exists(trace("killed"))
        && Files.readString(trace("killed")).contains("packet-seen");
  }

  /** As nobody, and as a root that may open no packet socket, such as in a container. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--reuid=65534 --regid=65534 --clear-groups",
        "--bounding-set=-net_raw,-net_admin"
      })
  void whoeverMayNotCaptureIsToldWhy(String rights) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is not installed");
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can give rights away");
    List<String> command = new ArrayList<>(List.of("setpriv"));
    command.addAll(List.of(rights.split(" ", -1)));
    command.addAll(
        CommandRun.commandFrom(
            readableByAll(CommandRun.modulePath()), "run", "--where", "shared", "tcp"));
    CaptureRun run = CaptureRun.of(readable.resolve("run.jsonl"), command);
    assertThat(run.start().method()).isEqualTo(CaptureMethod.NONE);
    assertThat(run.start().reason())
        .matches("raw=EPERM tcpdump=(refused|missing) dumpcap=(refused|missing)");
    assertThat(run.packets()).isEmpty();
    assertThat(run.all(StepChecked.class)).hasSizeGreaterThan(5).allMatch(StepChecked::met);
  }

  /** The same modules where another user can read them. */
  private String readableByAll(String modulePath) {
    List<String> copies = new ArrayList<>();
    for (String module : modulePath.split(File.pathSeparator, -1)) {
      Path copy = readable.resolve(copies.size() + "-" + Path.of(module).getFileName());
      copyAll(Path.of(module), copy);
      copies.add(copy.toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copyAll(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nobodyNeedsToCapture() throws Exception {
    CaptureRun run = CaptureRun.of(trace("off"), "run", "--where", "shared", "udp", "--no-capture");
    assertThat(run.start().reason()).isEqualTo("capture=off");
    assertThat(run.packets()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TCPDUMP", "DUMPCAP"})
  void toolIsAsGoodAsAPacketSocket(String method) throws Exception {
    ToolRun run = new ToolRun(CaptureMethod.valueOf(method));
    assertThat(run.packets()).containsExactlyElementsOf(run.beside());
  }
}
