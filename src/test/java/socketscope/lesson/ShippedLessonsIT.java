package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.Needs;
import socketscope.capture.CaptureCheck;
import socketscope.cli.StracedPool;
import socketscope.cli.SystemCalls;
import socketscope.code.Repetition;
import socketscope.code.Toolchain;
import socketscope.event.CaptureMethod;
import socketscope.event.Event;
import socketscope.event.StepChecked;
import socketscope.infer.Inference;
import socketscope.infer.InferenceCheck;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.packet.LessonPackets;

/**
 * The lessons that come with the application, with real processes and the real kernel. Each is
 * played once plainly, and once by the command line under strace with tcpdump beside it; all checks
 * read these two recordings.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("lessons")
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(StracedPool.Extension.class)
class ShippedLessonsIT {

  static Stream<Arguments> lessons() {
    String only = System.getProperty("lessons", "");
    return ShippedPlays.byTurns()
        .filter(lesson -> ((String) lesson.get()[0]).matches(".*(" + only + ").*"));
  }

  @Parameter(0)
  private String id;

  @Parameter(1)
  private String plainly;

  @Parameter(2)
  private String underStrace;

  private static final Map<String, LessonRecordings> RECORDINGS = new ConcurrentHashMap<>();

  @TempDir private static Path folder;

  @BeforeParameterizedClassInvocation
  static void play(String id, String plainly, String underStrace) throws Exception {
    Path own = Files.createTempDirectory(folder, id);
    RECORDINGS.put(id + plainly, new LessonRecordings(id, plainly, own));
  }

  @AfterParameterizedClassInvocation
  static void forget(String id, String plainly) {
    RECORDINGS.remove(id + plainly);
  }

  private LessonRecordings recorded() {
    return RECORDINGS.get(id + plainly);
  }

  @Test
  void goesAsItSays() {
    List<Event> events = recorded().events();
    List<StepChecked> checks =
        events.stream().filter(StepChecked.class::isInstance).map(StepChecked.class::cast).toList();
    assertThat(recorded().played())
        .as(events.toString())
        .allMatch(step -> step.outcome().asTheLessonSays());
    assertThat(checks).allMatch(StepChecked::met);
    List<CallStep> calls =
        recorded().steps().steps().stream()
            .filter(CallStep.class::isInstance)
            .map(CallStep.class::cast)
            .toList();
    long expectations = calls.stream().filter(step -> step.expected() != null).count();
    long blocking = calls.stream().filter(CallStep::blocks).count();
    assertThat(checks).hasSize((int) (expectations + blocking));
  }

  /** Of every socket after each step. */
  @Test
  void theTraceSaysWhatSsSays() {
    Needs.tools("ss");
    assertThat(recorded().otherwiseThanSs()).isEmpty();
  }

  @Test
  void isDrawnWithoutATextUponAnother() {
    Pictures.areDrawnWell(Inference.complete(recorded().events()));
  }

  @Test
  void nothingIsSeenBeforeItsCause(StracedPool pool) throws Exception {
    assumeThat(CaptureCheck.find().method()).isNotEqualTo(CaptureMethod.NONE);
    CausesBeforeEffects.hold(recorded().straced(pool, underStrace).events());
  }

  @ParameterizedTest
  @EnumSource
  void theExportedProgramsRepeatIt(Toolchain tools, @TempDir Path empty) throws Exception {
    tools.need();
    new Repetition(recorded().forPrograms(), tools, empty).check();
  }

  @Test
  void everyCallIsOneSystemCall(StracedPool pool) throws Exception {
    StracedRecording recording = recorded().straced(pool, underStrace);
    SystemCalls.agree(recording.events(), recording.log());
  }

  @Test
  void itsPacketsAreThoseThatWiresharkSees(StracedPool pool) throws Exception {
    Needs.tools("tshark", "tcpdump", "reordercap", "capinfos");
    assumeThat(CaptureCheck.find().method()).isEqualTo(CaptureMethod.RAW_SOCKET);
    StracedRecording recording = recorded().straced(pool, underStrace);
    LessonPackets.agree(recording.events(), recording.captured(), recording.exported());
  }

  @Test
  void itsPacketsAreInferredFromItsCalls(StracedPool pool) throws Exception {
    assumeThat(CaptureCheck.find().method()).isNotEqualTo(CaptureMethod.NONE);
    InferenceCheck.infersWhatWasCaptured(id, recorded().straced(pool, underStrace).events());
  }
}
