package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Signal;
import socketscope.event.StepChecked;
import socketscope.lab.Experiment;
import socketscope.lesson.Player.PlayedStep;
import socketscope.trace.Trace;

/** Plays small lessons with real processes and the real kernel. */
class LessonIT {

  private final Trace trace = new Trace();
  private final List<PlayedStep> played = new ArrayList<>();

  private boolean play(Steps steps) throws Exception {
    Lesson lesson = new Lesson("test", "", List.of(), steps);
    try (FreePorts ports = FreePorts.reserve(steps);
        Experiment experiment = new Experiment("test")) {
      experiment.bus().subscribe("trace", trace::add);
      return new Player(lesson, experiment, ports).playAll(played::add);
    }
  }

  private List<StepChecked> checks() {
    return trace.events().stream()
        .filter(StepChecked.class::isInstance)
        .map(StepChecked.class::cast)
        .toList();
  }

  @Test
  void kernelThatAnswersOtherwiseIsSeen() throws Exception {
    boolean asTheLessonSays =
        play(
            StepsParser.parse(
                """
                port p
                client: s = socket(AF_INET, SOCK_STREAM, 0)
                client: connect(s, 127.0.0.1:p) = 0
                client: close(s) = 0
                """));

    assertThat(asTheLessonSays).isFalse();
    assertThat(played.get(1).outcome()).isEqualTo(new StepOutcome.Unmet("0", "-1 ECONNREFUSED"));
    assertThat(played.get(2).outcome()).isEqualTo(new StepOutcome.Met());
    assertThat(checks()).extracting(StepChecked::met).containsExactly(false, true);
  }

  @Test
  void addressesAndOptionsThatTheKernelTellsCanBeUsedAndExpected() throws Exception {
    boolean asTheLessonSays =
        play(
            StepsParser.parse(
                """
                port p
                server: l = socket(AF_INET, SOCK_STREAM, 0)
                server: setsockopt(l, SOL_SOCKET, SO_REUSEADDR, 1) = 0
                server: getsockopt(l, SOL_SOCKET, SO_REUSEADDR) = [1]
                server: bind(l, 127.0.0.1:p)
                server: getsockname(l) = 127.0.0.1:p
                server: listen(l, 1)
                client: s = socket(AF_INET, SOCK_STREAM)
                client: connect(s, 127.0.0.1:p) = 0
                client: mine = getsockname(s)
                server: c = accept(l)
                server: getpeername(c) = mine
                server: listen(99, 1) = -1 EBADF
                client: connect(s, mine) = -1 EISCONN
                """));

    assertThat(played).allMatch(step -> step.outcome().asTheLessonSays());
    assertThat(asTheLessonSays).isTrue();
  }

  @Test
  void blockedCallThatNobodyWakesIsLeft() throws Exception {
    boolean asTheLessonSays =
        play(
            StepsParser.parse(
                """
                port p
                server: u = socket(AF_INET, SOCK_DGRAM, 0)
                server: bind(u, 127.0.0.1:p) = 0
                server: recvfrom(u, 10) ...
                """));

    assertThat(asTheLessonSays).isTrue();
  }

  @Test
  void programThatIsKilledAnswersNoMore() throws Exception {
    Steps steps =
        StepsParser.parse(
            """
            port p
            server: u = socket(AF_INET, SOCK_DGRAM, 0)
            server: bind(u, 127.0.0.1:p) = 0
            server: recvfrom(u, 9) ... = "x"
            server: close(u) = 0
            """);
    try (FreePorts ports = FreePorts.reserve(steps);
        Experiment experiment = new Experiment("test")) {
      Player player = new Player(new Lesson("test", "", List.of(), steps), experiment, ports);
      for (int i = 0; i < 3; i++) {
        assertThat(player.step().asTheLessonSays()).isTrue();
      }
      var _ = experiment.send("server", Signal.SIGKILL);

      assertThat(player.finish())
          .extracting(PlayedStep::outcome)
          .containsExactly(new StepOutcome.Unmet("\"x\"", "?"));
      assertThat(player.step().canGoOn()).isFalse();
    }
  }
}
