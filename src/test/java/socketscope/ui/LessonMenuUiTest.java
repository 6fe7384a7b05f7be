package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.lesson.Chapter;
import socketscope.lesson.Lessons;
import socketscope.text.Language;

class LessonMenuUiTest {

  @RegisterExtension final TestWindow window = new TestWindow();

  /** What an item says, and in how many lines it has room for it. */
  private record LessonText(String title, String summary, double lines) {

    static LessonText of(MenuItem item) {
      VBox box = (VBox) item.getGraphic();
      Label title = (Label) box.getChildren().getFirst();
      Label summary = (Label) box.getChildren().getLast();
      double lines = box.prefHeight(-1) / title.prefHeight(-1);
      return new LessonText(title.getText(), summary.getText(), lines);
    }
  }

  private static List<Menu> chapters(MenuButton button) {
    return button.getItems().stream().filter(Menu.class::isInstance).map(Menu.class::cast).toList();
  }

  @Test
  void lessonsAreShownByChaptersEachWithWhatItIsAbout(FxRobot robot) {
    MenuButton button = window.find("#lesson", MenuButton.class);
    for (Language language : Language.values()) {
      robot.interact(() -> window.settings.languageProperty().set(language));
      robot.interact(button::show);
      List<Chapter> expected = Lessons.chapters(language);
      assertThat(chapters(button))
          .allMatch(MenuItem::isMnemonicParsing)
          .extracting(chapter -> chapter.getText().replaceFirst("_", ""))
          .isEqualTo(expected.stream().map(Chapter::title).toList());
      Menu first = chapters(button).getFirst();
      LessonText shown = LessonText.of(first.getItems().getFirst());
      assertThat(shown.title())
          .isEqualTo(expected.getFirst().lessons().getFirst().lesson().title());
      assertThat(shown.summary())
          .isEqualTo(expected.getFirst().lessons().getFirst().lesson().summary());
      assertThat(shown.lines()).as("the summary is not cut").isGreaterThan(2);
      robot.interact(button::hide);
    }
  }

  @Test
  void theButtonNamesTheLessonThatWasChosen(FxRobot robot) {
    MenuButton button = window.find("#lesson", MenuButton.class);
    robot.interact(button::show);
    MenuItem udp =
        chapters(button).stream()
            .flatMap(chapter -> chapter.getItems().stream())
            .filter(item -> Objects.equals(item.getId(), "lesson-udp"))
            .findFirst()
            .orElseThrow();
    robot.interact(udp::fire);
    assertThat(window.parts.controller.planProperty().get().lessonName()).isEqualTo("udp");
    robot.interact(() -> window.settings.languageProperty().set(Language.ENGLISH));
    assertThat(button.getText()).isEqualTo("A UDP exchange");
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    assertThat(button.getText()).isEqualTo("Un intercambio por UDP");
  }
}
