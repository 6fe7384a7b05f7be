package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Theme;

/**
 * Every view in every language: no text is cut or lies upon another. With pictures of each theme
 * and size, where they are wanted.
 */
class GalleryUiTest {

  private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  private void play(FxRobot robot, String lesson, int steps) {
    robot.interact(() -> window.parts.chooser.shipped(lesson, Language.ENGLISH));
    for (int i = 0; i < steps; i++) {
      var play = window.parts.controller.lessonProperty().get();
      int made = play.madeProperty().get();
      robot.interact(() -> window.parts.commands().run(Command.FORWARD));
      TestWindow.until("step " + made, () -> play.madeProperty().get() == made + 1);
    }
  }

  /**
   * @param layer the selector of what covers the rest, or of all
   */
  private void inEveryLook(String view, String layer) throws Exception {
    for (Theme theme : Theme.values()) {
      for (Language language : Language.values()) {
        for (int[] size : SIZES) {
          window.saveScreenshot("gallery/" + view, language, theme, size[0], size[1]);
        }
      }
    }
    for (Language language : Language.values()) {
      // Where there is least room. What fits there has room in a larger window.
      assertThat(window.textFaults(layer, language, SIZES[0][0], SIZES[0][1]))
          .as("%s, %s", view, language)
          .isEmpty();
    }
  }

  @Test
  void everyTabOfTheInspector(FxRobot robot) throws Exception {
    play(robot, "tcp", 8);
    List<Event> events = window.parts.recording.all();
    Stream<Event> packets = events.stream().filter(PacketSeen.class::isInstance);
    packets
        .reduce((_, last) -> last)
        .ifPresent(
            last -> robot.interact(() -> window.parts.recording.selectedProperty().set(last)));
    TabPane tabs = window.find(".inspector .tab-pane", TabPane.class);
    List<String> names = List.of("lesson", "packet", "call", "states", "code", "transcript");
    assertThat(tabs.getTabs()).hasSize(names.size());
    for (int tab = 0; tab < names.size(); tab++) {
      int number = tab;
      robot.interact(() -> tabs.getSelectionModel().select(number));
      inEveryLook(names.get(tab), ".root");
    }
  }

  @Test
  void theEmptyWindowAndThePast(FxRobot robot) throws Exception {
    TestWindow.until(
        "both programs run",
        () -> window.parts.recording.statusProperty().get().programs().size() == 2);
    inEveryLook("empty", ".root");
    play(robot, "tcp", 6);
    robot.interact(() -> window.parts.recording.goTo(7));
    inEveryLook("past", ".root");
  }

  @Test
  void everyPageOfTheHelp(FxRobot robot) throws Exception {
    for (Command page :
        List.of(Command.KEYS, Command.DOCTOR, Command.LESSON_FORMAT, Command.ABOUT)) {
      robot.interact(() -> window.parts.commands().run(page));
      TestWindow.until("a page", () -> window.find("#overlay", Node.class).isVisible());
      inEveryLook(page.name().toLowerCase(Locale.ROOT), "#overlay");
    }
  }

  @Test
  void thePaletteAndTheChoiceOfWhatIsCompared(FxRobot robot) throws Exception {
    robot.interact(() -> window.parts.commands().run(Command.PALETTE));
    inEveryLook("palette", "#palette");
    robot.push(KeyCode.ESCAPE);
    robot.interact(() -> window.parts.commands().run(Command.COMPARE));
    inEveryLook("compare", "#overlay");
  }
}
