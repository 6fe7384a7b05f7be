package socketscope.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.cli.CommandRun;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.export.CodeWords;
import socketscope.lesson.Lessons;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/** Compiles and runs the programs of real experiments: they repeat what the kernel answered. */
class CodeIT {

  private static final Path OWN = Path.of("src/test/resources/socketscope/code/lessons");
  private static final Path STRANGE = Path.of("src/test/resources/socketscope/cli/lessons");

  /**
   * An unnamed AF_UNIX address has no notation (numbers), MSG_TRUNC leaves the buffer as it was
   * (nonblocking), which is another one in each program, and the kernel gives every socket that
   * asks for one another abstract name (unix-sockets) and takes as much as it has room for
   * (much-data).
   */
  private static final String OTHER_EACH_TIME =
      ".*/(numbers|nonblocking|unix-sockets|much-data)\\.md";

  private static final Pattern PORT = Pattern.compile("(?<=:)\\d+(?!\\d*\\])");
  private static final Map<String, List<Event>> PLAYED = new HashMap<>();

  @TempDir Path folder;

  /** Every language with the lessons; the strange ones with C, which makes every call. */
  static Stream<Arguments> experiments() throws IOException {
    List<String> lessons = new ArrayList<>(Lessons.ids());
    lessons.addAll(in(OWN));
    Stream<Arguments> all =
        Stream.of(Toolchain.values())
            .flatMap(tools -> lessons.stream().map(lesson -> Arguments.of(tools, lesson)));
    Stream<Arguments> strange =
        in(STRANGE).stream()
            .filter(lesson -> !lesson.matches(OTHER_EACH_TIME))
            .map(lesson -> Arguments.of(Toolchain.C, lesson));
    return Stream.concat(all, strange);
  }

  private static List<String> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".md")).sorted().toList();
    }
  }

  private List<Event> played(String lesson) throws Exception {
    List<Event> known = PLAYED.get(lesson);
    if (known != null) {
      return known;
    }
    Path trace = folder.resolve("played.jsonl");
    CommandRun run = CommandRun.of("run", lesson, "--no-capture", "--trace", trace.toString());
    assertThat(run.exitCode()).as(run.messages()).isZero();
    List<Event> events = TraceReader.read(trace).events();
    PLAYED.put(lesson, events);
    return events;
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void theProgramsRepeatTheExperiment(Toolchain tools, String lesson) throws Exception {
    assumeTrue(tools.isThere(), () -> tools + " is not installed");
    List<Program> programs =
        Code.of(played(lesson), tools.language(), CodeWords.in(Language.SPANISH));
    UnaryOperator<String> ports = otherPorts(programs);
    Processes processes = new Processes();
    for (Program program : programs) {
      Files.writeString(folder.resolve(program.fileName()), ports.apply(program.source()));
      assertThat(tools.complaint(program, folder)).as(program.source()).isEmpty();
    }
    List<Program> moved = programs.stream().map(program -> moved(program, ports)).toList();
    for (Program program : moved) {
      processes.start(program, tools.start(program), folder);
    }
    Map<String, Processes.Done> done = processes.await();
    for (Program program : moved) {
      Processes.Done one = done.get(program.name());
      boolean threads = program.source().contains("thread");
      List<String> expected = inOrder(portless(program.results(), programs, ports), threads);
      List<String> printed = inOrder(portless(one.results(), programs, ports), threads);
      long open = leftOpen(played(lesson), program.name());
      assertThat(open == 0 ? printed : printed.stream().filter(expected::contains).toList())
          .as("%s of %s: %s\n%s", program.name(), lesson, one.messages(), program.source())
          .isEqualTo(expected);
      assertThat(printed.size() - expected.size()).isBetween(0, (int) open);
      assertThat(one.messages()).doesNotContain("arning", "Traceback", "Exception", "panicked");
      assertThat(one.exitStatus()).isZero();
    }
  }

  /** How many calls had not returned at the end: the end of another program may wake them. */
  private static long leftOpen(List<Event> events, String program) {
    Set<Long> returned =
        events.stream()
            .filter(CallReturned.class::isInstance)
            .map(event -> ((CallReturned) event).callId())
            .collect(Collectors.toSet());
    return events.stream()
        .filter(event -> event instanceof CallStarted && event.program().equals(program))
        .filter(event -> !returned.contains(((CallStarted) event).callId()))
        .count();
  }

  /** Lines of several threads come in any order. */
  private static List<String> inOrder(List<String> lines, boolean threads) {
    return threads ? lines.stream().sorted().toList() : lines;
  }

  private static Program moved(Program program, UnaryOperator<String> ports) {
    return new Program(
        program.name(),
        program.language(),
        program.fileName(),
        program.lines(),
        program.results().stream().map(ports).toList(),
        program.waits().stream()
            .map(wait ->
                new Program.Wait(
                    wait.others().stream()
                        .map(p -> new Program.Point(p.program(), ports.apply(p.call()), p.times()))
                        .toList()))
            .toList());
  }

  /** The experiment's ports may be kept by the kernel for a minute (TIME_WAIT). */
  private static UnaryOperator<String> otherPorts(List<Program> programs) throws IOException {
    Map<String, String> others = new HashMap<>();
    for (String port : chosen(programs)) {
      others.put(port, Integer.toString(freePort()));
    }
    return text -> {
      String changed = text;
      for (Map.Entry<String, String> port : others.entrySet()) {
        changed = changed.replaceAll("\\b" + port.getKey() + "\\b", port.getValue());
      }
      return changed;
    };
  }

  private static List<String> chosen(List<Program> programs) {
    Pattern constant = Pattern.compile("PORT\\w*\\D+(\\d{4,5});?$");
    return programs.stream()
        .flatMap(program -> program.lines().stream())
        .flatMap(line -> constant.matcher(line.text()).results())
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }

  private static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 20_000);
      try (ServerSocket probe = new ServerSocket()) {
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (java.net.BindException e) {
        // Another one.
      }
    }
  }

  /** Ports that the kernel chose are different each time. */
  private static List<String> portless(
      List<String> lines, List<Program> programs, UnaryOperator<String> ports) {
    List<String> chosen = chosen(programs).stream().map(ports).toList();
    return lines.stream()
        .map(line ->
            PORT.matcher(line)
                .replaceAll(
                    m -> chosen.contains(m.group()) || m.group().length() < 4 ? m.group() : "*"))
        .toList();
  }
}
