package socketscope.differential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import socketscope.cli.StracedPool;
import socketscope.cli.SystemCalls;
import socketscope.infer.BesideCaptured;
import socketscope.lab.Capturing;
import socketscope.lesson.Lessons;
import socketscope.lesson.StracedRecording;
import socketscope.packet.LessonPackets;
import socketscope.packet.PcapFile;

/** Experiments that are played beside strace, tcpdump and ss, and what differed. */
final class Trial {

  private static final Pattern PORT = Pattern.compile("(?<=:)[pqr]\\d+\\b");

  private Trial() {}

  /** Somebody else's word on an experiment. */
  private interface Judge {
    void compare(StracedRecording recording) throws Exception;
  }

  /** The experiment as a lesson that can be played by hand. */
  static String lesson(String title, List<String> steps) {
    TreeSet<String> ports = new TreeSet<>(List.of("p1"));
    steps.forEach(step -> PORT.matcher(step).results().map(MatchResult::group).forEach(ports::add));
    return "# %s\n\n```steps\nport %s\n%s\n```\n"
        .formatted(title, String.join(", ", ports), String.join("\n", steps));
  }

  /**
   * Plays it.
   *
   * @param capturing whether its packets are captured, or inferred only
   * @param folder an empty one
   * @return what differed; nothing, as it should be
   */
  static List<String> differences(
      StracedPool pool, String title, List<String> steps, Capturing capturing, Path folder)
      throws Exception {
    boolean recorded = KernelTransitions.record();
    long begin = System.nanoTime();
    Path lesson = Files.writeString(folder.resolve("experiment.md"), lesson(title, steps));
    Lessons.read(lesson); // it throws where a step cannot be understood
    StracedRecording recording =
        pool.with(commands ->
                StracedRecording.of(commands, List.of(lesson.toString(), capturing.name()), folder))
            .with(TracedPrograms.log(folder.resolve("strace")));
    List<String> differences = new ArrayList<>();
    if (recording.exitCode() != 0) {
      Arrays.stream(recording.messages().split(TrialServer.NEXT))
          .map("ss: "::concat)
          .forEach(differences::add);
    }
    judge(differences, "strace", recording, it -> SystemCalls.agree(it.events(), it.log()));
    if (StracedRecording.canCapture()) {
      if (capturing == Capturing.WHERE_POSSIBLE) {
        judge(
            differences,
            "tshark",
            recording,
            it -> LessonPackets.agree(it.events(), it.captured(), it.exported()));
      }
      BesideCaptured.neverPassed(recording.events(), PcapFile.packets(recording.captured()))
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
