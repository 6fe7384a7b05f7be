package socketscope.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import socketscope.cli.StracedCommands;
import socketscope.export.CodeWords;
import socketscope.text.Language;

/** The programs of one experiment in one language, built, run, and compared with it. */
public final class Repetition {

  private static final List<String> OWN_LOOPBACK =
      List.of(
          "unshare",
          "--net",
          "sh",
          "-c",
          "ip link set lo up; echo 0 0 > /proc/sys/net/ipv4/ping_group_range; exec \"$@\"",
          "sh");

  private final PlayedLesson lesson;
  private final Toolchain tools;
  private final Path folder;

  /**
   * The calls whose experiments are not written as programs yet; whoever writes one, removes it.
   */
  private static final Set<String> NOT_WRITTEN_YET = Set.of("fork");

  /**
   * @param folder an empty one
   */
  public Repetition(PlayedLesson lesson, Toolchain tools, Path folder) {
    this.lesson = lesson;
    this.tools = tools;
    this.folder = folder;
  }

  /** Fails where the programs are not content, or find something else than the experiment. */
  public void check() throws Exception {
    List<String> unwritten = Code.unwritten(lesson.events());
    if (!unwritten.isEmpty()) {
      assertThat(NOT_WRITTEN_YET).as("calls that no program makes yet").containsAll(unwritten);
      return;
    }
    List<Program> written =
        Code.of(lesson.events(), tools.language(), CodeWords.in(Language.SPANISH));
    assertThat(written).as("programs that made a call").isNotEmpty();
    try (OtherPorts ports = new OtherPorts(lesson)) {
      ports.rename(written);
      List<Program> programs = written.stream().map(ports::in).toList();
      build(programs);
      run(programs, ports);
    }
  }

  private void build(List<Program> programs) throws Exception {
    for (Program program : programs) {
      Files.writeString(folder.resolve(program.fileName()), program.source());
      assertThat(tools.complaint(program, folder)).as(program.source()).isEmpty();
    }
  }

  private void run(List<Program> programs, OtherPorts ports) throws Exception {
    boolean alone = programs.size() == 1 && hearsAll(programs.getFirst());
    try (Processes processes = new Processes(ports.all())) {
      for (Program program : programs) {
        List<String> command = new ArrayList<>(alone ? OWN_LOOPBACK : List.of());
        command.addAll(tools.start(program));
        processes.start(program, command, folder);
      }
      compare(programs, ports, processes.await());
    }
  }

  /** A raw socket receives what others send on the same loopback interface, too (raw(7)). */
  private static boolean hearsAll(Program program) throws IOException {
    return program.results().stream().anyMatch(result -> result.contains("SOCK_RAW"))
        && StracedCommands.ownLoopback();
  }

  private void compare(
      List<Program> programs, OtherPorts ports, Map<String, Processes.Done> answers) {
    Sameness sameness = new Sameness(ports.all(), lesson.filledBuffer());
    Map<String, String> roles = new HashMap<>();
    String all =
        answers.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    for (Program program : programs) {
      Processes.Done done = answers.get(program.name());
      String about = "%s\n%s\n%s\n".formatted(program.name(), all, program.source());
      assertThat(done.messages())
          .as(about)
          .doesNotContain("arning", "Traceback", "Exception", "panicked");
      boolean serves = lesson.serves(program.name());
      boolean threads = serves || program.source().matches("(?s).*[tT]hread.*");
      int open = lesson.leftOpen(program.name());
      List<String> expected = inOrder(sameness.compared(program.results()), threads);
      List<String> printed = inOrder(sameness.compared(done.results()), threads);
      if (serves) {
        // The loop goes on where the experiment stopped.
        assertThat(printed).as(about).containsSubsequence(expected);
        assertThat(done.exitStatus()).as(about).isZero();
        continue;
      }
      assertThat(open == 0 ? printed : printed.stream().filter(expected::contains).toList())
          .as(about)
          .isEqualTo(expected);
      assertThat(printed.size() - expected.size()).as(about).isBetween(0, open);
      if (!threads && open == 0) {
        assertThat(sameness.confused(program.results(), done.results(), roles)).as(about).isEmpty();
      }
      assertThat(done.exitStatus()).as(about).isZero();
    }
  }

  /** Lines of several threads come in any order. */
  private static List<String> inOrder(List<String> lines, boolean threads) {
    return threads ? lines.stream().sorted().toList() : lines;
  }
}
