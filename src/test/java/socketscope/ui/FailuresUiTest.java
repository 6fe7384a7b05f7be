package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.failure.Failures;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Plan;

/** What the window says of what nobody expected. */
class FailuresUiTest {

  @TempDir Path folder;
  private LoggedFailures logged;

  @RegisterExtension
  final TestWindow window =
      new TestWindow(opened -> {
        opened.expectFailures();
        opened.parts.controller.begin(Plan.FIRST);
      });

  @AfterEach
  void endLogging() {
    if (logged != null) {
      logged.close();
    }
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }

  private String notice() {
    Node notice = window.find("#notice", Node.class);
    return notice.isVisible() ? ((Label) notice.lookup(".label")).getText() : "";
  }

  private void untilTold(String text) {
    TestWindow.until("the notice: " + text, () -> notice().contains(text));
  }

  @Test
  void anExceptionInAnyThreadIsSaidInASentenceInBothLanguagesWithHowToSave(FxRobot robot)
      throws Exception {
    Thread.ofPlatform().start(() -> fail("somewhere"));
    untilTold("IllegalStateException");
    assertThat(notice()).contains("File › Save the trace as…");
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    assertThat(notice()).contains("Archivo › Guardar la traza como…");
  }

  @Test
  void anExceptionInWhatAButtonDoesIsSaidAndTheNextOneWorks(FxRobot robot) {
    robot.interact(() -> {
      window.parts.commands().on(Command.ABOUT, () -> fail("pressed"));
    });
    Platform.runLater(() -> window.parts.commands().run(Command.ABOUT));
    untilTold("IllegalStateException");
    robot.interact(() -> window.parts.commands().run(Command.KEYS));
    assertThat(window.find("#overlay", Node.class).isVisible()).isTrue();
  }

  @Test
  void whatJavafxLogsAndGoesOnAfterIsSaidToo() {
    logged = new LoggedFailures();
    Logger.getLogger("javafx.beans")
        .log(Level.WARNING, "Exception while evaluating binding", new IllegalStateException("b"));
    untilTold("IllegalStateException");
  }

  @Test
  void aBindingThatFailsIsSaid() {
    logged = new LoggedFailures();
    Bindings.createStringBinding(
            () -> {
              throw new UnsupportedOperationException("binding");
            })
        .get();
    untilTold("UnsupportedOperationException");
  }

  @Test
  void theSameIsSaidOnceAndTheLogCountsIt(FxRobot robot) {
    for (int i = 0; i < 100; i++) {
      Failures.report(new IllegalStateException("again"));
    }
    untilTold("IllegalStateException");
    robot.interact(window.parts.notices::dismiss);
    assertThat(notice()).isEmpty();
    Failures.report(new IllegalStateException("again and again"));
    robot.interact(() -> {});
    assertThat(window.log.text()).contains("for the 64th time");
  }

  @Test
  void aFailureIsSaidAgainAfterWhatCameOverIt(FxRobot robot) {
    Failures.report(new IllegalStateException("hidden"));
    untilTold("IllegalStateException");
    robot.interact(() -> window.parts.notices.show(Notice.information("notice.saved", "x.jsonl")));
    assertThat(notice()).contains("x.jsonl");
    robot.interact(window.parts.notices::dismiss);
    assertThat(notice()).contains("IllegalStateException");
    robot.interact(window.parts.notices::dismiss);
    assertThat(notice()).isEmpty();
  }

  @Test
  void theNoticeOffersTheLog(FxRobot robot) {
    Failures.report(new IllegalStateException("in the log"));
    untilTold("IllegalStateException");
    robot.interact(() -> window.find("#notice #offer", Button.class).fire());
    assertThat(window.find("#log-text", Label.class).getText())
        .contains("IllegalStateException: in the log");
  }

  @Test
  void withoutAFailureTheLogSaysWhereItWouldBe(FxRobot robot) {
    robot.interact(() -> window.parts.commands().run(Command.LOG));
    assertThat(((Label) window.find("#log", Node.class).lookup(".label")).getText())
        .contains(window.log.path().toString());
  }

  @Test
  void anExperimentThatCanNoLongerBeKeptIsSaidWithHowToSaveIt(FxRobot robot) throws Exception {
    TestWindow.until("the programs", window.parts.controller::live);
    Files.move(window.folder, folder.resolve("elsewhere"));
    Call socket = Call.parse(Function.SOCKET, List.of("AF_INET", "SOCK_STREAM", "0"));
    WaitForAsyncUtils.asyncFx(
            () -> {
              window.parts.controller.call("server", socket);
              return true;
            })
        .get(20, TimeUnit.SECONDS);

    untilTold("no longer kept");
    assertThat(notice()).contains("File › Save the trace as…");
  }
}
