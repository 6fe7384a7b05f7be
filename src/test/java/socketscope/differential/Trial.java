package socketscope.differential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import socketscope.cli.StracedPool;
import socketscope.cli.SystemCalls;
import socketscope.infer.BesideCaptured;
import socketscope.lesson.StracedRecording;
import socketscope.packet.LessonPackets;

/** An experiment that is played beside strace and tcpdump, and what differed. */
final class Trial {

  private Trial() {}

  /** Somebody else's word on an experiment. */
  private interface Judge {
    void compare(StracedRecording recording) throws Exception;
  }

  /** The experiment as a lesson that can be played by hand. */
  static String lesson(String title, List<String> steps) {
    return "# " + title + "\n\n```steps\nport p, q, r\n" + String.join("\n", steps) + "\n```\n";
  }

  /**
   * Plays it.
   *
   * @param folder an empty one
   * @return what differed; nothing, as it should be
   */
  static List<String> differences(StracedPool pool, String title, List<String> steps, Path folder)
      throws Exception {
    boolean recorded = KernelTransitions.record();
    long begin = System.nanoTime();
    Path lesson = Files.writeString(folder.resolve("experiment.md"), lesson(title, steps));
    StracedRecording recording =
        pool.with(commands ->
            StracedRecording.of(commands, List.of("run", lesson.toString(), "--wait=2"), folder));
    List<String> differences = new ArrayList<>();
    judge(differences, "strace", recording, it -> SystemCalls.agree(it.events(), it.log()));
    if (StracedRecording.canCapture()) {
      judge(
          differences,
          "tshark",
          recording,
          it -> LessonPackets.agree(it.events(), it.captured(), it.exported()));
      BesideCaptured.neverPassed(recording.events())
          .forEach(wrong -> differences.add("inference: " + wrong));
    }
    if (recorded) {
      StatesBesideKernel.differences(recording.events(), KernelTransitions.since(begin))
          .forEach(wrong -> differences.add("kernel: " + wrong));
    }
    return differences;
  }

  private static void judge(
      List<String> differences, String who, StracedRecording recording, Judge judge)
      throws Exception {
    try {
      judge.compare(recording);
    } catch (AssertionError e) {
      differences.add(who + ": " + e.getMessage());
    }
  }
}
