package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import socketscope.UncaughtExceptions;
import socketscope.event.Bytes;
import socketscope.event.Errno;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.StepFailed;
import socketscope.event.StepFailed.Reason;
import socketscope.explain.Transcript;
import socketscope.lesson.StepOutcome.Met;
import socketscope.lesson.StepOutcome.NotChecked;
import socketscope.lesson.StepOutcome.NotMade;
import socketscope.lesson.StepOutcome.Unmet;
import socketscope.text.Language;

class PlayerTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Result EBADF = Result.failed(new Errno(9, "EBADF"));

  @RegisterExtension final UncaughtExceptions failures = new UncaughtExceptions();
  private final TestStage stage = new TestStage();
  private final List<StepOutcome> outcomes = new ArrayList<>();
  private FreePorts ports;

  private Player player(Duration deadline, String text) throws Exception {
    Steps steps = StepsParser.parse(text);
    ports = FreePorts.reserve(steps);
    return new Player(steps, stage, ports, deadline);
  }

  private boolean playAll(Player player) throws Exception {
    return player.playAll(played -> outcomes.add(played.outcome()));
  }

  @AfterEach
  void giveBackPorts() {
    ports.close();
  }

  @Test
  void namesAndPortsBecomeWhatTheyStandFor() throws Exception {
    stage.answer(Result.of(7)).answer(Result.of(0));

    boolean met =
        playAll(
            player(
                LONG,
                """
                port p
                server: l = socket(AF_INET6, SOCK_STREAM, 0)
                server: bind(l, [::1]:p) = 0
                """));

    assertThat(met).isTrue();
    assertThat(stage.calls)
        .containsExactly(
            "server: socket(AF_INET6, SOCK_STREAM, 0)",
            "server: bind(7, [::1]:" + ports.number("p") + ")");
    assertThat(outcomes).containsExactly(new NotChecked(), new Met());
    assertThat(stage.checks()).containsExactly("3: 0 | 0");
  }

  @Test
  void aStepThatFailsInSocketscopeItselfIsReportedAndTheNextOneCanBeMade() throws Exception {
    stage.fail(new IllegalStateException("unexpected"));
    stage.answer(Result.of(7));
    Player player = player(LONG, "server: socket(AF_INET, SOCK_STREAM, 0)\nserver: close(7) = 7\n");
    assertThat(player.step()).isEqualTo(new NotMade(Reason.FAILED, ""));
    assertThat(failures.next()).hasMessage("unexpected");
    assertThat(player.step()).isEqualTo(new Met());
  }

  @Test
  void allProgramsAreStartedOnceAndBeforeTheFirstCall() throws Exception {
    stage.answer(Result.of(0)).answer(Result.of(0)).answer(Result.of(0));
    Player player = player(LONG, "server: close(3)\nclient: close(3)\nserver: close(3)\n");

    player.start();
    assertThat(stage.programs).containsExactly("server", "client");
    playAll(player);
    assertThat(stage.programs).hasSize(2);
  }

  @Test
  void signalsAndServicesAreSteps() throws Exception {
    stage.answer(Result.of(0)).answer(Result.failed(new Errno(22, "EINVAL")));
    Player player =
        player(
            LONG,
            "server: close(9)\nkill -STOP server\nkill -CONT server\n"
                + "server: while (1) thread(echo, accept(3))\n");

    for (int i = 0; i < 3; i++) {
      assertThat(player.step().asTheLessonSays()).isTrue();
    }
    assertThat(player.step()).isEqualTo(new StepOutcome.Unmet("...", "-1 EINVAL"));
    assertThat(stage.calls)
        .containsExactly(
            "server: close(9)", "kill SIGSTOP server", "kill SIGCONT server", "server: accept(3)");
  }

  @Test
  void stepsWithoutAPauseAreAskedForTogetherAndCheckedOneByOne() throws Exception {
    stage.answer(Result.of(1)).answer(EBADF).answer(Result.of(3)).answer(Result.of(0));
    Player player =
        player(
            LONG,
            """
            client: send(3, "A") = 1
            + send(4, "B") = 1
            + a = dup(3)
            client: close(a) = 0
            """);

    assertThat(player.step()).isEqualTo(new Met());
    assertThat(stage.calls)
        .containsExactly(
            "client: send(3, \"A\", 0)", "+ client: send(4, \"B\", 0)", "+ client: dup(3)");
    assertThat(player.goesOnWithoutPause()).isTrue();
    assertThat(player.step()).isEqualTo(new Unmet("1", "-1 EBADF"));
    assertThat(player.step()).isEqualTo(new NotChecked());
    assertThat(player.goesOnWithoutPause()).isFalse();
    assertThat(player.step()).isEqualTo(new Met());
    assertThat(stage.calls).hasSize(4).last().isEqualTo("client: close(3)");
  }

  @Test
  void nextStepIsKnownWithoutMakingIt() throws Exception {
    stage.answer(Result.of(0));
    Player player = player(LONG, "server: close(3)\nclient: close(4)\n");

    assertThat(player.next()).hasToString("server: close(3)");
    assertThat(stage.calls).isEmpty();
    player.step();
    assertThat(player.next()).hasToString("client: close(4)");
    stage.answer(Result.of(0));
    player.step();
    assertThat(player.hasNext()).isFalse();
  }

  @Test
  void otherAnswerIsUnmetAndTheLessonGoesOn() throws Exception {
    stage.answer(EBADF).answer(Result.of(0));

    assertThat(playAll(player(LONG, "server: close(3) = 0\nserver: close(4) = 0"))).isFalse();
    assertThat(outcomes).containsExactly(new Unmet("0", "-1 EBADF"), new Met());
    assertThat(stage.checks()).containsExactly("1: 0 | -1 EBADF", "2: 0 | 0");
  }

  @Test
  void expectedFailureIsMetByThatErrorOnly() throws Exception {
    stage.answer(EBADF).answer(EBADF).answer(EBADF).answer(Result.of(0));

    playAll(
        player(
            LONG,
            """
            server: close(3) = -1 EBADF
            server: close(3) = -1 EINVAL
            server: close(3) = -1
            server: close(3) = -1
            """));
    assertThat(outcomes)
        .containsExactly(
            new Met(), new Unmet("-1 EINVAL", "-1 EBADF"), new Met(), new Unmet("-1", "0"));
  }

  @Test
  void blockedCallIsCheckedWhenItWakes() throws Exception {
    Player player = player(LONG, "server: recv(5, 9) ... = \"x\"\nclient: close(3)");

    assertThat(player.step()).isEqualTo(new Met());
    assertThat(stage.checks()).containsExactly("1: ... | ...");
    stage.wake(0, Result.of(1).withData(Bytes.utf8("x")));
    assertThat(stage.checks()).containsExactly("1: ... | ...", "1: \"x\" | \"x\"");
    assertThat(player.finish())
        .singleElement()
        .satisfies(played -> assertThat(played.outcome()).isEqualTo(new Met()));
  }

  @Test
  void blockedCallThatShouldWakeAndDoesNotIsUnmet() throws Exception {
    assertThat(playAll(player(SHORT, "server: recv(5, 9) ... = \"x\""))).isFalse();
    assertThat(outcomes).containsExactly(new Met(), new Unmet("\"x\"", "..."));
    assertThat(stage.checks()).containsExactly("1: ... | ...", "1: \"x\" | ...");

    stage.wake(0, Result.of(1).withData(Bytes.utf8("x")));
    assertThat(stage.checks()).as("after its verdict").hasSize(2);
  }

  @Test
  void callThatReturnsInsteadOfBlockingIsUnmet() throws Exception {
    stage.answer(Result.of(2).withData(Bytes.utf8("hi")));

    assertThat(playAll(player(LONG, "server: recv(5, 9) ... = \"hi\""))).isFalse();
    assertThat(outcomes).containsExactly(new Unmet("...", "\"hi\""));
  }

  @Test
  void callThatBlocksInsteadOfReturningEndsThePlay() throws Exception {
    assertThat(playAll(player(SHORT, "server: accept(5)\nserver: close(5)"))).isFalse();
    assertThat(outcomes).containsExactly(new Unmet("?", "..."));
    assertThat(stage.calls).hasSize(1);
  }

  @Test
  void callNotSeenToBlockCountsAsBlockedAfterTheDeadline() throws Exception {
    stage.silent();

    assertThat(playAll(player(SHORT, "server: accept(5) ..."))).isTrue();
  }

  @Test
  void nameOfABlockedCallIsWaitedFor() throws Exception {
    Player player = player(LONG, "server: c = accept(5) ...\nserver: close(c) = 0");
    player.step();
    Thread waker = Thread.ofVirtual().unstarted(() -> stage.wake(0, Result.of(8)));
    stage.answer(Result.of(0));

    waker.start();
    assertThat(player.step()).isEqualTo(new Met());
    assertThat(stage.calls.getLast()).isEqualTo("server: close(8)");
    waker.join();
  }

  @Test
  void nameOfACallThatStaysBlockedMakesNoCall() throws Exception {
    assertThat(playAll(player(SHORT, "server: c = accept(5) ...\nserver: close(c) = 0"))).isFalse();
    assertThat(outcomes).containsExactly(new Met(), new NotMade(Reason.STILL_BLOCKED, "c"));
    assertThat(stage.calls).hasSize(1);
  }

  @Test
  void whereTheLessonStoppedAndHowMuchWasLeftIsTold() throws Exception {
    String steps =
        "server: c = accept(5) ...\nserver: close(c)\nserver: close(5)\nserver: close(6)";
    Player player = player(SHORT, steps);
    playAll(player);
    assertThat(stage.published.getLast())
        .isInstanceOfSatisfying(
            StepFailed.class,
            failed -> {
              assertThat(failed.line()).isEqualTo(player.next().line() - 1);
              assertThat(failed.reason()).isEqualTo(Reason.STILL_BLOCKED);
              assertThat(failed.detail()).isEqualTo("c");
              assertThat(failed.left()).isEqualTo(2);
            });
    List<String> transcript =
        Transcript.of(Language.ENGLISH, ZoneOffset.UTC).lines(stage.published);
    assertThat(transcript)
        .anyMatch(line -> line.contains("The call was not made: “c” has no value"))
        .anyMatch(line -> line.endsWith("2 steps after it were not played."));
  }

  @Test
  void aCallThatDoesNotReturnStopsTheLessonAndIsNotCalledAnAnswer() throws Exception {
    playAll(player(SHORT, "server: c = accept(5) = 6\nserver: close(c)"));
    assertThat(Transcript.of(Language.ENGLISH, ZoneOffset.UTC).lines(stage.published))
        .anyMatch(line -> line.endsWith("expected 6, but the call blocks"))
        .noneMatch(line -> line.contains("answered ..."));
  }

  @Test
  void failedCallGivesMinusOneAsInC() throws Exception {
    stage.answer(EBADF).answer(EBADF);

    playAll(player(LONG, "server: c = accept(5) = -1\nserver: close(c) = -1 EBADF"));
    assertThat(stage.calls.getLast()).isEqualTo("server: close(-1)");
  }

  @Test
  void senderOfADatagramCanBeAnsweredAndExpected() throws Exception {
    SocketAddress sender = SocketAddress.parse("127.0.0.1:4242");
    stage
        .answer(Result.of(0).withAddress(sender))
        .answer(Result.of(1).withData(Bytes.utf8("x")).withAddress(sender))
        .answer(Result.of(1));

    boolean met =
        playAll(
            player(
                LONG,
                """
                client: mine = getsockname(3)
                server: peer = recvfrom(5, 9) = "x" from mine
                server: sendto(5, "y", 0, peer) = 1
                """));
    assertThat(met).isTrue();
    assertThat(stage.calls.getLast()).isEqualTo("server: sendto(5, \"y\", 0, 127.0.0.1:4242)");
  }

  @Test
  void addressThatWasNotToldMakesNoCall() throws Exception {
    stage.answer(EBADF);

    playAll(player(LONG, "client: a = getsockname(3)\nserver: bind(5, a)"));
    assertThat(outcomes.getLast()).isEqualTo(new NotMade(Reason.NO_ADDRESS, "a"));
  }

  @Test
  void anExpectationWithoutAValueMakesNoCallEither() throws Exception {
    stage.answer(EBADF);

    String steps = "client: a = getsockname(3)\nserver: recvfrom(5, 9) = \"x\" from a";
    playAll(player(LONG, steps));
    assertThat(outcomes.getLast()).isEqualTo(new NotMade(Reason.NO_ADDRESS, "a"));
    assertThat(stage.calls).hasSize(1);
  }
}
