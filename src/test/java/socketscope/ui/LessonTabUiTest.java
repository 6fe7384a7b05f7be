package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import socketscope.lesson.LessonStep;
import socketscope.status.ProgramStatus;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.LessonPlay;

class LessonTabUiTest {

  @TempDir Path folder;
  @RegisterExtension final TestWindow window = new TestWindow();

  private List<String> tabs() {
    return window.find(".inspector .tab-pane", TabPane.class).getTabs().stream()
        .map(tab -> (tab.isSelected() ? "*" : "") + tab.getText())
        .toList();
  }

  private String prose() {
    return window.parts.scene.getRoot().lookupAll(".lesson-prose .md-text").stream()
        .map(word -> ((Text) word).getText())
        .collect(Collectors.joining());
  }

  private List<String> steps(String progress) {
    return window.parts.scene.getRoot().lookupAll(".step-line:" + progress + " .step-call").stream()
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private ProgramStatus program(String name) {
    return window.parts.recording.statusProperty().get().program(name).orElseThrow();
  }

  private void step(FxRobot robot) {
    var play = window.parts.controller.lessonProperty().get();
    int made = play.madeProperty().get();
    robot.interact(() -> window.parts.commands().run(Command.FORWARD));
    TestWindow.until("step " + made, () -> play.madeProperty().get() == made + 1);
  }

  @Test
  void theLessonIsReadBesideItsStepsAndFollowsThem(FxRobot robot) {
    List<String> before = tabs();
    assertThat(before).contains("*Call").doesNotContain("Lesson");
    robot.interact(() -> window.parts.chooser.shipped("tcp", Language.ENGLISH));
    assertThat(tabs()).startsWith("*Lesson").hasSize(before.size() + 1);
    assertThat(prose()).startsWith("A TCP conversation").contains("this lesson calls p,");
    assertThat(steps("next")).containsExactly("server: l = socket(AF_INET, SOCK_STREAM, 0)");

    step(robot);
    assertThat(prose()).startsWith("The kernel hands back a small number, a descriptor");
    int listener = program("server").sockets().getFirst().descriptor();
    assertThat(window.find("#lesson-names", Label.class).getText())
        .as("what the names stand for")
        .matches("p = \\d+   l = fd " + listener);
    assertThat(window.find(".step-names", Label.class).getText())
        .as("those of the next step, bind(l, 127.0.0.1:p)")
        .matches("p = \\d+   l = fd " + listener);
    assertThat(steps("next")).containsExactly("server: bind(l, 127.0.0.1:p) = 0");

    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    assertThat(tabs()).startsWith("*Lección").hasSize(before.size() + 1);
    assertThat(prose()).startsWith("El kernel devuelve un número chico, un descriptor");

    robot.interact(() -> window.parts.chooser.free());
    assertThat(tabs()).contains("*Llamada").hasSize(before.size());
  }

  @Test
  void whoeverLeavesALessonFindsTheWindowAsItWas(FxRobot robot) {
    robot.interact(
        () -> window.find(".inspector .tab-pane", TabPane.class).getSelectionModel().select(2));
    List<String> before = tabs();
    robot.interact(() -> window.parts.chooser.shipped("restart-reuse", Language.ENGLISH));
    step(robot);
    assertThat(window.settings.moreCallsProperty().get()).as("for setsockopt").isTrue();
    robot.interact(() -> window.parts.chooser.free());
    assertThat(window.settings.moreCallsProperty().get()).isFalse();
    assertThat(tabs()).isEqualTo(before);
  }

  @Test
  void stepsWithoutAPauseAreMadeWithOnePress(FxRobot robot) {
    robot.interact(() -> window.parts.chooser.shipped("nagle", Language.ENGLISH));
    LessonPlay play = window.parts.controller.lessonProperty().get();
    List<LessonStep> steps = play.lesson().experiment().steps();
    int first = 0;
    while (!steps.get(first + 1).withoutPause()) {
      first++;
    }
    int end = first + 1;
    while (end < steps.size() && steps.get(end).withoutPause()) {
      end++;
    }
    for (int made = 0; made < first; made = play.madeProperty().get()) {
      step(robot);
    }
    int wanted = end;
    robot.interact(() -> window.parts.commands().run(Command.FORWARD));
    TestWindow.until("all of them", () -> play.madeProperty().get() == wanted);
    TestWindow.until("it waits for the next press", () -> play.ready() || play.next().isEmpty());
    assertThat(play.madeProperty().get()).isEqualTo(wanted);
    assertThat(wanted - first).isGreaterThan(1);
  }

  private double scrolledAt(int width) throws Exception {
    ScrollPane page = window.find("#lesson-page", ScrollPane.class);
    return WaitForAsyncUtils.asyncFx(() -> window.at(width, 800, _ -> page.getVvalue()))
        .get(30, TimeUnit.SECONDS);
  }

  @Test
  void theNextStepIsInSightBelowTheProseAndBesideIt(FxRobot robot) throws Exception {
    robot.interact(() -> window.parts.chooser.shipped("tcp", Language.ENGLISH));
    for (int i = 0; i < 6; i++) {
      step(robot);
    }
    assertThat(scrolledAt(900)).isPositive();
    assertThat(scrolledAt(1600)).isZero();
  }

  @Test
  void theStepsOfAPageAreMarkedAsTheyWent(FxRobot robot) throws Exception {
    Path file = folder.resolve("own.md");
    Files.writeString(
        file,
        """
        # Mine

        ```steps
        server: l = socket(AF_INET, SOCK_STREAM, 0)
        server: listen(l, 1) = -1 EBADF
        server: close(l) = 0
        ```
        """);
    robot.interact(() -> window.parts.chooser.file(file));
    step(robot);
    step(robot);
    assertThat(steps("met")).containsExactly("server: l = socket(AF_INET, SOCK_STREAM, 0)");
    assertThat(steps("unmet")).containsExactly("server: listen(l, 1) = -1 EBADF");
    assertThat(steps("next")).containsExactly("server: close(l) = 0");
    assertThat(window.find(".step-why", Label.class).getText()).contains("EBADF");
  }
}
