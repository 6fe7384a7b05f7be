package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import socketscope.Needs;
import socketscope.capture.CaptureCheck;
import socketscope.cli.StraceLog;
import socketscope.cli.StracedCommands;
import socketscope.event.CaptureMethod;
import socketscope.event.Event;
import socketscope.packet.LoopbackCapture;
import socketscope.trace.TraceReader;

/**
 * A recording of which strace and tcpdump know, too.
 *
 * @param exitCode of the command that made it
 * @param log what strace saw
 * @param captured by tcpdump; no such file where it may not capture
 * @param exported as pcapng by the command
 */
public record StracedRecording(
    List<Event> events,
    int exitCode,
    String messages,
    StraceLog log,
    Path captured,
    Path exported) {

  /** The port of RFC 863, where nobody listens. */
  private static final int DISCARD = 9;

  /**
   * Plays it.
   *
   * @param command that plays a lesson, without its outputs
   * @param folder an empty one
   */
  public static StracedRecording of(StracedCommands commands, List<String> command, Path folder)
      throws Exception {
    Path trace = folder.resolve("trace.jsonl");
    Path exported = folder.resolve("exported.pcapng");
    Path captured = folder.resolve("captured.pcap");
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--lang=en", "--trace=" + trace, "--pcapng=" + exported));
    StracedCommands.Run run;
    if (canCapture()) {
      try (LoopbackCapture capture = LoopbackCapture.startAll(captured, commands.besideIt())) {
        run = commands.run(arguments);
        capture.awaitAll(DISCARD);
      }
    } else {
      run = commands.run(arguments);
    }
    assertThat(run.exitCode()).as(run.messages()).isBetween(0, 1);
    return new StracedRecording(
        TraceReader.read(trace).events(),
        run.exitCode(),
        run.messages(),
        run.log(),
        captured,
        exported);
  }

  /** The same with what a strace has seen that others started. */
  public StracedRecording with(StraceLog seen) {
    return new StracedRecording(events, exitCode, messages, seen, captured, exported);
  }

  /** Whether packets are captured here, by us and by tcpdump. */
  public static boolean canCapture() throws Exception {
    return Needs.has("tcpdump") && CaptureCheck.find().method() == CaptureMethod.RAW_SOCKET;
  }
}
