package socketscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command compare, with real programs. */
class CompareIT {

  private static final String TRACE = "src/test/resources/socketscope/export/captured-tcp.jsonl";

  @TempDir private Path folder;

  private static List<String> lines(CommandRun run) {
    return run.output().lines().map(line -> line.replaceAll("\\s+", " ")).toList();
  }

  @Test
  void restartWithoutAndWithTheOptionDiffersInTheSecondBind() throws Exception {
    Path left = folder.resolve("left.jsonl");
    Path text = folder.resolve("both.txt");
    CommandRun run =
        CommandRun.of("compare", "reuseaddr", "--left-trace", left.toString(), "--text", "" + text);

    assertThat(run.exitCode()).as(run.messages()).isZero();
    assertThat(lines(run))
        .contains(" ▶ server setsockopt: only on the right", " ≠ server bind: EADDRINUSE | 0")
        .anyMatch(line -> line.matches("server: bind.* = EADDRINUSE │ ≠ │ server: bind.* = 0"));
    assertThat(Files.readString(text)).isEqualTo(run.output());

    CommandRun again = CommandRun.of("compare", left.toString(), left.toString(), "--lang", "es");
    assertThat(lines(again)).contains("ninguna diferencia").noneMatch(line -> line.contains("≠"));
  }

  @Test
  void lessonStandsBesideATraceAndBothAreDrawn() throws Exception {
    Path svg = folder.resolve("both.svg");
    Path png = folder.resolve("both.png");
    Path html = folder.resolve("both.html");
    CommandRun run =
        CommandRun.of(
            "compare",
            TRACE,
            "datagrams",
            "--svg",
            "" + svg,
            "--png",
            "" + png,
            "--html",
            "" + html);

    assertThat(run.exitCode()).as(run.messages()).isZero();
    assertThat(lines(run)).contains(" ◀ server listen: only on the left");
    assertThat(Files.readString(svg)).startsWith("<svg").contains("≠", "UDP len=4", "SYN");
    assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").contains("≠", "SYN");
    assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void withoutAnythingThePairsAreListed() throws Exception {
    CommandRun run = CommandRun.of("compare", "--lang", "en");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("tcp-udp\ttcp\tdatagrams\tTCP beside UDP\t");
  }

  @Test
  void whatCannotBeComparedIsSaidInASentence() throws Exception {
    CommandRun one = CommandRun.of("compare", "tcp", "--lang", "en");
    assertThat(one.exitCode()).isEqualTo(ExitCode.BAD_USAGE_OR_FILE);
    assertThat(one.messages()).startsWith("“tcp” is no pair, and a comparison needs two");

    CommandRun unknown = CommandRun.of("compare", "tcp", "nothing-such", "--lang", "en");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.BAD_USAGE_OR_FILE);
    assertThat(unknown.messages()).startsWith("There is no lesson and no file “nothing-such”.");

    CommandRun saved =
        CommandRun.of("compare", TRACE, TRACE, "--left-trace", folder.resolve("x") + "");
    assertThat(saved.exitCode()).isEqualTo(ExitCode.BAD_USAGE_OR_FILE);
  }
}
