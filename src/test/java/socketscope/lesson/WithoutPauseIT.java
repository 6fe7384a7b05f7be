package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import socketscope.Needs;
import socketscope.cli.StracedPool;
import socketscope.event.CallStarted;
import socketscope.event.Event;

/** The lesson {@code nagle}, as strace and Wireshark see it. */
@ExtendWith(StracedPool.Extension.class)
class WithoutPauseIT {

  @TempDir private static Path folder;

  @Test
  void nothingIsBetweenTheCallsAndTheKernelCutsThemAsTheOptionsSay(StracedPool pool)
      throws Exception {
    Needs.tools("tshark", "tcpdump");
    LessonRecordings lesson = new LessonRecordings("nagle", "ipv4", folder);
    StracedRecording recording = lesson.straced(pool, "ipv4");

    assertThat(sends(recording)).containsSequence("A", "B", "C");
    assertThat(sends(recording)).containsSequence("D", "E").containsSequence("head, ", "body");
    int server = port(recording.events());
    // Where an ACK is late, the kernel sends the last segment once more (RFC 8985).
    String sentFirst = " && tcp.len > 0 && !tcp.analysis.retransmission";
    assertThat(lengths(recording.captured(), "tcp.dstport == " + server + sentFirst))
        .containsExactly(1, 2, 1, 1, 5, 10);
  }

  /** The data of the client's system calls; "" for each call that is none of send(). */
  private static List<String> sends(StracedRecording recording) {
    long thread =
        recording.events().stream()
            .filter(CallStarted.class::isInstance)
            .map(CallStarted.class::cast)
            .filter(call -> call.call().toString().startsWith("send("))
            .findFirst()
            .orElseThrow()
            .thread();
    List<String> data = new ArrayList<>();
    for (String call : recording.log().callsByThread().get(thread)) {
      int quote = call.indexOf('"');
      data.add(
          call.startsWith("sendto(")
              ? call.substring(quote + 1, call.indexOf('"', quote + 1))
              : "");
    }
    return data;
  }

  private static int port(List<Event> events) {
    String bind =
        events.stream()
            .filter(CallStarted.class::isInstance)
            .map(event -> ((CallStarted) event).call().toString())
            .filter(call -> call.startsWith("bind("))
            .findFirst()
            .orElseThrow();
    return Integer.parseInt(bind.substring(bind.lastIndexOf(':') + 1, bind.length() - 1));
  }

  private static List<Integer> lengths(Path captured, String filter) throws Exception {
    Process tshark =
        new ProcessBuilder(
                "tshark", "-r", captured.toString(), "-Y", filter, "-T", "fields", "-e", "tcp.len")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Integer> lengths =
        new String(tshark.getInputStream().readAllBytes()).lines().map(Integer::valueOf).toList();
    assertThat(tshark.waitFor()).isZero();
    return lengths;
  }
}
