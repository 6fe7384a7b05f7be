package socketscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process under strace that runs one command line after another, each with its own part of
 * strace's log: a JVM's start is the dearest thing in a test. Where the system permits it, it is
 * alone on a loopback interface of its own. There may be no strace, too: then whoever is run starts
 * it by {@link #command} for those that matter, and the log is empty.
 */
public final class StracedCommands implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(100);
  private static final String CALLS =
      "trace=network,openat,close,read,write,fcntl,ioctl,poll,dup,dup2,dup3,pipe2,eventfd2,unlink,"
          + "readv,writev,clone,clone3,vfork,fork,pselect6,epoll_create1,epoll_ctl,epoll_wait";

  private final boolean straced;
  private final Process process;
  private final BufferedReader answers;
  private final Writer requests;
  private final Path log;
  private int runs;
  private long position;

  private StracedCommands(Process process, Path log, boolean straced) {
    this.straced = straced;
    this.process = process;
    this.log = log;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** What became of a command, and the calls that were made meanwhile. */
  public record Run(int exitCode, String messages, StraceLog log) {}

  /**
   * Starts the process.
   *
   * @param folder an empty one, for what is logged
   */
  static StracedCommands start(Path folder) throws IOException {
    return start(folder, CommandServer.class, /* straced= */ true);
  }

  /**
   * Starts the process.
   *
   * @param folder an empty one, for what is logged
   * @param main serves command lines as {@link CommandServer} does
   */
  static StracedCommands start(Path folder, Class<?> main, boolean straced) throws IOException {
    Path log = folder.resolve("strace.log");
    List<String> command = new ArrayList<>();
    if (ownLoopback()) {
      command.addAll(List.of("unshare", "--net", "sh", "-c"));
      command.addAll(List.of("ip link set lo up && exec \"$@\"", "sh"));
    }
    if (straced) {
      command.addAll(command(log.toString()));
    }
    command.addAll(CommandRun.commandOf(main));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile());
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    return new StracedCommands(builder.start(), log, straced);
  }

  /** The beginning of a command that has strace log what another one and its children do. */
  public static List<String> command(String log, String... options) {
    List<String> command = new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-s", "32"));
    command.addAll(List.of(options));
    command.addAll(List.of("-e", CALLS, "-o", log));
    return command;
  }

  /** Whether this user may make network namespaces. */
  public static boolean ownLoopback() throws IOException {
    try {
      return new ProcessBuilder("unshare", "--net", "ip", "link", "set", "lo", "up")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Has a command line run, and waits for its end. */
  public Run run(List<String> arguments) throws IOException {
    runs++;
    requests.write(String.join("\t", arguments) + "\n");
    requests.flush();
    String answer = answers.readLine();
    assertThat(answer)
        .as("the process lives; its errors: %s", Files.readString(log.resolveSibling("errors")))
        .isNotNull();
    assertThat(answers.readLine()).isEqualTo(CommandServer.END + runs);
    String[] parts = answer.split("\t", 2);
    return new Run(
        Integer.parseInt(parts[0]),
        parts[1],
        straced ? StraceLog.of(newLines()) : StraceLog.of(List.of()));
  }

  /** What strace has written since the last run's end, up to the end of this one. */
  private List<String> newLines() throws IOException {
    String last = "write(1, \"" + CommandServer.END + runs + "\\n";
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      String found = textFrom(position);
      int marker = found.indexOf(last);
      int lineEnd = found.indexOf('\n', Math.max(marker, 0));
      if (marker >= 0 && lineEnd >= 0) {
        position += lineEnd + 1;
        return found.substring(0, lineEnd).lines().toList();
      }
      assertThat(process.isAlive() && System.nanoTime() < end).as("strace logs " + last).isTrue();
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** What strace writes is ASCII. */
  private String textFrom(long start) throws IOException {
    try (InputStream input = Files.newInputStream(log)) {
      input.skipNBytes(start);
      return new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** The command before one that is to see the same loopback interface. */
  public List<String> besideIt() throws IOException {
    return ownLoopback()
        ? List.of("nsenter", "--net=/proc/" + process.pid() + "/ns/net")
        : List.of();
  }

  @Override
  public void close() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }
}
