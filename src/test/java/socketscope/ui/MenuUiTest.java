package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.status.ProgramStatus;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Theme;

class MenuUiTest {

  @RegisterExtension
  final TestWindow window =
      new TestWindow(opened -> {
        opened.stage.setX(0);
        opened.stage.setY(0);
        opened.stage.setWidth(800);
      });

  private static Optional<ContextMenu> popup() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .filter(Window::isShowing)
        .findFirst();
  }

  private Menu menu(String id) {
    return window.find("#menu", MenuBar.class).getMenus().stream()
        .filter(menu -> id.equals(menu.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static MenuItem item(Menu menu, String id) {
    return menu.getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theMenuHangsWithinTheWindow(FxRobot robot) {
    for (Menu menu : window.find("#menu", MenuBar.class).getMenus()) {
      robot.interact(menu::show);
      TestWindow.until("the menu " + menu.getId(), () -> popup().isPresent());
      ContextMenu popup = popup().orElseThrow();
      assertThat(popup.getX()).isNotNegative();
      assertThat(popup.getX() + popup.getWidth()).isLessThanOrEqualTo(800);
      robot.interact(menu::hide);
      TestWindow.until("no menu", () -> popup().isEmpty());
    }
  }

  @Test
  void aLetterWithAltOpensAMenuInEachLanguage(FxRobot robot) {
    robot.press(KeyCode.ALT).push(KeyCode.F).release(KeyCode.ALT);
    TestWindow.until("File", () -> menu("menu.file").isShowing());
    robot.push(KeyCode.ESCAPE);
    TestWindow.until("no menu", () -> popup().isEmpty());
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    robot.press(KeyCode.ALT).push(KeyCode.A).release(KeyCode.ALT);
    TestWindow.until("Archivo", () -> menu("menu.file").isShowing());
  }

  @Test
  void inAnOpenMenuALetterGivesItsItem(FxRobot robot) {
    robot.press(KeyCode.ALT).push(KeyCode.V).release(KeyCode.ALT);
    TestWindow.until("View", () -> menu("menu.view").isShowing());
    robot.write('f');
    TestWindow.until("folded", () -> window.settings.foldedProperty().get());
    assertThat(menu("menu.view").isShowing()).isFalse();
    robot.interact(menu("menu.view")::show);
    robot.write("hl"); // Theme, Light
    TestWindow.until("light", () -> window.settings.themeProperty().get() == Theme.LIGHT);
    assertThat(popup()).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsGreyedUntilItDoes(FxRobot robot) {
    assertThat(window.menuItem(Command.SAVE_TRACE).isDisable()).isTrue();
    assertThat(window.menuItem(Command.LAST).isDisable()).isTrue();
    assertThat(window.menuItem(Command.ADD_CLIENT).isDisable()).isTrue();
    assertThat(window.menuItem(Command.NEW_EXPERIMENT).isDisable()).isFalse();
    robot.interact(() -> window.parts.controller.begin(Plan.FIRST));
    TestWindow.until(
        "a program runs",
        () ->
            window.parts.recording.statusProperty().get().programs().stream()
                .anyMatch(ProgramStatus::running));
    robot.interact(() -> window.find("#client-socket .call-button", Button.class).fire());
    TestWindow.until("something to save", () -> !window.menuItem(Command.SAVE_TRACE).isDisable());
    assertThat(window.menuItem(Command.ADD_CLIENT).isDisable()).isFalse();
    robot.interact(() -> window.parts.recording.goTo(0));
    assertThat(window.menuItem(Command.LAST).isDisable()).isFalse();
    assertThat(window.menuItem(Command.BACK).isDisable()).isTrue();
  }

  @Test
  void whatIsTurnedOnIsMarkedWhoeverTurnedItOn(FxRobot robot) {
    CheckMenuItem fold = (CheckMenuItem) window.menuItem(Command.FOLD);
    assertThat(fold.isSelected()).isFalse();
    robot.push(KeyCode.F4);
    TestWindow.until("folded by key", () -> window.settings.foldedProperty().get());
    assertThat(fold.isSelected()).isTrue();
    robot.interact(() -> window.parts.commands().run(Command.FOLD));
    assertThat(fold.isSelected()).isFalse();
  }

  @Test
  void oneOfSeveralIsChosenInItsMenu(FxRobot robot) {
    Menu themes = (Menu) item(menu("menu.view"), "menu.theme");
    robot.interact(themes::show);
    RadioMenuItem light = (RadioMenuItem) item(themes, Theme.LIGHT.name());
    assertThat(light.isSelected()).isFalse();
    robot.interact(light::fire);
    assertThat(window.settings.themeProperty().get()).isEqualTo(Theme.LIGHT);
    robot.interact(themes::hide);
    robot.interact(themes::show);
    assertThat(((RadioMenuItem) item(themes, Theme.LIGHT.name())).isSelected()).isTrue();
  }

  @Test
  void lessonsAreInTheirMenuByChapters(FxRobot robot) {
    Menu lessons = menu("menu.lesson");
    robot.interact(lessons::show);
    Menu chapter =
        (Menu) lessons.getItems().stream().filter(Menu.class::isInstance).findFirst().orElseThrow();
    robot.interact(() -> chapter.getItems().getFirst().fire());
    assertThat(window.parts.controller.lessonProperty().get()).isNotNull();
    TestWindow.until("a next step", () -> !window.menuItem(Command.LESSON_STEP).isDisable());
  }

  @Test
  void theKeysOfAnArgumentDoNotOpenAMenu(FxRobot robot) {
    robot.interact(() -> window.parts.controller.begin(Plan.FIRST));
    robot.interact(() -> window.find("#server-socket .argument-field", Node.class).requestFocus());
    robot.press(KeyCode.ALT).push(KeyCode.DOWN).release(KeyCode.ALT);
    TestWindow.until("what can be chosen", () -> popup().isPresent());
    assertThat(popup().orElseThrow().getStyleClass()).contains("choice-menu");
    assertThat(window.find("#menu", MenuBar.class).isFocusWithin()).isFalse();
  }
}
